"""The telephone: ringing a citizen, being rung, asking, telling, promising."""

from simulator.casework.acts.common import case_in_hand, on_desk, planned, with_case, with_seen
from simulator.casework.acts.hearing import said
from simulator.casework.commands import AnswerCall, Ask, Call, HangUp, Promise, Tell
from simulator.casework.day import Case, Day, Telephone
from simulator.casework.decider import Refused, Unfolding, decides, evolves, falls_due
from simulator.casework.events.acting import (
    CallEnded,
    CitizenAsked,
    CitizenCalled,
    CitizenTold,
    PromiseBroken,
    PromiseKept,
    PromiseMade,
)
from simulator.casework.events.arrival import CallRang, CallRangOut
from simulator.casework.events.repairing import ErrorFound
from simulator.casework.people import knows, line
from simulator.core.agenda import Due, without
from simulator.core.values import changed

TOPICS = ("status", "next", "decision")
PROMISES = ("look-again", "ring-back", "letter")


@falls_due("ring")
def _rings(run: Unfolding, item: Due) -> None:
    case = run.day.cases[item.subject]
    other = run.day.call or run.day.ringing
    who = f"citizen:{case.party}"
    if other or run.day.closed:
        why = (*item.because, other.seq) if other else item.because
        run.happens(CallRangOut, by=who, case=case.id, citizen=case.party, because=why)
        return
    run.happens(
        CallRang,
        by=who,
        case=case.id,
        citizen=case.party,
        line=line(run.day, item.detail, case.party, case.id),
        because=item.because,
    )


@evolves(CallRang)
def _rang(day: Day, event: CallRang) -> Day:
    case = event.case or ""
    day = changed(
        day,
        agenda=without(day.agenda, "ring", case),
        ringing=Telephone(event.citizen, case, event.seq, event.line),
        contacts=day.contacts | {(event.citizen, "rang")},
    )
    out = event.minute + day.opening.conduct.ring_out
    return planned(day, out, "ring-out", case, "", event.seq)


@falls_due("ring-out")
def _rings_out(run: Unfolding, item: Due) -> None:
    case = run.day.cases[item.subject]
    run.happens(
        CallRangOut,
        by=f"citizen:{case.party}",
        case=case.id,
        citizen=case.party,
        because=item.because,
    )


@evolves(CallRangOut)
def _rang_out(day: Day, event: CallRangOut) -> Day:
    case = event.case or ""
    agenda = without(without(day.agenda, "ring-out", case), "ring", case)
    ringing = day.ringing if day.ringing and day.ringing.case != case else None
    return changed(
        day,
        agenda=agenda,
        ringing=ringing,
        contacts=day.contacts | {(event.citizen, "rang-out")},
    )


@decides(Call)
def _call(run: Unfolding, command: Call) -> None:
    case = case_in_hand(run.day, command.case)
    if run.day.call:
        raise Refused("telephone-busy", "hang_up")
    run.happens(
        CitizenCalled,
        case=case.id,
        citizen=case.party,
        answered=True,
        minutes=run.price("call"),
    )
    for seq, citizen, about, promise in run.day.promises:
        if promise == "ring-back" and citizen == case.party:
            run.happens(PromiseKept, case=about, citizen=citizen, promise=promise, because=(seq,))


@decides(AnswerCall)
def _answer(run: Unfolding, command: AnswerCall) -> None:
    on_desk(run.day)
    ringing = run.day.ringing
    if ringing is None:
        raise Refused("nobody-rings")
    if run.day.call:
        raise Refused("telephone-busy", "hang_up")
    run.happens(
        CitizenCalled,
        case=ringing.case,
        citizen=ringing.citizen,
        answered=True,
        rang=True,
        because=(ringing.seq,),
        minutes=run.price("answer_call"),
    )


@evolves(CitizenCalled)
def _called(day: Day, event: CitizenCalled) -> Day:
    case = event.case or ""
    ringing = day.ringing if day.ringing and day.ringing.case != case else None
    spoken = day.ringing.line if event.rang and day.ringing else ""
    return changed(
        day,
        call=Telephone(event.citizen, case, event.seq, spoken),
        ringing=ringing,
        agenda=without(without(day.agenda, "ring", case), "ring-out", case),
        contacts=day.contacts | {(event.citizen, "called")},
    )


def _on_the_line(run: Unfolding) -> tuple[Telephone, Case]:
    on_desk(run.day)
    if run.day.call is None:
        raise Refused("nobody-on-the-line", "call")
    return run.day.call, run.day.cases[run.day.call.case]


@decides(Ask)
def _ask(run: Unfolding, command: Ask) -> None:
    call, case = _on_the_line(run)
    if command.path not in {need.path for need in run.day.case_type(case).needs}:
        raise Refused("ask-about-what")
    _, certainty, value, _ = knows(run.day, call.citizen, command.path)
    asked = run.happens(
        CitizenAsked,
        case=case.id,
        citizen=call.citizen,
        path=command.path,
        certainty=certainty,
        field=said(run.day, call.citizen, command.path),
        value=value,
        minutes=run.price("ask"),
    )
    if certainty == "sure":
        _shows_errors(run, case, asked)


def _shows_errors(run: Unfolding, case: Case, asked: CitizenAsked) -> None:
    """What a citizen is sure of shows which seen values do not hold."""
    for one in case.seen:
        elsewhere = one.path == asked.path and one.source != "citizen" and one.state == "shown"
        if elsewhere and one.value != asked.value:
            run.happens(
                ErrorFound,
                by="scenario",
                case=case.id,
                path=one.path,
                subject=one.subject,
                source=one.source,
                revealed_by="citizen",
                because=(asked.seq,),
            )


@evolves(CitizenAsked)
def _asked(day: Day, event: CitizenAsked) -> Day:
    case = day.cases[event.case or ""]
    return with_case(day, case.id, seen=with_seen(case, event.field))


@decides(Tell)
def _tell(run: Unfolding, command: Tell) -> None:
    call, case = _on_the_line(run)
    if command.topic not in TOPICS:
        raise Refused("tell-what")
    if command.topic == "decision" and case.decision is None:
        raise Refused("nothing-decided", "decide")
    run.happens(
        CitizenTold,
        case=case.id,
        citizen=call.citizen,
        topic=command.topic,
        minutes=run.price("tell"),
    )


@evolves(CitizenTold)
def _told(day: Day, event: CitizenTold) -> Day:
    return changed(day, contacts=day.contacts | {(event.citizen, "told")})


@decides(Promise)
def _promise(run: Unfolding, command: Promise) -> None:
    call, case = _on_the_line(run)
    if command.promise not in PROMISES:
        raise Refused("promise-what")
    run.happens(
        PromiseMade,
        case=case.id,
        citizen=call.citizen,
        promise=command.promise,
        minutes=run.price("promise"),
    )


@evolves(PromiseMade)
def _promised(day: Day, event: PromiseMade) -> Day:
    promise = (event.seq, event.citizen, event.case or "", event.promise)
    return changed(day, promises=(*day.promises, promise))


@evolves(PromiseKept, PromiseBroken)
def _promise_over(day: Day, event: PromiseKept | PromiseBroken) -> Day:
    left = tuple(one for one in day.promises if one[0] not in event.because)
    return changed(day, promises=left)


@decides(HangUp)
def _hang_up(run: Unfolding, command: HangUp) -> None:
    call, case = _on_the_line(run)
    run.happens(CallEnded, case=case.id, citizen=call.citizen)


@evolves(CallEnded)
def _ended(day: Day, event: CallEnded) -> Day:
    return changed(day, call=None)
