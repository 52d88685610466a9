"""What an opened document looks like, and how far each one is that was asked for."""

from collections.abc import Iterator
from typing import Literal

from simulator.casework.actions.documents.receiving import DocumentOpened
from simulator.casework.day import Case, Day
from simulator.casework.documents import Received, Request
from simulator.casework.phrasing import document_title, fact_label, subject_name, value_measure
from simulator.casework.truth import subject_of
from simulator.casework.views import DocumentLine, DocumentRow, DocumentView
from simulator.core.clock import day_of
from simulator.core.facts import path_to
from simulator.core.texts import Argument, Measure, Phrase


def document_view(day: Day, event: DocumentOpened) -> DocumentView:
    """Return an opened document as it is: what stands in it, or that nothing can be read."""
    case = day.cases[event.case or ""]
    kind = day.opening.documents[event.document]
    received = next(r for r in case.documents if r.number == event.number)
    dates: dict[str, Argument] = {"date": _date(received)}
    about = subject_of(day, case, path_to(event.relation, kind.shows[0]))
    return DocumentView(
        heading=kind.heading,
        issuer=kind.issuer,
        name=subject_name(day, about),
        dated=Phrase(kind.of, dates) if kind.of and event.flaw != "unreadable" else None,
        came=Phrase(f"document.form-{received.form}"),
        minute=received.minute,
        rows=tuple(
            DocumentRow(fact_label(day, seen.path), value_measure(day, seen))
            for seen in event.fields
        ),
        foot=kind.foot,
        readable=event.flaw != "unreadable",
    )


def _date(received: Received) -> int:
    """Return the date that stands on a document: of a decision, when it was made."""
    since = [seen.since for seen in received.fields if seen.since is not None]
    return max(since) if since else received.date


def document_lines(day: Day, case: Case) -> Iterator[DocumentLine]:
    """Yield how far each document is that was asked for in a case, and what of it has come."""
    for request in case.requests:
        if request.state != "came":
            overdue = request.open and day_of(day.now) > request.last
            yield DocumentLine(_requested(day, request), request.state, overdue=overdue)
    for received in case.documents:
        title = document_title(day, *received.key)
        state: Literal["none", "opened", "here"] = "opened" if received.opened else "here"
        state = "none" if received.form == "message" else state
        says = Phrase(f"document.line-{state}", {"document": title})
        as_asked = received.opened and not received.flaw
        yield DocumentLine(says, state, received.number, as_asked)


def _requested(day: Day, request: Request) -> Phrase:
    names: dict[str, Argument] = {
        "document": document_title(day, *request.key),
        "asked": Measure(request.asked, "date"),
        "until": Measure(request.last, "date"),
    }
    told = "-noticed" if request.notice and request.state == "waits" else ""
    if request.reminded and request.open:
        told = "-reminded"
    return Phrase(f"document.line-{request.state}{told}", names)
