"""What one calculates by: the rule in words, its rates in order, and the result so far."""

from dataclasses import replace

from simulator.casework.actions.day import AcceptPrebrief, Wait
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.levels import SetLevel
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.writing import Release
from simulator.casework.case_views import CaseView
from simulator.casework.day import Day
from simulator.casework.families import decide
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.core.texts import Text
from simulator.rehearsal.playing import play_script
from simulator.scenario.words import teller
from tests.casework.small import CASE, INCOME, SUBSIDY, WEIGHED, a_day, after, an_opening, of_kind
from tests.shipped import shipped

LOOK = LookUp(CASE, "overblik", "citizen")


def in_hand(day: Day) -> CaseView:
    hand = see(day).hand
    assert hand
    return hand


def test_the_rule_can_be_looked_up_in_words_at_level_0() -> None:
    written = Text("Loven fra {year}", "The Act of {year}")
    kind = replace(SUBSIDY, letter={**SUBSIDY.letter, "rule": written})
    rule = in_hand(a_day(kind)).rule
    assert rule
    assert teller("en")(rule) == "The Act of 2026"
    without = {part: text for part, text in SUBSIDY.letter.items() if part != "rule"}
    assert in_hand(a_day(replace(SUBSIDY, letter=without))).rule is None


def test_a_rule_knows_the_amounts_it_is_reckoned_with() -> None:
    paid = replace(SUBSIDY.outcomes[0], when=f"{INCOME} <= 0")
    kind = replace(SUBSIDY, outcomes=(paid, *SUBSIDY.outcomes[1:]))
    assert an_opening().rules[SUBSIDY.id].amounts == {"limit", "fee"}
    assert an_opening(kind).rules[SUBSIDY.id].amounts == {"fee"}


def test_what_was_calculated_is_there_to_be_weighed() -> None:
    day = after(a_day(WEIGHED), LOOK, SettleFacts(CASE), SkipHearing(CASE))
    assert in_hand(day).result is None
    result = in_hand(after(day, Calculate(CASE, "reckon"))).result
    assert result
    assert teller("en")(result) == "none"


def test_the_rates_of_the_childcare_subsidy_are_shown_in_the_order_the_rule_uses_them() -> None:
    loaded = shipped("opvarmning")
    case = loaded.opening.arrivals[0].case
    script = [SetLevel("friplads", "calculate", 1), AcceptPrebrief(), Wait(30), OpenCase(case)]
    played = play_script(
        loaded.opening, loaded.town, [*script, SettleFacts(case), SkipHearing(case)]
    )
    say = teller("en")
    said = [say(aid).partition(":")[0] for aid in in_hand(played.day).aids]
    assert said == [
        "Added to the limits for single parents",
        "Added to the limits for each child after the first",
        "Full subsidy up to",
        "No subsidy from",
        "Steps of the subsidy table",
        "Own payment at the first step, in per cent",
    ]


TAKEN_OFF = Text("trækkes fra regningen", "is taken off the bill")
TO_PAY = {"find": 4, "hear": 4, "calculate": 4, "write": 4, "pay": 1}


def test_a_case_type_says_how_its_payment_reads() -> None:
    day = a_day(replace(SUBSIDY, paid_as=TAKEN_OFF), TO_PAY, stopped=False)
    assert teller("en")(in_hand(day).aids[0]) == "The amount is taken off the bill"
    (paid,) = of_kind(decide(day, Release(CASE)), "payment.released")
    said = tell(day, paid)
    assert said
    assert teller("da")(said) == "1.000 kr. om måneden trækkes fra regningen."
    assert teller("en")(said) == "DKK 1,000 a month is taken off the bill."


def test_a_payment_that_says_nothing_of_itself_is_set_to_be_paid() -> None:
    day = a_day(SUBSIDY, TO_PAY, stopped=False)
    (paid,) = of_kind(decide(day, Release(CASE)), "payment.released")
    said = tell(day, paid)
    assert said
    assert teller("en")(said) == "DKK 1,000 a month is released for payment."


def test_the_levels_of_the_morning_are_no_news_and_a_change_in_the_day_is() -> None:
    choose = SetLevel("subsidy", "calculate", 3)
    fresh = a_day(fresh=True)
    (chosen,) = decide(fresh, choose)
    assert tell(fresh, chosen) is None
    (changed, *_) = decide(a_day(), choose)
    assert tell(a_day(), changed)
    (accepted, *_) = decide(fresh, AcceptPrebrief())
    assert tell(fresh, accepted)
