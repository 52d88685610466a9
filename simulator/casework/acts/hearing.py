"""Hearing the party before a decision."""

from simulator.casework.acts.chain import carry_on
from simulator.casework.acts.levels import AUTOMATION
from simulator.casework.acts.steps import done, send_hearing
from simulator.casework.case_state import planned, step_refusal, with_case, with_contact, with_seen
from simulator.casework.commands import Hear, SkipHearing, require_case_in_hand
from simulator.casework.day import Case, Day, Hearing
from simulator.casework.engine import Run, decides, falls_due
from simulator.casework.events import evolves
from simulator.casework.events.acting import HearingAnswered, HearingSent
from simulator.casework.people import after, citizen_answer, citizen_line, reached
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.core.agenda import Due
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.values import changed


@decides(Hear)
def _hear(run: Run, command: Hear) -> None:
    case = require_case_in_hand(run.day, command.case)
    if case.decision:
        raise Refused("decided-already")
    if case.hearing and not case.hearing.answered:
        raise Refused("hearing-under-way")
    needed = {need.path for need in run.day.case_type(case).needs}
    if not command.facts or not set(command.facts) <= needed:
        raise Refused("hear-about-what")
    send_hearing(run, case, command.facts, question=run.question(case.id, "hear", "hearing"))


@evolves(HearingSent)
def _sent(day: Day, event: HearingSent) -> Day:
    case = day.cases[event.case or ""]
    end = event.minute + event.days * MINUTES_A_DAY
    hearing = Hearing(event.seq, event.facts, event.told, end)
    day = with_case(day, case.id, hearing=hearing, read_as_citizen=False)
    day = with_contact(day, case.party, "asked")
    if reached(day, case.party, event.channel):
        at = event.minute + after(day, case, "reply", day.opening.conduct.reply_after)
        day = planned(day, at, "reply", case.id, "", event.seq)
    if event.by == AUTOMATION:
        day = planned(day, end, "hearing-over", case.id, "", event.seq)
    return day


@falls_due("reply")
def _reply(run: Run, item: Due) -> None:
    case = run.day.cases[item.subject]
    assert case.hearing is not None
    now = run.day.at(run.now)
    answers = [citizen_answer(run.day, case.party, path, now) for path in case.hearing.facts]
    run.happens(
        HearingAnswered,
        by=f"citizen:{case.party}",
        case=case.id,
        line=citizen_line(run.day, "reply", case.party, case.id),
        fields=tuple(field for _, field in answers),
        roughly=tuple(field.path for how, field in answers if how == "roughly"),
        because=item.because,
    )
    carry_on(run, case.id)


@evolves(HearingAnswered)
def _answered(day: Day, event: HearingAnswered) -> Day:
    case = day.cases[event.case or ""]
    assert case.hearing is not None
    day = with_case(
        day,
        case.id,
        hearing=changed(case.hearing, answered=True),
        seen=with_seen(case, *event.fields),
        roughly=case.roughly | set(event.roughly),
        basis=case.basis if "hear" in case.done else _corrected(case.basis, event),
    )
    return changed(day, agenda=day.agenda.without("reply", case.id))


def _corrected(basis: tuple[Seen, ...], event: HearingAnswered) -> tuple[Seen, ...]:
    """Return the basis with what the party is sure of in place of what systems showed.

    What they know roughly is seen beside it, and a person may choose to build on that.
    """
    surely = (one for one in event.fields if one.path not in event.roughly)
    said_of = {one.path: one for one in surely if one.state == "shown"}
    return tuple(said_of.get(one.path, one) for one in basis)


@falls_due("hearing-over")
def _over(run: Run, item: Due) -> None:
    case = run.day.cases[item.subject]
    done(run, case, "hear", "deadline", AUTOMATION, item.because)
    carry_on(run, case.id)


@decides(SkipHearing)
def _skip(run: Run, command: SkipHearing) -> None:
    case = require_case_in_hand(run.day, command.case)
    if reason := skip_refusal(run.day, case):
        raise Refused(reason)
    answered = bool(case.hearing and case.hearing.answered)
    question = run.question(case.id, "hear", "hearing")
    done(run, case, "hear", "by-hand" if answered else "skipped", question=question)
    carry_on(run, case.id)


def skip_refusal(day: Day, case: Case) -> str:
    """Return why the hearing cannot be left now; empty if it can.

    It can be left as soon as the facts are found, whatever the order of the automation.
    """
    if "find" in case.done and "hear" in day.case_type(case).order:
        return "step-done" if "hear" in case.done else ""
    return step_refusal(day, case, "hear")
