"""The telephone: ringing a citizen, being rung, and what is said in a conversation."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.casework.actions.counter import hampered, stands, telephone_busy, voice_needs
from simulator.casework.actions.deciding import nothing_decided
from simulator.casework.actions.falling_out import fall_out
from simulator.casework.actions.promising import keep
from simulator.casework.actions.repairing import find_error, nothing_seen, require_shown
from simulator.casework.case_state import planned, with_case, with_contact, with_said, with_seen
from simulator.casework.commands import CallCommand, CaseCommand, DeskCommand
from simulator.casework.day import Case, Day, Telephone
from simulator.casework.engine import Run, decides, falls_due
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, worded
from simulator.casework.options import needed_facts, seen_in_systems
from simulator.casework.people import citizen_answer, citizen_line
from simulator.casework.plans import Ring, RingAsSet, RingOut
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.casework.telling import and_answered, question_put, tells, told, value_said
from simulator.casework.truth import truth_of
from simulator.casework.vocabulary import Topic
from simulator.core.agenda import Agenda, Due
from simulator.core.facts import Certainty
from simulator.core.texts import Phrase
from simulator.core.values import changed

TOPICS: tuple[Topic, ...] = ("status", "next", "decision", "mistake")


# What the caseworker can do -------------------------------------------------------------------


@dataclass(frozen=True)
class AnswerCall(DeskCommand):
    """Take the ringing telephone."""

    group = "call"
    rank = 10

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, while it rings and nobody is talked with."""
        if day.is_open and day.ringing and not day.call:
            yield Occasion(day, day.cases[day.ringing.case])


@dataclass(frozen=True)
class Call(CaseCommand):
    """Ring the party."""

    group = "call"
    rank = 30

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, while a case is in hand and nobody is talked with."""
        return iter(()) if day.call else super().occasions(day)


@dataclass(frozen=True)
class Ask(CallCommand):
    """Ask the citizen on the telephone about a fact."""

    path: str

    group = "call"
    rank = 40
    form = (One("path", needed_facts),)


def _topics(at: Occasion) -> tuple[Option, ...]:
    case = at.case
    nothing_yet = {"decision": case.decision is None, "mistake": case.reopened is None}
    return worded("topic", (topic for topic in TOPICS if not nothing_yet.get(topic)))


@dataclass(frozen=True)
class Tell(CallCommand):
    """Tell the citizen on the telephone something: ``status``, ``next`` or ``decision``."""

    topic: str

    group = "call"
    rank = 50
    form = (One("topic", _topics),)


@dataclass(frozen=True)
class InformOfError(CallCommand):
    """Tell the citizen that a system shows something of them that does not hold."""

    path: str
    source: str

    group = "call"
    rank = 70
    form = (One("value", seen_in_systems, fills=("path", "source")),)

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where no system has shown anything."""
        return nothing_seen(at)


@dataclass(frozen=True)
class HangUp(CallCommand):
    """Put the telephone down, or say goodbye to the one at the desk."""

    group = "call"
    rank = 99

    @classmethod
    def label(cls, at: Occasion) -> Phrase:
        """Return it as it is called at the desk, or on the telephone."""
        desk = at.day.call is not None and at.day.call.desk
        return Phrase("offer.say_goodbye") if desk else super().label(at)


# What happened --------------------------------------------------------------------------------


@event("call.rang")
class CallRang(Event):
    """A citizen rings."""

    citizen: str
    line: str
    """Text id of what the citizen says."""


@event("caseworker.interrupted", unseen=True)
class CaseworkerInterrupted(Event):
    """The telephone rang while something was being done in the case, and it was not done yet.

    Whoever waits or takes a break is not interrupted. The ringing itself is what is told.
    """


@event("call.rang_out")
class CallRangOut(Event):
    """Nobody took the call."""

    citizen: str


@event("citizen.called")
class CitizenCalled(Event):
    """The caseworker and a citizen are on the telephone."""

    citizen: str
    rang: bool = False
    """The citizen rang."""
    line: str = ""
    """Text id of what the citizen says first, ``""`` if they say nothing."""


