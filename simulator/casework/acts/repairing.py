"""Noticing that something is wrong, and doing something about it, here or at the source."""

from simulator.casework.acts.common import case_in_hand, on_desk, planned, sight
from simulator.casework.causes import truth_of
from simulator.casework.commands import CorrectHere, NoteConflict, ReportError, WriteTicket
from simulator.casework.day import Case, Day
from simulator.casework.decider import Unfolding, decides, evolves, falls_due
from simulator.casework.events.base import Event, Question, Seen
from simulator.casework.events.repairing import (
    ConflictNoticed,
    ErrorFixedLocally,
    ErrorFound,
    ErrorReportedToSource,
    IntegrationRepaired,
)
from simulator.casework.events.talking import TicketAnswered, TicketWritten
from simulator.casework.phrasing import fact_of
from simulator.casework.refusals import Refused
from simulator.core.agenda import Due, without
from simulator.core.draws import between
from simulator.core.facts import fits, split_path
from simulator.core.values import changed
from simulator.landscape.observations import Shown
from simulator.landscape.observe import HandEntry, held, observe

TICKETS = ("error", "wish", "question")


@decides(NoteConflict)
def _conflict(run: Unfolding, command: NoteConflict) -> None:
    case = case_in_hand(run.day, command.case)
    if len(set(command.sources)) < 2:
        raise Refused("two-sources-needed")
    if len(command.sources) > 2:
        raise Refused("two-at-a-time")
    sights = [_seen_there(case, command.path, source) for source in command.sources]
    noticed = run.happens(
        ConflictNoticed,
        case=case.id,
        path=command.path,
        subject=sights[0].subject,
        sources=(command.sources[0], command.sources[1]),
        minutes=run.price("note_conflict"),
    )
    truth = truth_of(run.day, case, command.path)
    for one in sights:
        if sights[0].value != sights[1].value and one.value != truth:
            find_error(run, case, one, "player", noticed.seq)


def find_error(run: Unfolding, case: Case, one: Seen, revealed_by: str, because: int) -> None:
    """Let it be on the log, unseen in play, that a value was shown not to hold."""
    run.happens(
        ErrorFound,
        by="scenario",
        case=case.id,
        path=one.path,
        subject=one.subject,
        source=one.source,
        revealed_by=revealed_by,
        because=(because,),
    )


def _seen_there(case: Case, path: str, source: str) -> Seen:
    one = sight(case, path, source)
    if one is None:
        raise Refused("not-seen-there")
    return one


@decides(CorrectHere)
def _correct(run: Unfolding, command: CorrectHere) -> None:
    case = case_in_hand(run.day, command.case)
    looked = (one.subject for one in case.seen if (one.path, one.source) == _at(command))
    subject = next(looked, None)
    if not subject or command.system not in run.day.opening.landscape.systems:
        raise Refused("not-seen-there")
    if not run.day.world.landscape.works(command.system, run.day.now):
        raise Refused("system-down")
    fact = fact_of(run.day, command.path)
    known = fact.type != "person" or command.value in run.day.world.town.citizens
    if not (known and fits(fact, command.value)):
        raise Refused("not-such-a-value", fact.id)
    run.happens(
        ErrorFixedLocally,
        case=case.id,
        system=command.system,
        fact=fact.id,
        subject=subject,
        value=command.value,
        minutes=run.price("correct_here"),
    )


def _at(command: CorrectHere) -> tuple[str, str]:
    return command.path, command.system


@evolves(ErrorFixedLocally)
def _corrected(day: Day, event: ErrorFixedLocally) -> Day:
    key = (event.system, event.fact, event.subject)
    entry = HandEntry(day.at(event.minute), event.value)
    hands = {**day.world.hands, key: (*day.world.hands.get(key, ()), entry)}
    return changed(day, world=changed(day.world, hands=hands))


@decides(ReportError)
def _report(run: Unfolding, command: ReportError) -> None:
    case = case_in_hand(run.day, command.case)
    one = _seen_there(case, command.path, command.system)
    about = f"{command.system}/{command.path}/{one.subject}"
    run.happens(
        ErrorReportedToSource,
        case=case.id,
        system=command.system,
        path=command.path,
        subject=one.subject,
        minutes=run.price("report_error"),
        question=_asking(run, "owner", about),
    )


