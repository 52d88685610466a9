"""The counter: somebody is invited, comes or stays away, stands there, is talked with, leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from simulator.casework.actions.promising import keep
from simulator.casework.case_state import planned, with_case, with_contact
from simulator.casework.commands import (
    CallCommand,
    CaseCommand,
    DeskCommand,
    require_case_in_hand,
    require_open_day,
)
from simulator.casework.day import Case, Day, Telephone, Visitor
from simulator.casework.engine import Run, decides, falls_due, makes
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, option
from simulator.casework.letters import Channel
from simulator.casework.people import after, citizen_line, does, reached
from simulator.casework.plans import LeaveCounter, Ring, Visit
from simulator.casework.refusals import Refused
from simulator.casework.telling import tells, told
from simulator.casework.vocabulary import CitizenNeed, Helper, offer_name
from simulator.core.agenda import Due
from simulator.core.causes import Cause
from simulator.core.clock import MINUTES_A_DAY, date_of
from simulator.core.texts import Argument, Phrase
from simulator.core.values import changed

HELPERS: tuple[Helper, ...] = ("interpreter", "bisidder")
"""Who can be with somebody at a meeting."""
DAYS_AHEAD = 14
"""Days a meeting can lie ahead."""
MEETING_DAYS = 3
"""Days of work ahead that a meeting is offered on."""
SATURDAY = 5
NOT_HELD = 2
"""How much likelier one stays away where nobody is booked whom one cannot do without."""


# What the caseworker can do -------------------------------------------------------------------


def _meetings(at: Occasion) -> Iterator[Option]:
    """Yield the times one can be asked to come at: later today, and on the next days of work.

    Each is a minute counted from midnight of the day played.
    """
    day, opening = at.day, at.day.opening
    for hour in range(day.minute // 60 + 1, -(-opening.closes // 60)):
        if opening.opens <= 60 * hour < opening.closes:
            yield option(60 * hour, Phrase("meeting.today", {"at": 60 * hour}))
    ahead = (n for n in range(1, DAYS_AHEAD) if date_of(opening.date + n).weekday() < SATURDAY)
    for days in islice(ahead, MEETING_DAYS):
        minute = opening.opens + 60
        when = Phrase("meeting.on", {"day": opening.date + days, "at": minute})
        yield option(days * MINUTES_A_DAY + minute, when)


def _with(at: Occasion) -> Iterator[Option]:
    """Yield who can be booked to be there: nobody, one of the helpers, both."""
    for helpers in ((), *((helper,) for helper in HELPERS), HELPERS):
        yield option(helpers, _said_with(helpers))


def _said_with(helpers: tuple[Helper, ...]) -> Phrase:
    return Phrase(f"invited-with.{'-'.join(helpers) or 'none'}")


telephone_busy = partial(Refused, "telephone-busy", helps="hang_up")


@dataclass(frozen=True)
class Invite(CaseCommand):
    """Ask the party to come to a meeting at a minute, counted from midnight of the day played.

    The party of the case in hand, or whoever is talked with.
    """

    at: int
    helpers: tuple[str, ...] = ()
    """Who is booked to be there: ``interpreter``, ``bisidder``."""

    group = "call"
    rank = 90
    form = (
        One("at", _meetings),
        One("helpers", _with, asks="with", preset=lambda _: ((),)),
    )

    def required(self, day: Day) -> tuple[Case]:
        """Return the case that is talked about, or the one in hand."""
        if day.call is not None and day.call.case == self.case:
            require_open_day(day)
            return (day.cases[self.case],)
        return (require_case_in_hand(day, self.case),)

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion: the case that is talked about, else the one in hand."""
        case = day.call.case if day.call else day.hand
        if day.is_open and case:
            yield Occasion(day, day.cases[case], {"case": case})

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where a meeting is booked already, or the party stands here."""
        day, case = at.day, at.case
        if day.agenda.holds(Visit, case.id):
            return Refused("invited-already")
        here = day.call is not None and day.call.desk and day.call.case == case.id
        waits = stands(day, case.id) and not here
        return Refused("here-already", helps="receive_visitor") if waits else None


@dataclass(frozen=True)
class ReceiveVisitor(DeskCommand):
    """Sit down with the one who stands at the counter about a case."""

    case: str

    group = "call"
    rank = 20

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion for each who stands there, while nobody is talked with."""
        if day.is_open and not day.call:
            for visitor in day.visitors:
                yield Occasion(day, day.cases[visitor.case], {"case": visitor.case})

    @classmethod
    def offer_id(cls, at: Occasion) -> str:
        """Return the name with the case."""
        return offer_name(cls.name, at.case.id)


@dataclass(frozen=True)
class BringInterpreter(CallCommand):
    """Get an interpreter to listen in on the conversation under way."""

    group = "call"
    rank = 80

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, once the citizen has shown that they need one."""
        return (at for at in super().occasions(day) if "interpreter" in at.case.needs)

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where an interpreter listens in already."""
        there = at.day.call is not None and "interpreter" in at.day.call.helpers
        return Refused("interpreter-there") if there else None


