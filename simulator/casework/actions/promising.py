"""Promises: made in a conversation, kept by what is done, broken by the end of the day.

What keeps them is whatever does what was promised, before the minute it was promised by:

| promise | of | is kept by |
|---|---|---|
| look-again | the case | opening a page, a find, a document or a route of it, settling its facts, |
| | | deciding it anew, letting a colleague read it, taking it up again |
| ring-back | the citizen | ringing or taking their call, receiving them, about any of their cases |
| letter | the citizen | a letter with an answer in any of their cases, by whomever it is sent |

Who sends the letter, a person or automation, is one to the citizen. A case that is closed or handed
over keeps nothing by that, nor does a letter without an answer: a hearing, a request for a
document, a telling of what was found.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.casework.case_state import planned, with_contact, with_said
from simulator.casework.commands import CallCommand
from simulator.casework.day import Case, Day, Telephone
from simulator.casework.engine import Run, decides, falls_due
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, option, worded
from simulator.casework.people import after, citizen_line, does, impatience
from simulator.casework.plans import PromiseDue, Ring
from simulator.casework.refusals import Refused
from simulator.casework.telling import and_answered, tells, told
from simulator.casework.vocabulary import Promised
from simulator.core.agenda import Due
from simulator.core.texts import Phrase
from simulator.core.values import changed

RINGS_WITHIN = (5, 25)
"""Minutes until somebody who waited for a call in vain rings themselves."""
PROMISES: tuple[Promised, ...] = ("look-again", "ring-back", "letter")


def _times(at: Occasion) -> Iterator[Option]:
    """Yield the times something can be promised by: today, and the whole hours that are left."""
    yield option(0, Phrase("before.today"))
    for hour in range(at.day.minute // 60 + 1, at.day.opening.closes // 60 + 1):
        yield option(60 * hour, Phrase("before.at", {"at": 60 * hour}))


@dataclass(frozen=True)
class Promise(CallCommand):
    """Promise the citizen on the telephone something: ``look-again``, ``ring-back``, ``letter``."""

    promise: str
    before: int = 0
    """The minute of the day by which it is to be done; 0 stands for some time today."""

    group = "call"
    rank = 60
    form = (
        One("promise", lambda _: worded("promise", PROMISES)),
        One("before", _times, preset=lambda _: (0,)),
    )


@event("promise.made")
class PromiseMade(Event):
    """Something was promised on the telephone."""

    citizen: str
    promise: Promised
    line: str = ""
    """Text id of what the citizen says to it, ``""`` if they say nothing."""
    before: int = 0
    """The minute by which it is to be done; 0 stands for some time today."""


@event("promise.kept", unseen=True)
class PromiseKept(Event):
    """What was promised was done the same day."""

    citizen: str
    promise: Promised


@event("promise.broken", unseen=True)
class PromiseBroken(Event):
    """The day, or the minute that was named, came without what was promised."""

    citizen: str
    promise: Promised


@decides(Promise)
def _promise(run: Run, command: Promise, call: Telephone, case: Case) -> None:
    if command.promise not in PROMISES:
        raise Refused("promise-what")
    if command.before and not run.now < command.before <= run.day.opening.closes:
        raise Refused("promise-when")
    run.does(
        PromiseMade,
        line=citizen_line(run.day, "promised", call.citizen, case.id, spoken=call.said),
    )


@evolves(PromiseMade)
def _made(day: Day, event: PromiseMade) -> Day:
    promise = (event.seq, event.citizen, event.case or "", event.promise)
    day = with_said(changed(day, promises=(*day.promises, promise)), event.line)
    if not event.before:
        return day
    return planned(day, event.before, PromiseDue(event.seq), event.seq)


@falls_due(PromiseDue)
def _too_late(run: Run, due: Due[PromiseDue]) -> None:
    """The minute that was named has come."""
    _break(run, (made for made in run.day.promises if made[0] == due.plan.promise))


def keep(run: Run, case: Case, promise: Promised) -> None:
    """Let what was done in a case keep what was promised its party.

    To look again is promised about a case; to ring or to write, to somebody, whatever it is about.
    """
    for seq, citizen, about, made in run.day.promises:
        of_case = about == case.id if promise == "look-again" else citizen == case.party
        if made == promise and of_case:
            run.happens(PromiseKept, case=about, citizen=citizen, promise=made, because=(seq,))


def break_rest(run: Run) -> None:
    """Let the promises that are left be broken: it is how the day ended."""
    _break(run, run.day.promises)


def _break(run: Run, promises: Iterable[tuple[int, str, str, Promised]]) -> None:
    """Let promises be broken: nobody chose it."""
    for seq, citizen, about, made in promises:
        broken = {"case": about, "citizen": citizen, "promise": made}
        run.happens(PromiseBroken, by="default", because=(seq,), **broken)


@evolves(PromiseKept)
def _over(day: Day, event: PromiseKept | PromiseBroken) -> Day:
    left = tuple(promise for promise in day.promises if promise[0] not in event.because)
    agenda = day.agenda
    for seq in event.because:
        agenda = agenda.without(PromiseDue, seq)
    return changed(day, promises=left, agenda=agenda)


@evolves(PromiseBroken)
def _broken(day: Day, event: PromiseBroken) -> Day:
    day = with_contact(_over(day, event), event.citizen, "let-down")
    broken = (*day.broken.get(event.citizen, ()), event.seq)
    day = changed(day, broken={**day.broken, event.citizen: broken})
    case, conduct = day.cases[event.case or ""], day.opening.conduct
    chance = impatience(day, event.citizen, conduct.rings_about_promise)
    if day.closed or case.away == "set-aside" or not does(day, case, "ring.promise", chance):
        return day
    at = event.minute + after(day, case, "ring.promise", RINGS_WITHIN)
    return planned(day, at, Ring(case.id, "ring.promise"), event.seq)


@tells(PromiseMade)
def _tell_made(day: Day, event: PromiseMade) -> Phrase:
    by = "-by" if event.before else ""
    return and_answered(event, told(day, event, by, before=event.before))