@event("citizen.asked")
class CitizenAsked(Event):
    """A citizen was asked about a fact, and answered by what they know."""

    citizen: str
    path: str
    certainty: Certainty
    field: Seen


@event("citizen.told")
class CitizenTold(Event):
    """A citizen was told where the case stands."""

    citizen: str
    topic: Topic
    line: str = ""
    """Text id of what the citizen says to it, ``""`` if they say nothing."""


@event("citizen.informed_of_error")
class CitizenInformedOfError(Event):
    """A citizen was told that a system shows something of them that does not hold."""

    citizen: str
    system: str
    path: str
    line: str = ""
    """Text id of what the citizen says to it, ``""`` if they say nothing."""


@event("call.ended")
class CallEnded(Event):
    """The telephone was put down."""

    citizen: str


@event("visit.ended")
class VisitEnded(Event):
    """Whoever sat at the desk went."""

    citizen: str


# Rung, and ringing ----------------------------------------------------------------------------


@falls_due(Ring, RingAsSet)
def _rings(run: Run, due: Due[Ring]) -> None:
    case = run.day.cases[due.plan.case]
    other = run.day.call or run.day.ringing
    if other or run.day.closed:
        why = (*due.because, other.seq) if other else due.because
        run.party_does(CallRangOut, case, because=why)
        return
    line = citizen_line(run.day, due.plan.says, case.party, case.id)
    doing = next((event for event in run.events if event.minutes), None)
    rang = run.party_does(CallRang, case, line=line, because=due.because)
    if doing and doing.case and run.now < run.day.minute:
        run.happens(CaseworkerInterrupted, by="telephone", case=doing.case, because=(rang.seq,))


@evolves(CallRang)
def _rang(day: Day, event: CallRang) -> Day:
    case = event.case or ""
    day = changed(
        day,
        agenda=_rung(day, case, event.minute),
        ringing=Telephone(event.citizen, case, event.seq, event.line, rang=True),
    )
    out = event.minute + day.opening.conduct.ring_out
    return planned(day, out, RingOut(case), event.seq)


def _rung(day: Day, case: str, minute: int) -> Agenda:
    """Return the agenda once the party of a case has rung: what is set for later still comes."""
    return day.agenda.without(Ring, case).without(RingAsSet, case, until=minute)


@falls_due(RingOut)
def _rings_out(run: Run, due: Due[RingOut]) -> None:
    run.party_does(CallRangOut, run.day.cases[due.plan.case], because=due.because)


@evolves(CallRangOut)
def _rang_out(day: Day, event: CallRangOut) -> Day:
    case = event.case or ""
    agenda = _rung(day, case, event.minute).without(RingOut, case)
    ringing = day.ringing if day.ringing and day.ringing.case != case else None
    return with_contact(changed(day, agenda=agenda, ringing=ringing), event.citizen, "rang-out")


@decides(Call)
def _call(run: Run, command: Call, case: Case) -> None:
    if run.day.call:
        raise telephone_busy()
    if stands(run.day, case.id):
        raise Refused("stands-here", helps="receive_visitor")
    nth = run.day.contacts.get((case.party, "called"), 0)
    run.does(CitizenCalled, line=citizen_line(run.day, "answer", case.party, case.id, nth))
    voice_needs(run, case.id)
    keep(run, case, "ring-back")


@decides(AnswerCall)
def _answer(run: Run, command: AnswerCall) -> None:
    ringing = run.day.ringing
    if ringing is None:
        raise Refused("nobody-rings")
    if run.day.call:
        raise telephone_busy()
    run.does(
        CitizenCalled,
        case=ringing.case,
        citizen=ringing.citizen,
        rang=True,
        line=ringing.line,
        because=(ringing.seq,),
    )
    voice_needs(run, ringing.case)
    keep(run, run.day.cases[ringing.case], "ring-back")


@evolves(CitizenCalled)
def _called(day: Day, event: CitizenCalled) -> Day:
    case = event.case or ""
    day = changed(
        day,
        call=Telephone(event.citizen, case, event.seq, event.line, rang=event.rang),
        ringing=day.ringing if day.ringing and day.ringing.case != case else None,
        agenda=day.agenda.without(Ring, case).without(RingOut, case),
    )
    return with_contact(day, event.citizen, "called")


