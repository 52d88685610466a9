"""Asking for documentation: what is asked for, what comes of it, and going on without it.

A party is asked to help (retssikkerhedsloven § 11), never ordered. From somebody else a document is
had only with a consent that names what, from whom and for which case (§ 11 a). What does not come
is reminded of, or the case is decided on what is there (§ 11 b), once the party has been told in
writing that it will be; that they did not help is never itself the ground.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from simulator.casework.actions.chain import carry_on, decided_already
from simulator.casework.awaited import notice_first
from simulator.casework.case_state import due_at, planned, with_case, with_contact
from simulator.casework.commands import CaseCommand, require_case_in_hand
from simulator.casework.day import Case, Day
from simulator.casework.document_draws import comes_at, drawn_flaw, wait
from simulator.casework.documents import Asked, DocumentKind, Request
from simulator.casework.engine import Run, decides, falls_due
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, option
from simulator.casework.letters import Channel
from simulator.casework.people import reached
from simulator.casework.phrasing import document_title, third_name
from simulator.casework.plans import ConsentDue, DocumentDue, DocumentOver
from simulator.casework.refusals import Refused
from simulator.casework.telling import tells, told
from simulator.core.agenda import Due
from simulator.core.clock import MINUTES_A_DAY, DayNumber, day_of
from simulator.core.texts import Measure, Phrase
from simulator.core.values import changed
from simulator.core.working_days import first_weekday

# What the caseworker can do -------------------------------------------------------------------


def _kinds(at: Occasion) -> Iterator[Option]:
    """Yield the documents that show a fact the case needs, each with whom it is about."""
    for kind, relation in useful(at.day, at.case):
        yield option((kind.id, relation), document_title(at.day, kind.id, relation))


def useful(day: Day, case: Case) -> tuple[tuple[DocumentKind, str], ...]:
    """Return the kinds of document that show a fact a case needs, with whom they are about."""
    return day.opening.useful_documents[case.arrival.type]


def _whom(at: Occasion) -> Iterator[Option]:
    yield option(False, Phrase("document.from-citizen"))
    yield option(True, Phrase("document.from-third"))


def _from_others(at: Occasion) -> tuple[tuple[str, str], ...]:
    """Return the documents that somebody else can send with the party's consent."""
    return tuple(
        (kind.id, "") for kind, about in useful(at.day, at.case) if kind.third and not about
    )


def _notice(at: Occasion) -> Iterator[Option]:
    yield option(True, Phrase("document.notice"))
    yield option(False, Phrase("document.no-notice"))


@dataclass(frozen=True)
class AskForDocument(CaseCommand):
    """Ask the party for a document, or with their consent somebody else who has it."""

    document: str
    relation: str = ""
    third: bool = False
    notice: bool = True
    """Whether the party is told that the case is otherwise decided on what is there. The letter
    that asks for a consent always says so."""

    group = "case"
    rank = 15
    form = (
        One("which_document", _kinds, fills=("document", "relation")),
        One("third", _whom, preset=lambda _: (False,), only_for=("which_document", _from_others)),
        One("notice", _notice, preset=lambda _: (True,)),
    )

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, if a case is in hand and there is a document to ask for in it."""
        return (at for at in super().occasions(day) if useful(day, at.case))

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it once the case is decided."""
        return decided_already() if at.case.decision else None


