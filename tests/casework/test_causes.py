"""A wrong answer names what made it wrong, and repairing just that would have helped."""

from simulator.casework.commands import AcceptPrebrief, OpenCase
from simulator.casework.decider import decide
from simulator.casework.events.automation import SuggestionShown
from tests.casework.small import CASE, SUBSIDY, a_day, a_town, after

AT_3 = {"find": 4, "hear": 0, "calculate": 3}


def suggested(**more: object) -> SuggestionShown:
    day = a_day(SUBSIDY, {"find": 4, "hear": 4, "calculate": 3}, fresh=True, **more)
    day = after(day, AcceptPrebrief())
    return _the_suggestion(day, more)


def _the_suggestion(day: object, more: object) -> SuggestionShown:
    from simulator.casework.commands import SkipHearing

    opened = after(day, OpenCase(CASE))  # type: ignore[arg-type]
    if opened.cases[CASE].suggestion is None:
        events = decide(opened, SkipHearing(CASE))
    else:
        events = decide(day, OpenCase(CASE))  # type: ignore[arg-type]
    (shown,) = [event for event in events if isinstance(event, SuggestionShown)]
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
