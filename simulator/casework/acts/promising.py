"""Promises: made on the telephone, kept by what is done, broken by the end of the day."""

from simulator.casework.acts.common import on_the_line, with_contact, with_said
from simulator.casework.commands import Promise
from simulator.casework.day import Case, Day
from simulator.casework.decider import Unfolding, decides, evolves
from simulator.casework.events.acting import PromiseBroken, PromiseKept, PromiseMade
from simulator.casework.people import line
from simulator.casework.refusals import Refused
from simulator.core.values import changed

PROMISES = ("look-again", "ring-back", "letter")


@decides(Promise)
def _promise(run: Unfolding, command: Promise) -> None:
    call, case = on_the_line(run)
    if command.promise not in PROMISES:
        raise Refused("promise-what")
    run.happens(
        PromiseMade,
        case=case.id,
        citizen=call.citizen,
        promise=command.promise,
        line=line(
            run.day, "promised", call.citizen, case.id, topic=command.promise, besides=call.said
        ),
        minutes=run.price("promise"),
    )


@evolves(PromiseMade)
def _made(day: Day, event: PromiseMade) -> Day:
    promise = (event.seq, event.citizen, event.case or "", event.promise)
    return with_said(changed(day, promises=(*day.promises, promise)), event.line)


def keep(run: Unfolding, case: Case, promise: str) -> None:
    """Let what was done in a case keep a promise that was made in it."""
    for seq, citizen, about, made in run.day.promises:
        if (about, made) == (case.id, promise):
            run.happens(PromiseKept, case=about, citizen=citizen, promise=made, because=(seq,))


def break_rest(run: Unfolding) -> None:
    """Let the promises that are left be broken: nobody chose it, it is how the day ended."""
    for seq, citizen, about, made in run.day.promises:
        kept = {"case": about, "citizen": citizen, "promise": made}
        run.happens(PromiseBroken, by="default", because=(seq,), **kept)


@evolves(PromiseKept)
def _over(day: Day, event: PromiseKept | PromiseBroken) -> Day:
    left = tuple(one for one in day.promises if one[0] not in event.because)
    return changed(day, promises=left)


@evolves(PromiseBroken)
def _broken(day: Day, event: PromiseBroken) -> Day:
    return with_contact(_over(day, event), event.citizen, "let-down")
