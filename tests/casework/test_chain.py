"""The chain of functions by level: it runs while the level is 4, and stops where a human is."""

from dataclasses import replace

import pytest

from simulator.casework.actions.chain import StepDone, StepsListed
from simulator.casework.actions.day import AcceptPrebrief, GoHome, Wait
from simulator.casework.actions.deciding import Calculate, Decide, SuggestionShown
from simulator.casework.actions.finding import FactsFilled, SettleFacts
from simulator.casework.actions.hearing import Hear, HearingSent, SkipHearing
from simulator.casework.actions.inbox import HandOver, OpenCase
from simulator.casework.actions.levels import TakeOut
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.suggesting import Follow, Reject
from simulator.casework.actions.writing import Release, SendLetter
from simulator.casework.case_types import FUNCTIONS
from simulator.casework.day import Day
from simulator.casework.events import evolve
from simulator.casework.families import decide, unfold
from simulator.landscape.systems import Landscape
from tests.casework.small import (
    AMINA,
    CASE,
    INCOME,
    SUBSIDY,
    SYSTEMS,
    WEIGHED,
    a_day,
    a_town,
    after,
    arrow,
    citizen,
    happened,
    of_kind,
    refusal,
)

ALL_FOUR = dict.fromkeys(FUNCTIONS, 4)
LETTER = SendLetter(CASE, {"rule": "template", "facts": "template"})


def when_heard(day: Day) -> int:
    """The minute at which the case went on, if nobody comes back and no answer does."""
    done = [e for e in decide(day, GoHome()) if isinstance(e, StepDone)]
    (minute,) = [e.minute for e in done if e.how == "deadline"]
    return minute


def reach(function: str, level: int, case_type: object = WEIGHED) -> list[object]:
    """What opening the case makes happen when all before ``function`` is automatic."""
    levels = dict.fromkeys(FUNCTIONS[: FUNCTIONS.index(function)], 4)  # type: ignore[arg-type]
    healthy = a_day(case_type, levels | {function: level}, fresh=True, stopped=False)  # type: ignore[arg-type]
    day = after(healthy, AcceptPrebrief())
    return list(decide(day, OpenCase(CASE)))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_at_level_0_automation_shows_nothing(function: str) -> None:
    kinds = [event.kind for event in reach(function, 0)]  # type: ignore[attr-defined]
    assert kinds == ["case.opened"]


@pytest.mark.parametrize(
    ("function", "level", "items"),
    [
        ("hear", 1, (INCOME,)),
        ("hear", 2, (INCOME,)),
        ("calculate", 1, ("amounts",)),
        ("calculate", 2, ("year",)),
        ("weigh", 1, ()),
        ("weigh", 2, ("lasting", "little")),
        ("write", 1, ("blocks",)),
        ("write", 2, ("amount", "contact", "decided-by")),
        ("pay", 1, ("account", "amount")),
        ("pay", 2, ("account", "amount", "decision", "letter")),
    ],
)
def test_at_levels_1_and_2_automation_presents_and_points_out(
    function: str, level: int, items: tuple[str, ...]
) -> None:
    (listed,) = [event for event in reach(function, level) if isinstance(event, StepsListed)]
    assert (listed.function, listed.level, listed.items) == (function, level, items)


@pytest.mark.parametrize("level", [1, 2, 3])
def test_finding_fills_the_facts_from_the_copies_it_is_wired_to(level: int) -> None:
    (filled,) = [event for event in reach("find", level) if isinstance(event, FactsFilled)]
    assert [(one.path, one.source) for one in filled.fields] == [(INCOME, "overblik")]
    assert not filled.missing


@pytest.mark.parametrize("function", ["calculate", "weigh"])
def test_at_level_3_automation_suggests_an_answer(function: str) -> None:
    (shown,) = [event for event in reach(function, 3) if isinstance(event, SuggestionShown)]
    assert shown.answer
    assert shown.answer.outcome == "full"
    assert shown.considerations == (("little",) if function == "weigh" else ())
    assert [one.value for one in shown.basis] == [1_820_000]


def test_at_level_3_the_letter_is_composed_and_waits() -> None:
    kinds = [event.kind for event in reach("write", 3)]  # type: ignore[attr-defined]
    assert kinds == ["case.opened", "letter.composed"]


def test_with_everything_at_level_4_a_case_solves_itself_unopened() -> None:
    day = a_day(WEIGHED, ALL_FOUR, fresh=True, stopped=False)
    kinds = happened(day, AcceptPrebrief())
    assert kinds[-6:] == [
        "autodecision.issued",
        "letter.sent",
        "step.done",
        "payment.released",
        "step.done",
        "case.closed",
    ]


