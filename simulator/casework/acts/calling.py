"""The telephone: ringing a citizen, being rung, asking, telling."""

from simulator.casework.actions.repairing import find_error
from simulator.casework.acts.promising import keep
from simulator.casework.acts.visiting import hampered, stands, voice_needs
from simulator.casework.case_state import (
    on_the_line,
    planned,
    shown_value,
    with_case,
    with_contact,
    with_said,
    with_seen,
)
from simulator.casework.causes import truth_of
from simulator.casework.commands import (
    AnswerCall,
    Ask,
    Call,
    HangUp,
    InformOfError,
    Tell,
    require_case_in_hand,
    require_open_day,
)
from simulator.casework.day import Case, Day, Telephone
from simulator.casework.engine import Run, decides, falls_due
from simulator.casework.events import evolves
from simulator.casework.events.acting import (
    CallEnded,
    CitizenAsked,
    CitizenCalled,
    CitizenInformedOfError,
    CitizenTold,
    VisitEnded,
)
from simulator.casework.events.arrival import CallRang, CallRangOut
from simulator.casework.people import citizen_answer, citizen_line
from simulator.casework.refusals import Refused
from simulator.core.agenda import Agenda, Due
from simulator.core.values import changed

TOPICS = ("status", "next", "decision")


@falls_due("rings-at")
@falls_due("ring")
def _rings(run: Run, item: Due) -> None:
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
        line=citizen_line(run.day, item.detail, case.party, case.id),
        because=item.because,
    )


@evolves(CallRang)
def _rang(day: Day, event: CallRang) -> Day:
    case = event.case or ""
    day = changed(
        day,
        agenda=_rung(day, case, event.minute),
        ringing=Telephone(event.citizen, case, event.seq, event.line, rang=True),
    )
    out = event.minute + day.opening.conduct.ring_out
    return planned(day, out, "ring-out", case, "", event.seq)


def _rung(day: Day, case: str, minute: int) -> Agenda:
    """Return the agenda once the party of a case has rung: what is set for later still comes."""
    return day.agenda.without("ring", case).without("rings-at", case, until=minute)


@falls_due("ring-out")
def _rings_out(run: Run, item: Due) -> None:
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
    agenda = _rung(day, case, event.minute).without("ring-out", case)
    ringing = day.ringing if day.ringing and day.ringing.case != case else None
    return with_contact(changed(day, agenda=agenda, ringing=ringing), event.citizen, "rang-out")


@decides(Call)
def _call(run: Run, command: Call) -> None:
    case = require_case_in_hand(run.day, command.case)
    if run.day.call:
        raise Refused("telephone-busy")
    if stands(run.day, case.id):
        raise Refused("stands-here")
    nth = run.day.contacts.get((case.party, "called"), 0)
    run.happens(
        CitizenCalled,
        case=case.id,
        citizen=case.party,
        line=citizen_line(run.day, "answer", case.party, case.id, nth),
        minutes=run.price("call"),
    )
    voice_needs(run, case.id)
    keep(run, case, "ring-back")


@decides(AnswerCall)
def _answer(run: Run, command: AnswerCall) -> None:
    require_open_day(run.day)
    ringing = run.day.ringing
    if ringing is None:
        raise Refused("nobody-rings")
    if run.day.call:
        raise Refused("telephone-busy")
    run.happens(
        CitizenCalled,
        case=ringing.case,
        citizen=ringing.citizen,
        rang=True,
        line=ringing.line,
        because=(ringing.seq,),
        minutes=run.price("answer_call"),
    )
    voice_needs(run, ringing.case)


@evolves(CitizenCalled)
def _called(day: Day, event: CitizenCalled) -> Day:
    case = event.case or ""
    day = changed(
        day,
        call=Telephone(event.citizen, case, event.seq, event.line, rang=event.rang),
        ringing=day.ringing if day.ringing and day.ringing.case != case else None,
        agenda=day.agenda.without("ring", case).without("ring-out", case),
    )
    return with_contact(day, event.citizen, "called")


@decides(Ask)
def _ask(run: Run, command: Ask) -> None:
    call, case = on_the_line(run)
    if command.path not in {need.path for need in run.day.case_type(case).needs}:
        raise Refused("ask-about-what")
    rough = hampered(run.day, case)
    certainty, field = citizen_answer(run.day, call.citizen, command.path, run.day.now, rough=rough)
    asked = run.happens(
        CitizenAsked,
        case=case.id,
        citizen=call.citizen,
        path=command.path,
        certainty=certainty,
        field=field,
        minutes=run.price("ask"),
    )
    if certainty == "sure":
        _shows_errors(run, case, asked)


def _shows_errors(run: Run, case: Case, asked: CitizenAsked) -> None:
    """What a citizen is sure of shows which seen values do not hold."""
    for one in case.seen:
        elsewhere = one.path == asked.path and one.source != "citizen" and one.state == "shown"
        wrong = one.value != truth_of(run.day, case, one.path)
        if elsewhere and wrong and one.value != asked.field.value:
            find_error(run, case, one, "citizen", asked.seq)


@evolves(CitizenAsked)
def _asked(day: Day, event: CitizenAsked) -> Day:
    case = day.cases[event.case or ""]
    rough = {event.path} if event.certainty == "roughly" else set()
    roughly = (case.roughly - {event.path}) | rough
    return with_case(day, case.id, seen=with_seen(case, event.field), roughly=roughly)


@decides(Tell)
def _tell(run: Run, command: Tell) -> None:
    call, case = on_the_line(run)
    if command.topic not in TOPICS:
        raise Refused("tell-what")
    if command.topic == "decision" and case.decision is None:
        raise Refused("nothing-decided")
    nth = run.day.contacts.get((call.citizen, "told"), 0)
    says = citizen_line(run.day, "told", call.citizen, case.id, nth, command.topic, call.said)
    run.happens(
        CitizenTold,
        case=case.id,
        citizen=call.citizen,
        topic=command.topic,
        line=says,
        minutes=run.price("tell"),
    )


@decides(InformOfError)
def _inform(run: Run, command: InformOfError) -> None:
    call, case = on_the_line(run)
    one = shown_value(case, command.path, command.source)
    if one is None or one.source == "citizen":
        raise Refused("not-seen-there")
    nth = run.day.contacts.get((call.citizen, "told"), 0)
    run.happens(
        CitizenInformedOfError,
        case=case.id,
        citizen=call.citizen,
        system=one.source,
        path=one.path,
        line=citizen_line(run.day, "informed", call.citizen, case.id, nth, one.path, call.said),
        minutes=run.price("inform_of_error"),
    )


@evolves(CitizenTold, CitizenInformedOfError)
def _told(day: Day, event: CitizenTold | CitizenInformedOfError) -> Day:
    return with_contact(with_said(day, event.line), event.citizen, "told")


@decides(HangUp)
def _hang_up(run: Run, command: HangUp) -> None:
    call, _ = on_the_line(run)
    end_talk(run, call)


def end_talk(run: Run, call: Telephone) -> None:
    """End the conversation under way."""
    ended = VisitEnded if call.desk else CallEnded
    run.happens(ended, case=call.case, citizen=call.citizen, minutes=run.price("hang_up"))


@evolves(CallEnded, VisitEnded)
def _ended(day: Day, event: CallEnded | VisitEnded) -> Day:
    return changed(day, call=None)
