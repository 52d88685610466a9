"""A colleague reads the case and writes what they would do: given what the case has seen, when one
is asked, then what is written."""

from dataclasses import replace

from simulator.casework.actions.asking import SecondOpinion, SecondOpinionWritten
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.case_types import Need, RuleStep
from simulator.casework.day import Day
from simulator.casework.families import decide, menu_item
from simulator.casework.telling import tell
from simulator.core.facts import Fact
from simulator.landscape.systems import Landscape
from simulator.scenario.words import teller
from tests.casework.small import (
    CASE,
    INCOME,
    SUBSIDY,
    SYSTEMS,
    a_day,
    after,
    arrow,
    of_kind,
    refusal,
    text,
)

IN_REGISTER = LookUp(CASE, "eindkomst", "income", "the Act")
IN_OVERVIEW = LookUp(CASE, "overblik", "citizen")
ASK = SecondOpinion(CASE)
RENT = "rent.monthly"
ALSO_RENT = replace(
    SUBSIDY,
    needs=(*SUBSIDY.needs, Need(RENT, ("overblik",))),
    steps=(RuleStep("year", text("a year"), f"12 * ({INCOME} - {RENT})", "kroner"),),
)


def written(day: Day) -> SecondOpinionWritten:
    (event,) = of_kind(decide(day, ASK), "second_opinion.written")
    assert isinstance(event, SecondOpinionWritten)
    return event


def said(day: Day, language: str = "da") -> str:
    told = tell(day, written(day))
    assert told
    return teller(language)(told)  # type: ignore[arg-type]


def test_a_colleague_answers_by_what_the_case_has_seen_and_not_by_what_is_true() -> None:
    copied, true = after(a_day(), IN_OVERVIEW), after(a_day(), IN_REGISTER)
    answers = [written(day).answer for day in (copied, true)]
    assert [answer.outcome for answer in answers if answer] == ["none", "full"]
    assert [written(day).by for day in (copied, true)] == ["colleague:field"] * 2


def test_it_costs_what_the_price_list_says_and_follows_from_being_asked() -> None:
    day = after(a_day(prices={**a_day().opening.prices, "second_opinion": 6}), IN_OVERVIEW)
    asked, answer = decide(day, ASK)
    assert (asked.kind, asked.by, asked.minutes) == ("second_opinion.asked", "player", 6)
    assert answer.because == (asked.seq,)
    offer = menu_item(day, "second_opinion")
    assert offer
    assert offer[1]().minutes == 6


def test_where_sources_disagree_the_colleague_says_on_what() -> None:
    both = after(a_day(), IN_REGISTER, IN_OVERVIEW)
    assert written(both).disputed == (INCOME,)
    assert said(both) == (
        "En kollega skriver: «Ud fra de oplysninger, der er indhentet i sagen, ville jeg svare: "
        "full. Men det her er kilderne ikke enige om: income.»"
    )


def test_what_the_caseworker_relies_on_is_read_first_and_what_else_it_shows_is_said() -> None:
    settled = after(a_day(), IN_REGISTER, IN_OVERVIEW, SettleFacts(CASE, {INCOME: "eindkomst"}))
    opinion = written(settled)
    assert (opinion.disputed, [seen.source for seen in opinion.relied_on]) == (
        (INCOME,),
        ["eindkomst"],
    )
    assert said(settled, "en") == (
        "A colleague writes: “On the facts gathered in the case so far, I would answer: full. "
        "But the sources do not agree on this: income.”"
    )


def test_what_only_automation_has_taken_is_disputed_by_what_the_caseworker_saw() -> None:
    taken = after(a_day(levels={"find": 4}), IN_REGISTER)
    assert [seen.source for seen in written(taken).relied_on] == ["overblik"]
    assert written(taken).disputed == (INCOME,)


def test_with_too_little_to_answer_on_the_colleague_says_what_is_lacking() -> None:
    income = a_day().opening.facts[INCOME]
    rent = Fact(RENT, "citizen", "kroner", "month", text("Rent"), {}, 35)
    facts = {INCOME: income, RENT: rent}
    for optional in (False, True):
        need = Need(RENT, ("overblik",), optional=optional)
        also_rent = replace(ALSO_RENT, needs=(*SUBSIDY.needs, need))
        day = after(a_day(also_rent, facts=facts), IN_OVERVIEW)
        assert (written(day).answer, written(day).lacking) == (None, (RENT,))
        assert said(day) == (
            "En kollega skriver: «Jeg kan ikke svare endnu. Det her mangler i sagen: rent.»"
        )


def test_what_the_desk_covers_is_covered_for_the_colleague_too() -> None:
    hides = replace(SYSTEMS["overblik"], hidden={"caseworker": (INCOME,)})
    landscape = Landscape({**SYSTEMS, "overblik": hides}, (arrow(),))
    taken = a_day(levels={"find": 4}, landscape=landscape)
    assert [seen.value for seen in taken.cases[CASE].basis] == [2_431_000]
    assert refusal(taken, ASK) == "nothing-seen"


def test_a_case_without_anything_to_read_is_not_handed_to_a_colleague() -> None:
    assert refusal(a_day(), ASK) == "nothing-seen"
    offer = menu_item(a_day(), "second_opinion")
    assert offer
    refused = offer[1]().refused
    assert refused
    assert teller("da")(refused).startswith("Du har ikke set nogen oplysning i et system endnu.")


def test_a_case_that_is_decided_is_past_a_second_opinion() -> None:
    decided = after(
        a_day(), IN_REGISTER, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "reckon")
    )
    assert refusal(decided, ASK) == "decided-already"