# What happened --------------------------------------------------------------------------------


@event("meeting.invited")
class MeetingInvited(Event):
    """A citizen was asked to come."""

    citizen: str
    at: int
    """The minute they are to come, counted from midnight of the day played."""
    channel: Channel
    """How they were asked: as they are answered, or ``phone`` or ``meeting`` while talking."""
    helpers: tuple[Helper, ...] = ()
    """Who was booked to be there: ``interpreter``, ``bisidder``."""


@event("visitor.received")
class VisitorReceived(Event):
    """The caseworker and somebody who came sit at the desk."""

    citizen: str
    helpers: tuple[Helper, ...] = ()
    line: str = ""
    """Text id of what the citizen says first, ``""`` if they say nothing."""


@event("need.voiced")
class NeedVoiced(Event):
    """A citizen said in a conversation what they need to be met."""

    citizen: str
    need: CitizenNeed
    line: str = ""
    """Text id of how they say it, ``""`` where it shows without words."""


@event("interpreter.joined")
class InterpreterJoined(Event):
    """An interpreter listens in on a conversation."""

    citizen: str


@event("visitor.came")
class VisitorCame(Event):
    """A citizen stands at the counter."""

    citizen: str
    invited: bool = False
    helpers: tuple[Helper, ...] = ()
    """Who is with them: ``interpreter``, ``bisidder``."""


@event("visitor.left")
class VisitorLeft(Event):
    """A citizen who stood at the counter, or at a closed door, went without being talked with."""

    citizen: str
    waited: int = 0
    """Minutes they stood there."""


@event("visitor.stayed_away")
class VisitorStayedAway(Event):
    """A citizen did not come to a meeting."""

    citizen: str


# Invited, and there or not --------------------------------------------------------------------


@decides(Invite)
def _invite(run: Run, command: Invite, case: Case) -> None:
    call = run.day.call
    talking = call is not None and call.case == command.case
    if not set(command.helpers) <= set(HELPERS) or not _open_at(run.day, command.at):
        raise Refused("invite-when")
    channel = ("meeting" if call and call.desk else "phone") if talking else case.channel
    run.does(
        MeetingInvited,
        channel=channel,
        helpers=tuple(helper for helper in HELPERS if helper in command.helpers),
        question=run.question(case.id, "", "invite"),
    )


def stands(day: Day, case: str) -> Visitor | None:
    """Return whoever stands at the counter about a case, or ``None`` if nobody does."""
    return next((visitor for visitor in day.visitors if visitor.case == case), None)


def present(day: Day) -> tuple[str, ...]:
    """Return who stands or sits where the screen can be seen."""
    sitting = (day.call.citizen,) if day.call and day.call.desk else ()
    return (*sitting, *(visitor.citizen for visitor in day.visitors))


def _open_at(day: Day, at: int) -> bool:
    """Return whether a minute is still to come, not too far ahead, and within opening hours."""
    days, minute = divmod(at, MINUTES_A_DAY)
    opening = day.opening
    ahead = at > day.minute and days <= DAYS_AHEAD
    working = date_of(opening.date + days).weekday() < SATURDAY
    return ahead and working and opening.opens <= minute < opening.closes


@evolves(MeetingInvited)
def _invited(day: Day, event: MeetingInvited) -> Day:
    visit = Visit(event.case or "", event.channel, event.helpers)
    return planned(day, event.at, visit, event.seq)


@falls_due(Visit)
def _visits(run: Run, due: Due[Visit]) -> None:
    case, helpers, because = run.day.cases[due.plan.case], due.plan.helpers, due.because
    if not _knows(run.day, case, due) or _stays_away(run.day, case, helpers):
        run.party_does(VisitorStayedAway, case, because=because)
    elif run.day.closed and due.minute < MINUTES_A_DAY:
        run.party_does(VisitorLeft, case, because=because)
    else:
        run.party_does(VisitorCame, case, invited=True, helpers=tuple(helpers), because=because)


def _knows(day: Day, case: Case, due: Due[Visit]) -> bool:
    """Return whether an invitation has been seen: on paper no sooner than tomorrow."""
    channel = due.plan.channel
    on_paper_today = channel == "letter" and due.minute < MINUTES_A_DAY
    return reached(day, case.party, channel) and not on_paper_today


def _stays_away(day: Day, case: Case, helpers: tuple[Helper, ...]) -> bool:
    lacking = any(need in HELPERS and need not in helpers for need in case.arrival.needs)
    chance = day.opening.conduct.stays_away * (NOT_HELD if lacking else 1)
    times = day.contacts.get((case.party, "stayed-away"), 0)
    return does(day, case, f"visit.stays-away.{times}", chance)


def comes(run: Run, case: str, because: tuple[Cause, ...]) -> None:
    """Let the party of a case that came over the counter stand there."""
    run.party_does(VisitorCame, run.day.cases[case], because=because)


