"""Promises: made on the telephone, kept by what is done, broken by the end of the day."""

from collections.abc import Iterable

from simulator.casework.case_state import on_the_line, planned, with_contact, with_said
from simulator.casework.commands import Promise
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides, falls_due
from simulator.casework.events import evolves
from simulator.casework.events.acting import PromiseBroken, PromiseKept, PromiseMade
from simulator.casework.people import after, citizen_line, does, impatience
from simulator.casework.refusals import Refused
from simulator.core.agenda import Due
from simulator.core.values import changed

RINGS_WITHIN = (5, 25)
"""Minutes until somebody who waited for a call in vain rings themselves."""
PROMISES = ("look-again", "ring-back", "letter")


@decides(Promise)
def _promise(run: Run, command: Promise) -> None:
    call, case = on_the_line(run)
    if command.promise not in PROMISES:
        raise Refused("promise-what")
    if command.before and not run.now < command.before <= run.day.opening.closes:
        raise Refused("promise-when")
    run.happens(
        PromiseMade,
        case=case.id,
        citizen=call.citizen,
        promise=command.promise,
        line=citizen_line(
            run.day, "promised", call.citizen, case.id, topic=command.promise, besides=call.said
        ),
        before=command.before,
        minutes=run.price("promise"),
    )


@evolves(PromiseMade)
def _made(day: Day, event: PromiseMade) -> Day:
    promise = (event.seq, event.citizen, event.case or "", event.promise)
    day = with_said(changed(day, promises=(*day.promises, promise)), event.line)
    if not event.before:
        return day
    return planned(day, event.before, "promised", str(event.seq), "", event.seq)


@falls_due("promised")
def _too_late(run: Run, item: Due) -> None:
    """The minute that was named has come."""
    _break(run, (one for one in run.day.promises if str(one[0]) == item.subject))


def keep(run: Run, case: Case, promise: str) -> None:
    """Let what was done in a case keep a promise that was made in it."""
    for seq, citizen, about, made in run.day.promises:
        if (about, made) == (case.id, promise):
            run.happens(PromiseKept, case=about, citizen=citizen, promise=made, because=(seq,))


def break_rest(run: Run) -> None:
    """Let the promises that are left be broken: it is how the day ended."""
    _break(run, run.day.promises)


def _break(run: Run, promises: Iterable[tuple[int, str, str, str]]) -> None:
    """Let promises be broken: nobody chose it."""
    for seq, citizen, about, made in promises:
        broken = {"case": about, "citizen": citizen, "promise": made}
        run.happens(PromiseBroken, by="default", because=(seq,), **broken)


@evolves(PromiseKept)
def _over(day: Day, event: PromiseKept | PromiseBroken) -> Day:
    left = tuple(one for one in day.promises if one[0] not in event.because)
    agenda = day.agenda
    for seq in event.because:
        agenda = agenda.without("promised", str(seq))
    return changed(day, promises=left, agenda=agenda)


@evolves(PromiseBroken)
def _broken(day: Day, event: PromiseBroken) -> Day:
    day = with_contact(_over(day, event), event.citizen, "let-down")
    case, conduct = day.cases[event.case or ""], day.opening.conduct
    chance = impatience(day, event.citizen, conduct.rings_about_promise)
    if day.closed or case.away == "set-aside" or not does(day, case, "ring.promise", chance):
        return day
    at = event.minute + after(day, case, "ring.promise", RINGS_WITHIN)
    return planned(day, at, "ring", case.id, "ring.promise", event.seq)
