"""What comes when a document was asked for: as what, of which date, and what stands in it.

It comes as a photo or by post, of the month or date that was asked about or of an older one, or so
that nothing can be read. It is laid on the case once it is opened, and replaces nothing. Only a
person opens it: until they have, automation does not go on. That there is no such document is an
answer, and it goes on with that.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.casework.actions.chain import carry_on
from simulator.casework.actions.documents.requesting import last_request, now_is, titled
from simulator.casework.actions.falling_out import fall_out
from simulator.casework.actions.promising import keep
from simulator.casework.case_state import with_case, with_seen
from simulator.casework.commands import CaseCommand
from simulator.casework.day import Case, Day
from simulator.casework.document_draws import drawn_flaw
from simulator.casework.documents import (
    DocumentKind,
    Flaw,
    Form,
    Received,
    Request,
)
from simulator.casework.engine import Run, decides, falls_due
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, option
from simulator.casework.people import citizen_line, has_document
from simulator.casework.phrasing import document_title
from simulator.casework.plans import DocumentDue
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen, document_source
from simulator.casework.telling import tells, told
from simulator.core.agenda import Due
from simulator.core.clock import DayNumber, day_of, moment, month_start
from simulator.core.facts import path_to
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.town.spells import true_on

# What the caseworker can do -------------------------------------------------------------------


def _received(at: Occasion) -> Iterator[Option]:
    for received in at.case.documents:
        if received.form != "message":
            title = document_title(at.day, *received.key)
            yield option(received.number, title)


@dataclass(frozen=True)
class OpenDocument(CaseCommand):
    """Open a document that has come, and read it."""

    number: int
    """The number of the event it came with."""

    group = "look"
    rank = 5
    form = (One("number", _received, asks="received", preset=lambda at: _unopened(at)[:1]),)

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, if a document has come in the case in hand."""
        return (at for at in super().occasions(day) if any(_received(at)))


def _unopened(at: Occasion) -> tuple[int, ...]:
    here = [received for received in at.case.documents if received.form != "message"]
    unread = [received.number for received in here if not received.opened]
    return (*unread, *(received.number for received in here[-1:]))


# What happened --------------------------------------------------------------------------------


@event("document.arrived")
class DocumentArrived(Event):
    """A document came; nobody has opened it yet."""

    document: str
    relation: str
    form: Form
    flaw: Flaw
    fields: tuple[Seen, ...]
    """What stands in it."""
    date: DayNumber
    """The first day of the month it is of, or its date."""
    citizen_minutes: int = 0
    """What it cost the citizen to find and send it, in minutes."""
    line: str = ""


@event("document.opened")
class DocumentOpened(Event):
    """A document was opened; what stands in it is exposed."""

    number: int
    """The number of the event it came with."""
    document: str
    relation: str
    flaw: Flaw
    fields: tuple[Seen, ...]


# It comes -------------------------------------------------------------------------------------


@falls_due(DocumentDue)
def _comes(run: Run, due: Due[DocumentDue]) -> None:
    day, plan = run.day, due.plan
    case = day.cases[plan.case]
    request = last_request(case, (plan.document, plan.relation))
    kind = day.opening.documents[request.document]
    flaw = _flaw(day, case, request, kind)
    date = _date_of(kind, day_of(day.at(run.now)), flaw)
    subject = _subject(day, case, request)
    fields = _written(day, kind, request, subject, date) if flaw in ("", "older") else ()
    third = kind.third if request.third else None
    kept = {"document": request.document, "relation": request.relation, "date": date}
    act = "document.none" if flaw == "none-such" else ""
    run.happens(
        DocumentArrived,
        by="third-party" if third and flaw != "none-such" else f"citizen:{case.party}",
        case=case.id,
        form="message" if flaw == "none-such" else _form(day, case),
        flaw=flaw,
        fields=fields,
        citizen_minutes=0 if third or flaw == "none-such" else kind.minutes,
        line=citizen_line(day, act, case.party, case.id) if act else "",
        because=due.because,
        **kept,
    )
    carry_on(run, case.id)


def _form(day: Day, case: Case) -> Form:
    return "letter" if day.world.town.citizens[case.party].digital == "none" else "photo"


