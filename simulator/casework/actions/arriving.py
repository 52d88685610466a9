"""What comes to the desk by itself: cases, what somebody says into the day, outages."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from simulator.casework.actions.chain import carry_on
from simulator.casework.actions.counter import comes
from simulator.casework.actions.documents.requesting import until_over
from simulator.casework.case_state import due_at, planned
from simulator.casework.day import Case, Day
from simulator.casework.documents import AskedBefore, Request
from simulator.casework.engine import Run, falls_due, watches
from simulator.casework.events import DayOpened, Event, event, evolves
from simulator.casework.opening import Inject
from simulator.casework.people import after, citizen_answers, does, impatience
from simulator.casework.plans import (
    Arrive,
    ComeBack,
    DocumentDue,
    GoDown,
    Ring,
    RingAsSet,
    SendInject,
    Settle,
)
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told
from simulator.casework.vocabulary import ComesBy
from simulator.core.agenda import Agenda, Due, Plan
from simulator.core.causes import Cause, thing
from simulator.core.clock import MINUTES_A_DAY, Moment
from simulator.core.texts import Phrase, Text
from simulator.core.values import changed

# What happened --------------------------------------------------------------------------------


@event("case.arrived")
class CaseArrived(Event):
    """A case came."""

    case_type: str
    party: str
    channel: ComesBy
    says: str = ""
    urgent: str = ""
    fields: tuple[Seen, ...] = ()
    """The facts the party says with it, on the form or in the letter."""
    roughly: tuple[str, ...] = ()
    """Those of which they know no more than roughly."""


@event("inject.arrived")
class InjectArrived(Event):
    """Somebody said something into the day."""

    inject: str
    sender: str
    line: str
    """Text id of what was said; ``""`` where it is not one of the opening's texts."""
    text: Text | None = None
    """What was said, where somebody wrote it while the day went on: a teacher, say."""


@event("system.went_down", unseen=True)
class SystemWentDown(Event):
    """A system stopped working."""

    system: str


@event("system.came_back", unseen=True)
class SystemCameBack(Event):
    """A system works again."""

    system: str


# What the opening sets for a minute -----------------------------------------------------------


@evolves(DayOpened)
def _opened(day: Day, event: DayOpened) -> Day:
    return changed(day, agenda=Agenda(_set_beforehand(day)))


def _set_beforehand(day: Day) -> Iterator[Due[Plan]]:
    """Yield what the opening itself sets for a minute: arrivals, injects and outages."""
    opening = day.opening
    for arrival in opening.arrivals:
        because = thing("arrival", arrival.case)
        yield due_at(day, arrival.minute, Arrive(arrival.case), because)
    for inject in opening.injects:
        if not inject.when:
            yield due_at(day, inject.minute, SendInject(inject.id), thing("inject", inject.id))
    for outage in opening.landscape.outages:
        if outage.ends > day.now:
            because = thing("outage", outage.system)
            yield due_at(day, _minute(day, outage.begins), GoDown(outage.system), because)
            yield due_at(day, _minute(day, outage.ends), ComeBack(outage.system), because)


def _minute(day: Day, at: Moment) -> int:
    return at - day.opening.date * MINUTES_A_DAY


# Cases ----------------------------------------------------------------------------------------


@falls_due(Arrive)
def _arrive(run: Run, due: Due[Arrive]) -> None:
    arrival = run.day.opening.arrival_of[due.plan.case]
    needs = run.day.opening.case_types[arrival.type].needs
    told_with_it = (need.path for need in needs if need.told)
    now = run.day.at(run.now)
    run.happens(
        CaseArrived,
        by=f"citizen:{arrival.party}",
        case=arrival.case,
        case_type=arrival.type,
        party=arrival.party,
        channel=arrival.channel,
        says=arrival.says,
        urgent=arrival.urgent,
        because=due.because,
        **citizen_answers(run.day, arrival.party, told_with_it, now, known=True),
    )
    if arrival.channel == "counter" and not run.day.closed:
        comes(run, arrival.case, (thing("arrival", arrival.case),))
    carry_on(run, arrival.case)