def test_at_level_4_an_adverse_answer_waits_for_the_hearing_and_its_answer() -> None:
    poor = a_town(citizen(AMINA, knows={INCOME: "sure"}), december=24_310, since=24_310)
    day = after(a_day(SUBSIDY, ALL_FOUR, fresh=True, town=poor), AcceptPrebrief())
    assert day.cases[CASE].hearing
    assert not day.cases[CASE].decision
    heard = after(day, Wait(60))
    assert heard.cases[CASE].decision
    assert heard.cases[CASE].basis[0].source == "overblik"


def test_at_level_4_a_hearing_nobody_can_read_ends_when_its_last_day_is_over() -> None:
    day = a_day(SUBSIDY, ALL_FOUR, fresh=True, party="bodil")
    day = after(day, AcceptPrebrief())
    assert when_heard(day) == 480 + 9 * 1440  # "within 8 days": the eighth is theirs
    assert of_kind(decide(day, GoHome()), "autodecision.issued")


def test_a_hearing_that_would_end_on_a_saturday_ends_on_the_monday() -> None:
    day = a_day(replace(SUBSIDY, hearing_days=5), ALL_FOUR, fresh=True, party="bodil")
    log = decide(day, AcceptPrebrief())
    assert [e.days for e in log if isinstance(e, HearingSent)] == [7]
    assert when_heard(after(day, AcceptPrebrief())) == 480 + 8 * 1440


def test_in_an_older_log_a_hearing_ends_the_days_later_that_it_said() -> None:
    day = a_day(SUBSIDY, ALL_FOUR, fresh=True, party="bodil")
    log = decide(day, AcceptPrebrief())
    for event in log:
        day = evolve(day, replace(event, last=0) if isinstance(event, HearingSent) else event)
    assert when_heard(day) == 480 + 8 * 1440


def test_a_decision_is_not_automatic_when_a_human_wrote_the_letter() -> None:
    levels = ALL_FOUR | {"write": 0}
    day = after(a_day(SUBSIDY, levels, fresh=True, stopped=False), AcceptPrebrief())
    day = after(day, OpenCase(CASE))
    kinds = happened(day, LETTER)
    assert "autodecision.issued" not in kinds
    assert "payment.released" in kinds


def test_the_chain_goes_on_when_the_human_has_done_the_step() -> None:
    day = a_day(SUBSIDY, ALL_FOUR | {"calculate": 3}, stopped=False)
    kinds = happened(day, Follow(CASE))
    assert kinds.index("decision.made") < kinds.index("letter.sent") < kinds.index("case.closed")


def test_without_discretion_following_the_calculation_decides() -> None:
    day = a_day(SUBSIDY, {"find": 4, "hear": 4, "calculate": 3}, stopped=False)
    assert after(day, Follow(CASE)).cases[CASE].decision


def test_with_discretion_following_the_calculation_is_still_to_be_weighed() -> None:
    day = a_day(WEIGHED, {"find": 4, "hear": 4, "calculate": 3}, stopped=False)
    followed = after(day, Follow(CASE))
    assert followed.cases[CASE].result
    assert not followed.cases[CASE].decision
    assert after(followed, Decide(CASE, "full", ("lasting",))).cases[CASE].decision


def test_a_rejected_suggestion_leaves_the_step_to_the_hand() -> None:
    day = a_day(SUBSIDY, {"find": 4, "hear": 4, "calculate": 3}, stopped=False)
    rejected = after(day, Reject(CASE))
    assert rejected.cases[CASE].suggestion is None
    log = decide(rejected, Calculate(CASE, "none"))
    (step,) = [e for e in of_kind(log, "step.done") if e.function == "calculate"]  # type: ignore[attr-defined]
    assert (step.level, step.how) == (0, "by-hand")  # type: ignore[attr-defined]
    (made,) = of_kind(log, "decision.made")
    assert made.minutes == SUBSIDY.minutes["calculate"]


def test_a_case_taken_out_of_its_levels_is_done_by_hand() -> None:
    day = after(a_day(SUBSIDY, {"find": 1, "calculate": 4, "write": 4}), TakeOut(CASE))
    day = after(day, SettleFacts(CASE), SkipHearing(CASE))
    assert not day.cases[CASE].decision


def test_an_order_that_pays_before_it_hears_does_so() -> None:
    hasty = replace(SUBSIDY, order=("find", "calculate", "write", "pay", "hear"))
    day = a_day(hasty, ALL_FOUR, fresh=True, stopped=False)
    kinds = happened(day, AcceptPrebrief())
    assert kinds.index("letter.sent") < kinds.index("payment.released")


