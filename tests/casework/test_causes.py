"""A wrong answer names what made it wrong, and repairing just that would have helped."""

import pytest

from simulator.casework.actions.day import Wait
from simulator.casework.actions.deciding import Calculate, SuggestionShown
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import Hear, SkipHearing
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.suggesting import Adjust
from simulator.casework.actions.telephone import Ask, Call, HangUp
from simulator.casework.case_types import Answer
from simulator.casework.causes import causes
from simulator.casework.families import decide
from simulator.core.values import changed
from simulator.landscape.integrations import Stop
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
    moment_on,
    of_kind,
)

LOOK_IN_REGISTER = LookUp(CASE, "eindkomst", "income", "the Act")


def suggested(**more: object) -> SuggestionShown:
    day = a_day(SUBSIDY, {"find": 4, "hear": 0, "calculate": 3}, **more)
    (shown,) = [
        event for event in decide(day, SkipHearing(CASE)) if isinstance(event, SuggestionShown)
    ]
    return shown


def test_the_wrong_suggestion_names_the_stopped_integration() -> None:
    shown = suggested()
    assert shown.answer
    assert shown.answer.outcome == "none"
    assert shown.causes == ("integration:eindkomst->overblik",)


def test_with_the_integration_healthy_the_error_is_gone() -> None:
    shown = suggested(stopped=False)
    assert shown.answer
    assert shown.answer.outcome == "full"
    assert shown.causes == ()


def test_a_right_suggestion_on_an_old_figure_has_no_cause() -> None:
    shown = suggested(town=a_town(december=19_000, since=18_200))
    assert shown.answer
    assert shown.answer.outcome == "full"
    assert shown.causes == ()


def test_what_never_came_names_the_arrow_that_did_not_bring_it() -> None:
    empty = changed(arrow(), stops=(Stop(moment_on("2020-01-01")),))
    landscape = Landscape(SYSTEMS, (empty,))
    day = a_day(SUBSIDY, landscape=landscape)
    assert causes(day, day.cases[CASE], None, ()) == ("integration:eindkomst->overblik",)


def test_a_value_seen_before_a_run_names_what_was_wrong_when_it_was_seen() -> None:
    hourly = changed(arrow(stopped=False), every=60, offset=30)
    stop = Stop(moment_on("2026-01-12", "00:00"), moment_on("2026-02-02", "08:10"))
    mended = Landscape(SYSTEMS, (changed(hourly, stops=(stop,)),))
    day = after(a_day(SUBSIDY, landscape=mended), LookUp(CASE, "overblik", "citizen"), Wait(60))
    case = day.cases[CASE]
    assert causes(day, case, Answer("none"), case.seen) == ("integration:eindkomst->overblik",)


def test_where_every_fact_holds_it_is_the_rule() -> None:
    day = after(a_day(SUBSIDY, stopped=False), LookUp(CASE, "overblik", "citizen"))
    case = day.cases[CASE]
    assert causes(day, case, Answer("none"), case.seen) == ("rule:subsidy@2026",)


def test_an_order_that_never_asked_the_party_is_named_where_every_fact_holds() -> None:
    hasty = changed(SUBSIDY, order=("find", "calculate", "write", "pay", "hear"))
    day = after(a_day(hasty, stopped=False), LookUp(CASE, "overblik", "citizen"))
    case = day.cases[CASE]
    assert causes(day, case, Answer("none"), case.seen) == ("order:subsidy",)


VAGUE = a_town(citizen(AMINA, knows={INCOME: "roughly"}))


def test_a_rough_answer_leaves_the_exact_value_one_built_on_and_is_seen_beside_it() -> None:
    day = after(a_day(town=VAGUE), LOOK_IN_REGISTER, SettleFacts(CASE), Hear(CASE, (INCOME,)))
    answered = after(day, Wait(60)).cases[CASE]
    assert [(one.source, one.value) for one in answered.basis] == [("eindkomst", 1_820_000)]
    seen = {one.source: one.value for one in answered.seen}
    assert seen == {"eindkomst": 1_820_000, "citizen": 1_800_000}


def test_a_person_may_build_on_a_rough_answer_all_the_same() -> None:
    day = after(a_day(town=VAGUE), LOOK_IN_REGISTER, SettleFacts(CASE), Hear(CASE, (INCOME,)))
    day = after(day, Wait(60), SettleFacts(CASE, {INCOME: "citizen"}))
    assert [one.value for one in day.cases[CASE].basis] == [1_800_000]


def test_an_answer_that_is_wrong_by_what_the_citizen_said_names_the_citizen() -> None:
    near = a_town(citizen(AMINA, knows={INCOME: "roughly"}), december=20_400, since=20_400)
    day = after(a_day(SUBSIDY, {"calculate": 3}, town=near), Call(CASE), Ask(INCOME), HangUp())
    day = after(day, SettleFacts(CASE))
    (shown,) = of_kind(decide(day, SkipHearing(CASE)), "suggestion.shown")
    assert isinstance(shown, SuggestionShown)
    assert shown.answer == Answer("full")
    assert shown.causes == ("citizen:amina",)


@pytest.mark.parametrize("level", [3, 4])
def test_a_persons_own_result_that_automation_carries_on_is_the_cause_itself(level: int) -> None:
    day = a_day(WEIGHED, {"find": 4, "hear": 4, "weigh": level, "write": 4}, stopped=False)
    log = decide(day, Calculate(CASE, "none"))
    (reached,) = of_kind(log, "result.reached")
    (shown,) = of_kind(log, "suggestion.shown")
    issued = of_kind(log, "autodecision.issued")
    assert isinstance(shown, SuggestionShown)
    assert [one.causes for one in (shown, *issued)] == [(reached.seq,)] * (level - 2)  # type: ignore[attr-defined]


def test_a_suggestion_one_changed_is_the_cause_of_what_automation_makes_of_it() -> None:
    levels = {"find": 4, "hear": 4, "calculate": 3, "weigh": 4, "write": 4}
    log = decide(a_day(WEIGHED, levels, stopped=False), Adjust(CASE, "none"))
    (adjusted,) = of_kind(log, "suggestion.adjusted")
    (issued,) = of_kind(log, "autodecision.issued")
    assert issued.causes == (adjusted.seq,)  # type: ignore[attr-defined]


def test_a_persons_own_result_that_is_true_has_no_cause() -> None:
    day = after(a_day(WEIGHED, {"find": 4, "weigh": 3}), SkipHearing(CASE))
    (shown,) = of_kind(decide(day, Calculate(CASE, "full")), "suggestion.shown")
    assert shown.causes == ()  # type: ignore[attr-defined]
