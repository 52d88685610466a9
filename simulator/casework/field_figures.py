"""The field's own figures on what complaints end in, told beside what they ended in on a day."""

from collections.abc import Iterable

from simulator.casework.actions.complaints import ComplaintFiled
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.follows import FieldFigure
from simulator.core.texts import Phrase


def field_figures(day: Day, events: Iterable[Event]) -> tuple[Phrase, ...]:
    """Return the figures of the case types that were complained of, each once, with its source."""
    complained = [event.case or "" for event in events if isinstance(event, ComplaintFiled)]
    figures = {
        figure: Phrase(
            "field-figure" if figure.verified else "field-figure.simplified",
            {"says": figure.says, "year": str(figure.year), "source": figure.source},
        )
        for case in complained
        for figure in _of_complaints(day, case)
    }
    return tuple(figures.values())


def _of_complaints(day: Day, case: str) -> tuple[FieldFigure, ...]:
    complaint = day.case_type(day.cases[case]).complaint
    return complaint.figures if complaint else ()