@dataclass(frozen=True)
class RequestCommand(CaseCommand, abstract=True):
    """A command about a document that has been asked for and has not come."""

    document: str
    relation: str = ""

    group = "case"

    def required(self, day: Day) -> tuple[Case, Request]:
        """Return the case, and the request that is waited on."""
        case = require_case_in_hand(day, self.case)
        waited_for = (r for r in _waited_for(case) if r.key == (self.document, self.relation))
        request = next(waited_for, None)
        if request is None:
            raise Refused("nothing-waited-for", helps="ask_for_document")
        if case.decision:
            raise decided_already()
        if why_not := self.why_not(day, case, request):
            raise why_not
        return case, request

    @classmethod
    def why_not(cls, day: Day, case: Case, request: Request) -> Refused | None:
        """Return why it cannot be done about a request of a case that is not decided yet."""
        return None

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, if a document is waited for in the case in hand."""
        return (at for at in super().occasions(day) if any(_waited_for(at.case)))

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it once the case is decided, and where it can be done about no document."""
        if at.case.decision:
            return decided_already()
        why = [cls.why_not(at.day, at.case, request) for request in _waited_for(at.case)]
        return why[0] if all(why) else None

    @classmethod
    def requests(cls, at: Occasion) -> Iterator[Option]:
        """Yield the documents about which it can be done."""
        for request in _waited_for(at.case):
            if cls.why_not(at.day, at.case, request) is None:
                yield option(request.key, document_title(at.day, *request.key))


def _waited_for(case: Case) -> Iterator[Request]:
    return (request for request in case.requests if request.open)


@dataclass(frozen=True)
class RemindOfDocument(RequestCommand):
    """Remind of a document, and tell that the case is otherwise decided on what is there."""

    rank = 16
    form = (
        One(
            "which_document",
            lambda at: RemindOfDocument.requests(at),
            fills=("document", "relation"),
            preset_only=True,
        ),
    )

    @classmethod
    def why_not(cls, day: Day, case: Case, request: Request) -> Refused | None:
        """Refuse it where it has been done, and where somebody else is about to send it."""
        if request.third and request.state == "waits":
            return Refused("consented-already", helps="postpone_case")
        if request.reminded:
            return Refused("reminded-already", helps="go_without_document")
        return None


@dataclass(frozen=True)
class GoWithoutDocument(RequestCommand):
    """Go on without a document that has not come, on what is there."""

    rank = 18
    form = (
        One(
            "which_document",
            lambda at: GoWithoutDocument.requests(at),
            fills=("document", "relation"),
            preset_only=True,
        ),
    )

    @classmethod
    def why_not(cls, day: Day, case: Case, request: Request) -> Refused | None:
        """Refuse it before notice, while there is time to answer, and where nothing is there."""
        if not request.notice:
            return notice_first()
        if day_of(day.now) <= request.last:
            return Refused("time-to-answer", helps="postpone_case")
        if any(_lacking(day, case, request)):
            return Refused("not-merely-for-that", helps="look_up")
        return None


# What happened --------------------------------------------------------------------------------


@event("document.asked")
class DocumentAsked(Event):
    """A document was asked for."""

    document: str
    relation: str
    days: int
    """Days to answer in."""
    last: DayNumber
    """The last day to answer on."""
    notice: bool
    """Whether it was told that the case is otherwise decided on what is there."""
    channel: Channel
    third: bool = False
    """Whether a consent is asked for, to have it from somebody else."""


@event("document.reminded")
class DocumentReminded(Event):
    """The party was reminded, and told that the case is otherwise decided on what is there."""

    document: str
    relation: str
    days: int
    last: DayNumber
    channel: Channel


@event("document.time_over", unseen=True)
class DocumentTimeOver(Event):
    """The last day to answer on is over, and what was asked for has not come."""

    document: str
    relation: str


@event("document.gone_without")
class DocumentGoneWithout(Event):
    """The caseworker went on without a document: the case is decided on what is there."""

    document: str
    relation: str


# Asked for ------------------------------------------------------------------------------------


@decides(AskForDocument)
def _ask(run: Run, command: AskForDocument, case: Case) -> None:
    day = run.day
    kind = day.opening.documents.get(command.document)
    if kind is None:
        raise Refused("no-such-document")
    if (kind, command.relation) not in useful(day, case):
        raise Refused("document-not-needed")
    needed = {need.path for need in day.case_type(case).needs}
    wanted = kind.shown_of(needed, command.relation)
    forbidden = day.case_type(case).no_proof
    if all(path in forbidden for path in wanted):
        raise Refused("no-proof", about=wanted[0], case=case.id)
    if command.third and kind.third is None:
        raise Refused("no-third-party", helps="ask_for_document")
    if command.third and command.relation:
        raise Refused("not-theirs-to-consent", helps="ask_for_document")
    _refuse_again(case, kind.id, command)
    last = _last_day(run, kind)
    run.does(
        DocumentAsked,
        days=last - day_of(day.at(run.now)),
        last=last,
        notice=command.notice or command.third,
        channel=case.channel,
        question=run.question(case.id, "find", f"document.{kind.id}"),
    )