@decides(Ask)
def _ask(run: Run, command: Ask, call: Telephone, case: Case) -> None:
    if command.path not in {need.path for need in run.day.case_type(case).needs}:
        raise Refused("ask-about-what")
    rough = hampered(run.day, case)
    certainty, field = citizen_answer(run.day, call.citizen, command.path, run.day.now, rough=rough)
    asked = run.does(CitizenAsked, certainty=certainty, field=field)
    if certainty == "sure":
        _shows_errors(run, case, asked)
    roughly = () if certainty == "sure" else (field.path,)
    fall_out(run, case.id, (field,), roughly, asked.seq)


def _shows_errors(run: Run, case: Case, asked: CitizenAsked) -> None:
    """What a citizen is sure of shows which seen values do not hold."""
    for seen in case.seen:
        elsewhere = seen.path == asked.path and seen.source != "citizen" and seen.state == "shown"
        wrong = seen.value != truth_of(run.day, case, seen.path)
        if elsewhere and wrong and seen.value != asked.field.value:
            find_error(run, case, seen, "citizen", asked.seq)


@evolves(CitizenAsked)
def _asked(day: Day, event: CitizenAsked) -> Day:
    case = day.cases[event.case or ""]
    rough = {event.path} if event.certainty == "roughly" else set()
    roughly = (case.roughly - {event.path}) | rough
    return with_case(day, case.id, seen=with_seen(case, event.field), roughly=roughly)


@decides(Tell)
def _tell(run: Run, command: Tell, call: Telephone, case: Case) -> None:
    if command.topic not in TOPICS:
        raise Refused("tell-what")
    if command.topic == "decision" and case.decision is None:
        raise nothing_decided()
    if command.topic == "mistake" and case.reopened is None:
        raise Refused("no-mistake-to-tell", helps="reopen")
    nth = run.day.contacts.get((call.citizen, "told"), 0)
    says = citizen_line(run.day, f"told.{command.topic}", call.citizen, case.id, nth, call.said)
    run.does(CitizenTold, line=says)


@decides(InformOfError)
def _inform(run: Run, command: InformOfError, call: Telephone, case: Case) -> None:
    seen = require_shown(run.day, case, command.path, command.source)
    nth = run.day.contacts.get((call.citizen, "told"), 0)
    run.does(
        CitizenInformedOfError,
        system=seen.source,
        line=citizen_line(run.day, "informed", call.citizen, case.id, nth, call.said),
    )


@evolves(CitizenTold, CitizenInformedOfError)
def _told(day: Day, event: CitizenTold | CitizenInformedOfError) -> Day:
    day = with_contact(with_said(day, event.line), event.citizen, "told")
    owned = isinstance(event, CitizenTold) and event.topic == "mistake"
    return with_contact(day, event.citizen, "owned") if owned else day


@decides(HangUp)
def _hang_up(run: Run, command: HangUp, call: Telephone, case: Case) -> None:
    end_talk(run, call)


def end_talk(run: Run, call: Telephone) -> None:
    """End the conversation under way."""
    ended = VisitEnded if call.desk else CallEnded
    run.happens(ended, case=call.case, citizen=call.citizen, minutes=run.price("hang_up"))


@evolves(CallEnded, VisitEnded)
def _ended(day: Day, event: CallEnded | VisitEnded) -> Day:
    return changed(day, call=None)


@tells(CitizenAsked)
def _tell_asked(day: Day, event: CitizenAsked) -> Phrase:
    asked = question_put(day, event.field)
    question = {"question": asked} if asked else {}
    return told(day, event, says=value_said(day, event.field, event.certainty), **question)


@tells(CitizenTold, CitizenInformedOfError)
def _tell_told(day: Day, event: CitizenTold | CitizenInformedOfError) -> Phrase:
    if isinstance(event, CitizenInformedOfError):
        return and_answered(event, told(day, event))
    topic = Phrase(f"topic-told.{event.topic}")
    return and_answered(event, told(day, event, topic=topic))