@evolves(ErrorReportedToSource)
def _reported(day: Day, event: ErrorReportedToSource) -> Day:
    return _answer_later(day, event, "owner", f"{event.system}/{event.path}/{event.subject}")


@falls_due("owner")
def _owner_answers(run: Unfolding, item: Due) -> None:
    system, path, subject = item.subject.split("/")
    run.happens(
        TicketAnswered,
        by=f"system:{system}",
        line=_owner_says(run, system, split_path(path)[1], subject),
        system=system,
        about=item.subject,
        because=item.because,
    )


def _owner_says(run: Unfolding, system: str, fact: str, subject: str) -> str:
    """Return what an owner can tell from their own system and what it copies, never the truth."""
    world, now = run.day.world, run.day.at(run.now)
    here = held(world, world.landscape.systems[system], fact, subject, now)
    if not isinstance(here, Shown):
        return "owner.looks"
    if here.hops[-1].by == "hand":
        return "owner.typed"
    if here.hops[-1].by == "report":
        return "owner.holds"
    feed = next(one for one in world.landscape.integrations if one.id == here.hops[-1].through)
    carry = feed.carries[fact]
    there = observe(world, feed.source, carry.source, subject, now)
    if not isinstance(there, Shown):
        return "owner.looks"
    return "owner.holds" if carry.map(there.value) == here.value else "owner.copy"


@decides(WriteTicket)
def _ticket(run: Unfolding, command: WriteTicket) -> None:
    on_desk(run.day)
    if command.system not in run.day.opening.landscape.systems or command.ticket not in TICKETS:
        raise Refused("ticket-about-what")
    run.happens(
        TicketWritten,
        case=run.day.hand or None,
        ticket=command.ticket,
        system=command.system,
        filled=("what", "where") if command.words else ("where",),
        words=run.word(command.words),
        minutes=run.price("write_ticket"),
        question=_asking(run, "it", f"{command.system}/{command.ticket}"),
    )


@evolves(TicketWritten)
def _written(day: Day, event: TicketWritten) -> Day:
    return _answer_later(day, event, "it", f"{event.system}/{event.ticket}")


def _asking(run: Unfolding, what: str, about: str) -> Question:
    """Return the question somebody is asked about. Refuses while its answer is on the way."""
    if any((item.what, item.subject) == (what, about) for item in run.day.agenda):
        raise Refused("asked-already")
    return run.question("", what, about)


def _answer_later(day: Day, event: Event, what: str, about: str) -> Day:
    """Plan the answer; each time one asks again has its own wait."""
    nth = event.question[3] if event.question else 1
    ids = (about, nth) if nth > 1 else (about,)
    wait = between(*day.opening.conduct.repair_after, day.opening.seed, what, *ids)
    return planned(day, event.minute + wait, what, about, "", event.seq)


@falls_due("it")
def _it_answers(run: Unfolding, item: Due) -> None:
    system, ticket = item.subject.split("/")
    stopped = [
        one
        for one in run.day.world.landscape.integrations
        if system in (one.source, one.target) and one.stopped_at(run.day.at(run.now))
    ]
    repaired = ticket == "error" and bool(stopped)
    answer = run.happens(
        TicketAnswered,
        by="it",
        line=f"it.{'repaired' if repaired else ticket}",
        system=system,
        about=item.subject,
        because=item.because,
    )
    for one in stopped if repaired else ():
        run.happens(IntegrationRepaired, by="it", integration=one.id, because=(answer.seq,))


@evolves(TicketAnswered)
def _ticket_answered(day: Day, event: TicketAnswered) -> Day:
    what = "it" if event.by == "it" else "owner"
    return changed(day, agenda=without(day.agenda, what, event.about))


@evolves(IntegrationRepaired)
def _repaired(day: Day, event: IntegrationRepaired) -> Day:
    landscape = day.world.landscape
    integrations = tuple(
        one.repaired(day.at(event.minute)) if one.id == event.integration else one
        for one in landscape.integrations
    )
    world = changed(day.world, landscape=changed(landscape, integrations=integrations))
    return changed(day, world=world, repaired={**day.repaired, event.integration: event.minute})