def _refuse_again(case: Case, kind: str, command: AskForDocument) -> None:
    """Raise ``Refused`` where it is asked for already, is here, or cannot be had from them."""
    before = [r for r in case.requests if r.key == (kind, command.relation)]
    if any(request.open for request in before):
        raise Refused("document-asked-already", helps="remind_of_document")
    if any(request.state == "refused" for request in before) and command.third:
        raise Refused("consent-refused-already", helps="ask_for_document")
    here = [received for received in case.documents if received.key == (kind, command.relation)]
    if here and not here[-1].opened and here[-1].form != "message":
        raise Refused("document-here", helps="open_document")
    if here and not here[-1].flaw:
        raise Refused("document-here-already")


def _last_day(run: Run, kind: DocumentKind) -> DayNumber:
    return first_weekday(day_of(run.day.at(run.now)) + kind.days)


def _nth(case: Case, key: tuple[str, str]) -> int:
    """Return how many times a document has been asked for and reminded of in a case."""
    before = [request for request in case.requests if request.key == key]
    return sum(1 + request.reminded for request in before)


@evolves(DocumentAsked)
def _asked(day: Day, event: DocumentAsked) -> Day:
    case = day.cases[event.case or ""]
    request = Request(
        seq=event.seq,
        document=event.document,
        relation=event.relation,
        asked=day_of(day.at(event.minute)),
        last=event.last,
        notice=event.notice,
        third=event.third,
        written=event.seq,
        nth=_nth(case, (event.document, event.relation)) + 1,
        state="consent" if event.third else "waits",
    )
    day = with_case(day, case.id, requests=(*case.requests, request), read_as_citizen=False)
    day = _told_of(day, case)
    return until_over(_on_its_way(day, case, request, event.minute), case, request)


def _told_of(day: Day, case: Case) -> Day:
    """Return the day with it that the party knows of a request, where they can."""
    knows = _is_here(day, case) or reached(day, case.party, case.channel)
    return with_contact(day, case.party, "document") if knows else day


def _is_here(day: Day, case: Case) -> bool:
    """Return whether the party is on the telephone about a case."""
    return day.call is not None and day.call.case == case.id


def _on_its_way(day: Day, case: Case, request: Request, minute: int) -> Day:
    """Return the day with what the party does about a request, if they do anything."""
    here = _is_here(day, case)
    sees = reached(day, case.party, case.channel)
    if request.state == "consent":
        if not sees and not here:
            return day
        bounds = day.opening.conduct.reply_after
        minutes = 0 if here else wait(day, case, request, "consent", bounds)
        plan = ConsentDue(case.id, *request.key)
        return planned(day, minute + minutes, plan, request.written)
    if not sees or drawn_flaw(day, case, request) == "never":
        return day
    at = comes_at(day, case, request, minute)
    return planned(day, at, coming(case, request), request.written)


def until_over(day: Day, case: Case, request: Request) -> Day:
    """Return the day with the end of the time to answer a request on its agenda, while it runs."""
    plan = DocumentOver(case.id, *request.key)
    agenda = day.agenda.without_plan(plan)
    if request.open and request.last >= day_of(day.now):
        end = (request.last + 1 - day.opening.date) * MINUTES_A_DAY
        agenda = agenda.add(due_at(day, end, plan, request.written or request.seq))
    return changed(day, agenda=agenda)


def coming(case: Case, request: Request) -> DocumentDue:
    """Return the plan that what was asked for comes."""
    return DocumentDue(case.id, *request.key)


def last_request(case: Case, key: tuple[str, str]) -> Request:
    """Return the request with which a document was asked for last. There must be one."""
    return [request for request in case.requests if request.key == key][-1]