def _subject(day: Day, case: Case, request: Request) -> str:
    """Return whom a document is about, or "" where there is nobody."""
    town, relations = day.world.town, day.opening.relations
    path = path_to(request.relation, day.opening.documents[request.document].shows[0])
    return town.about(relations, path, case.party, day.opening.date)


def _flaw(day: Day, case: Case, request: Request, kind: DocumentKind) -> Flaw:
    subject = _subject(day, case, request)
    if not subject or not has_document(day, kind, subject):
        return "none-such"
    if request.third or _set_to_come(case, request):
        return ""
    drawn = drawn_flaw(day, case, request)
    return "unreadable" if drawn == "unreadable" else "older" if drawn == "older" else ""


def _set_to_come(case: Case, request: Request) -> bool:
    """Return whether the scenario has set that a document asked for before the day comes."""
    before = request.seq == case.seq
    return before and any(
        asked.comes for asked in case.arrival.asked_before if asked.key == request.key
    )


def _date_of(kind: DocumentKind, today: DayNumber, flaw: Flaw) -> DayNumber:
    """Return the date of a document that comes today: the first day of its month, or its own."""
    if kind.dated == "month":
        before = month_start(month_start(today) - 1)
        return month_start(before - 1) if flaw == "older" else before
    return today - kind.older_days if flaw == "older" else today


def _written(
    day: Day, kind: DocumentKind, request: Request, subject: str, date: DayNumber
) -> tuple[Seen, ...]:
    """Return what stands in a document of a date: what was true then."""
    fields = []
    for fact in kind.shows:
        spell = true_on(day.world.town.timeline(fact, subject), date)
        if spell is None or spell.value is None:
            continue
        since = spell.begins if kind.dated == "decision" else date
        source = document_source(kind.id, third=request.third)
        path = path_to(request.relation, fact)
        as_of = moment(max(since, 0))
        fields.append(Seen(path, subject, source, "shown", spell.value, as_of, since, dated=True))
    return tuple(fields)


@evolves(DocumentArrived)
def _arrived(day: Day, event: DocumentArrived) -> Day:
    day = changed(day, agenda=day.agenda.without_first(DocumentDue, event.case or ""))
    day, _ = now_is(day, event, "came")
    case = day.cases[event.case or ""]
    received = Received(
        event.seq,
        event.document,
        event.relation,
        event.form,
        event.flaw,
        event.fields,
        event.date,
        event.minute,
    )
    return with_case(day, case.id, documents=(*case.documents, received))


@decides(OpenDocument)
def _open(run: Run, command: OpenDocument, case: Case) -> None:
    received = next((r for r in case.documents if r.number == command.number), None)
    if received is None or received.form == "message":
        raise Refused("no-document-here")
    opened = run.does(
        DocumentOpened,
        document=received.document,
        relation=received.relation,
        flaw=received.flaw,
        fields=received.fields,
        because=(received.number,),
    )
    keep(run, case, "look-again")
    if not received.flaw:
        fall_out(run, case.id, received.fields, (), opened.seq)
    carry_on(run, case.id)


@evolves(DocumentOpened)
def _opened(day: Day, event: DocumentOpened) -> Day:
    case = day.cases[event.case or ""]
    needed = {need.path for need in day.case_type(case).needs}
    fields = tuple(seen for seen in event.fields if seen.path in needed)
    documents = tuple(
        replace(received, opened=True) if received.number == event.number else received
        for received in case.documents
    )
    return with_case(day, case.id, documents=documents, seen=with_seen(case, *fields))


# Told -----------------------------------------------------------------------------------------


@tells(DocumentArrived)
def _tell_arrived(day: Day, event: DocumentArrived) -> Phrase:
    case = day.cases[event.case or ""]
    late = case.decided_at is not None and case.decided_at < event.seq
    sender = "-third" if event.by == "third-party" else ""
    which = "-none" if event.form == "message" else f"{sender}-late" if late else sender
    form = Phrase(f"document.form-{event.form}")
    return told(day, event, which, form=form, **titled(day, event))


@tells(DocumentOpened)
def _tell_opened(day: Day, event: DocumentOpened) -> Phrase:
    which = "-unreadable" if event.flaw == "unreadable" else ""
    return told(day, event, which, **titled(day, event))
