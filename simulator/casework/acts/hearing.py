"""Hearing the party before a decision."""

from simulator.casework.acts.chain import carry_on, done, send_hearing
from simulator.casework.acts.common import case_in_hand, planned, with_case, with_seen
from simulator.casework.commands import Hear, SkipHearing
from simulator.casework.day import Day, Hearing
from simulator.casework.decider import Refused, Unfolding, decides, evolves, falls_due
from simulator.casework.events.acting import HearingAnswered, HearingSent
from simulator.casework.events.base import Seen
from simulator.casework.people import after, knows, line, reads_digital_post
from simulator.core.agenda import Due, without
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.values import changed


@decides(Hear)
def _hear(run: Unfolding, command: Hear) -> None:
    case = case_in_hand(run.day, command.case)
    if case.decision:
        raise Refused("decided-already")
    if case.hearing and not case.hearing.answered:
        raise Refused("hearing-under-way", "wait")
    needed = {need.path for need in run.day.case_type(case).needs}
    if not command.facts or not set(command.facts) <= needed:
        raise Refused("hear-about-what")
    send_hearing(run, case, command.facts, "player", run.price("hear"))


@evolves(HearingSent)
def _sent(day: Day, event: HearingSent) -> Day:
    case = day.cases[event.case or ""]
    day = with_case(day, case.id, hearing=Hearing(event.seq, event.facts))
    if event.channel != "digital" or reads_digital_post(day, case.party):
        at = event.minute + after(day, case, "reply", day.opening.conduct.reply_after)
        day = planned(day, at, "reply", case.id, "", event.seq)
    if event.by == "automation":
        end = event.minute + event.days * MINUTES_A_DAY
        day = planned(day, end, "hearing-over", case.id, "", event.seq)
    return day


@falls_due("reply")
def _reply(run: Unfolding, item: Due) -> None:
    case = run.day.cases[item.subject]
    assert case.hearing is not None
    run.happens(
        HearingAnswered,
        by=f"citizen:{case.party}",
        case=case.id,
        line=line(run.day, "reply", case.party, case.id),
        fields=tuple(said(run.day, case.party, path) for path in case.hearing.facts),
        because=item.because,
    )
    carry_on(run, case.id)


def said(day: Day, citizen: str, path: str) -> Seen:
    """Return a fact as a citizen says it."""
    subject, certainty, value, at = knows(day, citizen, path)
    if certainty == "unknown" or value is None:
        return Seen(path, subject, "citizen", "missing")
    return Seen(path, subject, "citizen", "shown", value, at, at // MINUTES_A_DAY, True)


@evolves(HearingAnswered)
def _answered(day: Day, event: HearingAnswered) -> Day:
    case = day.cases[event.case or ""]
    assert case.hearing is not None
    day = with_case(
        day,
        case.id,
        hearing=changed(case.hearing, answered=True),
        seen=with_seen(case, *event.fields),
        basis=_corrected(case.basis, event.fields),
    )
    return changed(day, agenda=without(day.agenda, "reply", case.id))


def _corrected(basis: tuple[Seen, ...], told: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """Return the basis with what the party said in place of what systems showed."""
    said_of = {one.path: one for one in told if one.state == "shown"}
    return tuple(said_of.get(one.path, one) for one in basis)


@falls_due("hearing-over")
def _over(run: Unfolding, item: Due) -> None:
    case = run.day.cases[item.subject]
    done(run, case, "hear", "deadline", by="automation")
    carry_on(run, case.id)


@decides(SkipHearing)
def _skip(run: Unfolding, command: SkipHearing) -> None:
    case = case_in_hand(run.day, command.case)
    if "hear" in case.done:
        raise Refused("step-done")
    if "hear" not in run.day.case_type(case).order:
        raise Refused("no-hearing-here")
    if "find" not in case.done:
        raise Refused("first-find", "settle_facts")
    answered = bool(case.hearing and case.hearing.answered)
    done(run, case, "hear", "by-hand" if answered else "skipped")
    carry_on(run, case.id)