def test_a_step_whose_turn_it_is_not_is_refused_with_what_comes_first() -> None:
    day = a_day()
    assert refusal(day, LETTER) == "first-find"
    assert refusal(day, Release(CASE)) == "first-find"
    (event,) = decide(day, Release(CASE))
    assert event.helps == "settle_facts"  # type: ignore[attr-defined]


def test_a_suggestion_that_waits_is_not_lost_by_leaving_a_hearing_that_comes_later() -> None:
    heard_last = replace(SUBSIDY, order=("find", "calculate", "hear", "write", "pay"))
    day = a_day(heard_last, {"find": 4, "calculate": 3}, stopped=False)
    (refused,) = decide(day, SkipHearing(CASE))
    assert (refused.reason, refused.helps) == ("first-answer", "follow")  # type: ignore[attr-defined]
    assert "hear" in after(day, Follow(CASE), SkipHearing(CASE)).cases[CASE].done
    by_hand = a_day(heard_last, {"find": 4}, stopped=False)
    assert "hear" in after(by_hand, SkipHearing(CASE)).cases[CASE].done


def test_every_automatic_event_names_its_level() -> None:
    run = unfold(a_day(WEIGHED, ALL_FOUR, fresh=True, stopped=False), AcceptPrebrief())
    automatic = ("facts.filled", "suggestion.shown", "letter.composed")
    done = [event for event in run.events if event.kind in automatic]
    assert {event.kind for event in done} == {*automatic}
    for event in done:
        assert any(str(cause).startswith("level:weighed.") for cause in event.because)


def test_at_level_4_a_case_with_a_fact_missing_waits_for_a_person() -> None:
    nothing = Landscape(SYSTEMS, (replace(arrow(), carries={}),))
    day = after(a_day(SUBSIDY, ALL_FOUR, fresh=True, landscape=nothing), AcceptPrebrief())
    assert day.cases[CASE].done == ()
    assert not day.cases[CASE].decision
    register = LookUp(CASE, "eindkomst", "income", "the Act")
    found = after(day, OpenCase(CASE), register)
    assert "autodecision.issued" in happened(found, SettleFacts(CASE))


def test_an_answer_that_comes_after_the_decision_does_not_change_what_it_was_built_on() -> None:
    day = after(a_day(), LookUp(CASE, "overblik", "citizen"), SettleFacts(CASE))
    day = after(day, Hear(CASE, (INCOME,)), SkipHearing(CASE), Calculate(CASE, "reckon"))
    answered = after(day, Wait(60))
    assert answered.cases[CASE].hearing
    assert answered.cases[CASE].hearing.answered
    assert [one.source for one in answered.cases[CASE].basis] == ["overblik"]


def test_a_case_given_away_is_not_decided_when_its_hearing_runs_out() -> None:
    day = a_day(SUBSIDY, ALL_FOUR, party="bodil")
    assert "step.done" not in happened(after(day, TakeOut(CASE)), GoHome())
    assert "step.done" not in happened(after(day, HandOver(CASE)), GoHome())


def test_an_answer_that_pays_nothing_leaves_nothing_to_release() -> None:
    last = replace(SUBSIDY, order=("find", "hear", "pay", "calculate", "write"))
    day = after(a_day(last), LookUp(CASE, "overblik", "citizen"), SettleFacts(CASE))
    assert "pay" in after(day, SkipHearing(CASE)).cases[CASE].done


def test_a_suggestion_that_waits_stands_until_the_facts_are_settled_on_something_else() -> None:
    """Only where a case type suggests before it hears; else there is nothing to stand."""
    hasty = replace(SUBSIDY, order=("find", "calculate", "write", "pay", "hear"))
    sure = a_town(citizen(AMINA, knows={INCOME: "sure"}))
    looked = after(a_day(hasty, {"calculate": 3}, town=sure), LookUp(CASE, "overblik", "citizen"))
    day = after(looked, SettleFacts(CASE))
    assert suggested(day) == ("none", 24_310_00)
    answered = after(day, Hear(CASE, (INCOME,)), Wait(60))
    assert suggested(answered) == ("none", 24_310_00)
    again = after(answered, SettleFacts(CASE, {INCOME: "citizen"}))
    assert suggested(again) == ("full", 18_200_00)


def suggested(day: Day) -> tuple[str, object]:
    """The outcome that is suggested, and the income it is built on."""
    suggestion = day.cases[CASE].suggestion
    assert suggestion
    assert suggestion.answer
    return suggestion.answer.outcome, suggestion.basis[0].value
