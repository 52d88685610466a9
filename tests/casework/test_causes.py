"""A wrong answer names what made it wrong, and repairing just that would have helped."""

from simulator.casework.case_types import Answer
from simulator.casework.causes import causes
from simulator.casework.commands import LookUp, SkipHearing, Wait
from simulator.casework.decider import decide
from simulator.casework.events.automation import SuggestionShown
from simulator.core.values import changed
from simulator.landscape.integrations import Stop
from simulator.landscape.systems import Landscape
from tests.casework.small import CASE, SUBSIDY, SYSTEMS, a_day, a_town, after, arrow, moment_on


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