@evolves(VisitorCame)
def _came(day: Day, event: VisitorCame) -> Day:
    case = day.cases[event.case or ""]
    day = changed(day, agenda=day.agenda.without(Visit, case.id))
    if day.closed:  # on another day: they are met then
        return with_contact(day, event.citizen, "called")
    patience = day.world.town.citizens[event.citizen].patience
    wait = after(day, case, "visit", day.opening.conduct.visitor_waits) * (50 + patience) // 100
    visitor = Visitor(event.citizen, case.id, event.seq, event.minute, event.helpers)
    day = changed(day, visitors=(*day.visitors, visitor))
    return planned(day, event.minute + wait, LeaveCounter(case.id), event.seq)


@falls_due(LeaveCounter)
def _leaves(run: Run, due: Due[LeaveCounter]) -> None:
    visitor = stands(run.day, due.plan.case)
    assert visitor is not None
    leave(run, visitor)


def leave(run: Run, visitor: Visitor) -> None:
    """Let somebody who stands at the counter go again without having been talked with."""
    case, waited = run.day.cases[visitor.case], run.now - visitor.minute
    run.party_does(VisitorLeft, case, waited=waited, because=(visitor.seq,))


@evolves(VisitorLeft)
def _left(day: Day, event: VisitorLeft) -> Day:
    return with_contact(_gone(day, event.case or ""), event.citizen, "left")


@evolves(VisitorStayedAway)
def _stayed_away(day: Day, event: VisitorStayedAway) -> Day:
    return with_contact(_gone(day, event.case or ""), event.citizen, "stayed-away")


def _gone(day: Day, case: str) -> Day:
    agenda = day.agenda.without(Visit, case).without(LeaveCounter, case)
    left = tuple(visitor for visitor in day.visitors if visitor.case != case)
    return changed(day, agenda=agenda, visitors=left)


@decides(ReceiveVisitor)
def _receive(run: Run, command: ReceiveVisitor) -> None:
    visitor = stands(run.day, command.case)
    if visitor is None:
        raise Refused("nobody-waits")
    if run.day.call:
        raise telephone_busy()
    case = run.day.cases[visitor.case]
    nth = run.day.contacts.get((case.party, "called"), 0)
    run.does(
        VisitorReceived,
        helpers=visitor.helpers,
        line=citizen_line(run.day, "visit", case.party, case.id, nth),
        because=(visitor.seq,),
    )
    keep(run, case, "ring-back")
    voice_needs(run, case.id)


@evolves(VisitorReceived)
def _received(day: Day, event: VisitorReceived) -> Day:
    case = event.case or ""
    day = _gone(day, case)
    sits = Telephone(
        event.citizen, case, event.seq, event.line, rang=True, desk=True, helpers=event.helpers
    )
    day = changed(day, call=sits, agenda=day.agenda.without(Ring, case))
    return with_contact(day, event.citizen, "called")


def voice_needs(run: Run, case_id: str) -> None:
    """Let a citizen in a conversation say what they need that nobody has thought of yet."""
    case, call = run.day.cases[case_id], run.day.call
    for need in case.arrival.needs:
        if need in case.needs or (call and need in call.helpers):
            continue
        line = citizen_line(run.day, f"need.{need}", case.party, case.id)
        run.party_does(NeedVoiced, case, need=need, line=line)


@evolves(NeedVoiced)
def _voiced(day: Day, event: NeedVoiced) -> Day:
    case = day.cases[event.case or ""]
    return with_case(day, case.id, needs=(*case.needs, event.need))


makes(BringInterpreter, InterpreterJoined)


@evolves(InterpreterJoined)
def _joined(day: Day, event: InterpreterJoined) -> Day:
    assert day.call is not None
    return changed(day, call=changed(day.call, helpers=(*day.call.helpers, "interpreter")))


def hampered(day: Day, case: Case) -> bool:
    """Return whether whoever is talked with understands only roughly what they are asked."""
    helpers = day.call.helpers if day.call else ()
    return "interpreter" in case.arrival.needs and "interpreter" not in helpers


@tells(MeetingInvited)
def _tell_invited(day: Day, event: MeetingInvited) -> Phrase:
    days, at = divmod(event.at, MINUTES_A_DAY)
    which = "-with" if event.helpers else ""
    on = day.opening.date + days
    arguments: dict[str, Argument] = {"day": on, "at": at, "with": _said_with(event.helpers)}
    return told(day, event, which, **arguments)


@tells(VisitorCame, VisitorLeft, VisitorStayedAway)
def _tell_visitor(day: Day, event: VisitorCame | VisitorLeft | VisitorStayedAway) -> Phrase:
    days, at = divmod(event.minute, MINUTES_A_DAY)
    which = ""
    if not isinstance(event, VisitorLeft):
        invited = isinstance(event, VisitorCame) and event.invited
        which = "-later" if days else "-invited" if invited else ""
    return told(day, event, which, days=days, at=at)
