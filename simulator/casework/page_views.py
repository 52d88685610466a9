"""What an opened page looks like: its heading and its fields, for the system's own face to draw."""

from collections.abc import Mapping

from simulator.casework.actions.looking.pages import RecordOpened, heading
from simulator.casework.case_state import of_case
from simulator.casework.day import Case, Day
from simulator.casework.phrasing import fact_label, fact_of, typed, value_measure
from simulator.casework.sights import Seen
from simulator.casework.views import PageView, Row
from simulator.core.facts import Value
from simulator.core.texts import Measure
from simulator.landscape.systems import Field


def page_view(day: Day, event: RecordOpened) -> PageView:
    """Return an opened page as it stands now: what has been asked for since is uncovered."""
    system = day.opening.landscape.systems[event.system]
    page = system.page(event.page)
    assert page is not None
    fields = {field.fact: field for field in page.fields}
    case = day.cases.get(event.case or "")
    shown = tuple(_as_revealed(case, seen) for seen in event.fields)
    return PageView(
        system.id,
        system.name,
        system.owner,
        system.look,
        page.id,
        page.title,
        heading(day, event, shown),
        event.minute,
        tuple(_row(day, case, seen, fields) for seen in shown),
        day.opening.date,
    )


def _as_revealed(case: Case | None, covered: Seen) -> Seen:
    """Return a field as it stands once what it covers has been asked for on that page."""
    for shown in case.revealed if case and covered.state == "protected" else ():
        if shown.place == covered.place and (shown.at or 0) >= (covered.at or 0):
            return shown
    return covered


def _row(day: Day, case: Case | None, seen: Seen, fields: Mapping[str, Field]) -> Row:
    field = fields[fact_of(day, seen.path).id]
    return Row(
        field.code,
        fact_label(day, seen.path),
        seen.state,
        value_measure(day, seen),
        seen.as_of if seen.dated else None,
        tuple((month, _earlier(day, seen, value)) for month, value in seen.earlier),
        seen.path,
        seen.since if field.months > 1 or field.past else None,
        seen.subject,
        case is None or of_case(case, seen),
    )


def _earlier(day: Day, seen: Seen, value: Value) -> Measure:
    measure = typed(day, fact_of(day, seen.path), value, seen.source, seen.at)
    assert isinstance(measure, Measure)
    return measure
