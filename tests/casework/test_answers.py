"""What a citizen says of facts: told in their words, laid on the case, and replacing nothing."""

import pytest

from simulator.casework.actions.day import Wait
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import Hear
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.telephone import Ask, Call, HangUp
from simulator.casework.day import Day
from simulator.casework.families import unfold
from simulator.casework.seeing import see
from simulator.casework.sights import CITIZEN
from simulator.casework.telling import tell
from simulator.core.facts import Certainty
from simulator.core.texts import Language
from simulator.scenario.words import teller
from tests.casework.small import AMINA, CASE, INCOME, a_day, a_town, after, citizen, of_kind

REGISTER = LookUp(CASE, "eindkomst", "income", "subsidy")


def a_day_with(certainty: Certainty) -> Day:
    return after(a_day(town=a_town(citizen(AMINA, knows={INCOME: certainty}))), REGISTER)


def answer(certainty: Certainty, language: Language) -> str:
    day = after(a_day_with(certainty), SettleFacts(CASE), Hear(CASE, (INCOME,)))
    run = unfold(day, Wait(60))
    (answered,) = of_kind(run.events, "reply.arrived")
    phrase = tell(run.day, answered)
    assert phrase
    return teller(language)(phrase)


def test_the_answer_to_a_hearing_is_told_with_its_facts_as_the_citizen_says_them() -> None:
    assert answer("sure", "da") == (
        "Amina Holst svarer: «reply» income: «Det er 18.200 kr.» Svaret ligger på sagen."
    )
    assert answer("roughly", "da") == (
        "Amina Holst svarer: «reply» income: «Vist omkring 18.000 kr.» Svaret ligger på sagen."
    )
    assert answer("unknown", "en") == (
        "Amina Holst answers: “reply” income: “I really don't know.” The answer is on the case."
    )


def preset(day: Day) -> tuple[str, ...]:
    offer = see(day).offer("settle_facts")
    assert offer
    (blank,) = offer.blanks
    return blank.preset


def built_on(day: Day) -> str:
    (one,) = after(day, SettleFacts(CASE)).cases[CASE].basis
    return one.source


def test_the_exact_value_of_a_register_is_preset_where_the_citizen_only_knew_roughly() -> None:
    asked = after(a_day_with("roughly"), Call(CASE), Ask(INCOME), HangUp())
    assert preset(asked) == ("eindkomst",)
    assert built_on(asked) == "eindkomst"


def test_the_answer_to_a_hearing_is_not_preset_either_where_it_is_rough() -> None:
    day = after(a_day_with("roughly"), SettleFacts(CASE), Hear(CASE, (INCOME,)), Wait(60))
    assert preset(day) == ("eindkomst",)


def test_the_system_nearest_the_source_is_preset_whatever_was_seen_or_said_last() -> None:
    asked = after(a_day_with("sure"), Call(CASE), Ask(INCOME), HangUp())
    last = after(asked, LookUp(CASE, "overblik", "citizen"))
    assert preset(last) == ("eindkomst",)
    assert built_on(last) == "eindkomst"


def test_what_was_settled_on_stays_preset_whatever_is_laid_on_the_case_after_it() -> None:
    picked = after(
        a_day_with("sure"),
        LookUp(CASE, "overblik", "citizen"),
        SettleFacts(CASE, {INCOME: "overblik"}),
        Hear(CASE, (INCOME,)),
        Wait(60),
    )
    assert [one.source for one in picked.cases[CASE].basis] == ["overblik"]
    assert preset(picked) == ("overblik",)


def test_a_rough_answer_is_built_on_where_no_system_shows_the_fact() -> None:
    day = a_day(town=a_town(citizen(AMINA, knows={INCOME: "roughly"})))
    assert built_on(after(day, Call(CASE), Ask(INCOME), HangUp())) == "citizen"


@pytest.mark.parametrize(("known", "stands"), [("roughly", "about DKK 18,000"), ("sure", "DKK")])
def test_what_they_know_roughly_stands_so_on_the_case_and_where_it_can_be_picked(
    known: Certainty, stands: str
) -> None:
    asked = after(a_day_with(known), Call(CASE), Ask(INCOME), HangUp())
    hand = see(asked).hand
    assert hand
    said = teller("en")
    (line,) = (fact for fact in hand.facts if fact.source == CITIZEN)
    assert said.write(line.told).startswith(stands)
    offer = see(asked).offer("settle_facts")
    assert offer
    labels = [said(option.label) for blank in offer.blanks for option in blank.options]
    assert any("about DKK" in label for label in labels) == (known == "roughly")