def now_is(day: Day, event: Any, state: Asked, **changes: Any) -> tuple[Day, Request]:
    """Return the day with the last request for an event's document as it is now, and that."""
    case = day.cases[event.case]
    last = last_request(case, (event.document, event.relation))
    now = replace(last, state=state, **changes)
    requests = tuple(now if request is last else request for request in case.requests)
    return until_over(with_case(day, case.id, requests=requests), case, now), now


# What does not come ---------------------------------------------------------------------------


@decides(RemindOfDocument)
def _remind(run: Run, command: RemindOfDocument, case: Case, request: Request) -> None:
    last = _last_day(run, run.day.opening.documents[request.document])
    run.does(
        DocumentReminded,
        days=last - day_of(run.day.at(run.now)),
        last=last,
        channel=case.channel,
        because=(request.seq,),
        question=run.question(case.id, "find", f"remind.{request.document}"),
    )


@evolves(DocumentReminded)
def _reminded(day: Day, event: DocumentReminded) -> Day:
    case = day.cases[event.case or ""]
    key = (event.document, event.relation)
    before = last_request(case, key)
    answers = (coming(case, before), ConsentDue(case.id, *key))
    on_its_way = any(due.plan in answers for due in day.agenda)  # and how it comes is drawn already
    nth = before.nth if on_its_way else before.nth + 1
    told = {"last": event.last, "notice": True, "reminded": True, "written": event.seq}
    day, now = now_is(day, event, before.state, nth=nth, **told)
    day = _told_of(with_case(day, case.id, read_as_citizen=False), case)
    return day if on_its_way else _on_its_way(day, case, now, event.minute)


@falls_due(DocumentOver)
def _over(run: Run, due: Due[DocumentOver]) -> None:
    plan = due.plan
    about = {"case": plan.case, "document": plan.document, "relation": plan.relation}
    run.happens(DocumentTimeOver, by="default", because=due.because, **about)
    carry_on(run, plan.case)


@evolves(DocumentTimeOver)
def _time_over(day: Day, event: DocumentTimeOver) -> Day:
    plan = DocumentOver(event.case or "", event.document, event.relation)
    return changed(day, agenda=day.agenda.without_plan(plan))


@decides(GoWithoutDocument)
def _go_without(run: Run, command: GoWithoutDocument, case: Case, request: Request) -> None:
    question = run.question(case.id, "find", f"without.{request.document}")
    run.does(DocumentGoneWithout, because=(request.seq,), question=question)
    carry_on(run, case.id)


def _lacking(day: Day, case: Case, request: Request) -> Iterator[str]:
    """Yield the needed facts a document would have shown that no other source shows."""
    shown = {seen.path for seen in case.seen if seen.state == "shown"}
    needs = {need.path for need in day.case_type(case).needs if not need.optional}
    yield from day.opening.documents[request.document].shown_of(needs - shown, request.relation)


@evolves(DocumentGoneWithout)
def _gone_without(day: Day, event: DocumentGoneWithout) -> Day:
    return now_is(day, event, "gone-without", without=event.seq)[0]


# Told -----------------------------------------------------------------------------------------


def titled(day: Day, event: Any) -> dict[str, Any]:
    """Return what the word of an event about a document may name: it, and who else has it."""
    title = document_title(day, event.document, event.relation)
    return {"document": title, "third": third_name(day, event.document)}


@tells(DocumentAsked)
def _tell_asked(day: Day, event: DocumentAsked) -> Phrase:
    which = "-third" if event.third else "" if event.notice else "-unnoticed"
    until = Measure(event.last, "date")
    return told(day, event, which, n=event.days, until=until, **titled(day, event))


@tells(DocumentReminded)
def _tell_reminded(day: Day, event: DocumentReminded) -> Phrase:
    until = Measure(event.last, "date")
    return told(day, event, n=event.days, until=until, **titled(day, event))


@tells(DocumentGoneWithout)
def _tell_gone_without(day: Day, event: DocumentGoneWithout) -> Phrase:
    return told(day, event, **titled(day, event))