@evolves(CaseArrived)
def _arrived(day: Day, event: CaseArrived) -> Day:
    arrival = day.opening.arrival_of[event.case or ""]
    case = Case(
        arrival,
        event.seq,
        seen=event.fields,
        roughly=frozenset(event.roughly),
        requests=tuple(_asked_before(asked, event.seq) for asked in arrival.asked_before),
    )
    cases, agenda = day.cases.put(case.id, case), day.agenda.without(Arrive, case.id)
    day = changed(day, cases=cases, agenda=agenda)
    for asked in arrival.asked_before:
        if asked.comes:
            plan = DocumentDue(case.id, asked.document, asked.relation)
            day = planned(day, max(asked.comes, event.minute), plan, event.seq)
    for request in case.requests:
        day = until_over(day, case, request)
    cause = thing("arrival", case.id)
    if arrival.rings_at:
        at = max(arrival.rings_at, event.minute)
        day = planned(day, at, RingAsSet(case.id, "ring.late"), cause)
    if arrival.settles_at:
        day = planned(day, max(arrival.settles_at, event.minute), Settle(case.id), cause)
    conduct = day.opening.conduct
    if does(day, case, "ring.waiting", impatience(day, case.party, conduct.rings_about_waiting)):
        at = event.minute + after(day, case, "ring.waiting", conduct.ring_after)
        day = planned(day, at, Ring(case.id, "ring.waiting"), event.seq)
    return day


def _asked_before(asked: AskedBefore, seq: int) -> Request:
    return Request(
        seq=seq,
        document=asked.document,
        relation=asked.relation,
        asked=asked.asked,
        last=asked.answer_by,
        notice=asked.notice,
    )


# What somebody says into the day --------------------------------------------------------------


@falls_due(SendInject)
def _inject(run: Run, due: Due[SendInject]) -> None:
    inject = next(inject for inject in run.day.opening.injects if inject.id == due.plan.inject)
    _send(run, inject, due.because)


def _send(run: Run, inject: Inject, because: tuple[Cause, ...]) -> None:
    run.happens(
        InjectArrived,
        by="scenario",
        inject=inject.id,
        sender=inject.sender,
        line=inject.says,
        because=because,
    )


@evolves(InjectArrived)
def _injected(day: Day, event: InjectArrived) -> Day:
    heard = day.heard | {event.inject}
    return changed(day, agenda=day.agenda.without(SendInject, event.inject), heard=heard)


@watches
def _come_true(run: Run) -> None:
    """Let what waits for something to hold of the day be said, once."""
    if run.day.closed or not run.day.briefed:
        return
    for inject in run.day.opening.injects:
        if not inject.when or inject.id in run.day.heard or run.day.minute < inject.minute:
            continue
        if run.day.opening.conditions[inject.id].value(partial(_of_day, run.day)) is True:
            run.now = max(run.now, run.day.minute)
            _send(run, inject, (thing("inject", inject.id),))


def _of_day(day: Day, name: str) -> int:
    return _OF_DAY[name](day)


_OF_DAY: Mapping[str, Callable[[Day], int]] = {
    "day.minute": lambda day: day.minute,
    "day.backlog": lambda day: sum(case.decision is None for case in _here(day)),
    "day.open": lambda day: sum(1 for _ in _here(day)),
    "day.decided": lambda day: sum(case.decision is not None for case in day.cases.values()),
}
"""What an inject may wait for, by its name in a condition."""


def _here(day: Day) -> Iterator[Case]:
    return (case for case in day.cases.values() if not case.away)


@tells(InjectArrived)
def _tell_inject(day: Day, event: InjectArrived) -> Phrase:
    phrase = told(day, event, sender=Phrase(f"sender.{event.sender}"))
    if event.text is None:
        return phrase
    return Phrase(phrase.text, {**phrase.arguments, "says": Phrase(event.text)})


# Outages --------------------------------------------------------------------------------------


@falls_due(GoDown)
def _down(run: Run, due: Due[GoDown]) -> None:
    by = f"system:{due.plan.system}"
    run.happens(SystemWentDown, by=by, system=due.plan.system, because=due.because)


@falls_due(ComeBack)
def _up(run: Run, due: Due[ComeBack]) -> None:
    by = f"system:{due.plan.system}"
    run.happens(SystemCameBack, by=by, system=due.plan.system, because=due.because)


@evolves(SystemWentDown)
def _went_down(day: Day, event: SystemWentDown) -> Day:
    return changed(day, agenda=day.agenda.without_first(GoDown, event.system))


@evolves(SystemCameBack)
def _came_back(day: Day, event: SystemCameBack) -> Day:
    return changed(day, agenda=day.agenda.without_first(ComeBack, event.system))
