"""Noticing that something is wrong, and doing something about it, here or at the source."""

from simulator.casework.acts.common import case_in_hand, on_desk, planned, sight
from simulator.casework.causes import truth_of
from simulator.casework.commands import CorrectHere, NoteConflict, ReportError, WriteTicket
from simulator.casework.day import Case, Day
from simulator.casework.decider import Unfolding, decides, evolves, falls_due
from simulator.casework.events.base import Event, Question, Seen
from simulator.casework.events.repairing import (
    ConflictNoticed,
    ErrorCorrected,
    ErrorFixedLocally,
    ErrorFound,
    ErrorReportedToSource,
    IntegrationRepaired,
)
from simulator.casework.events.talking import TicketAnswered, TicketWritten
from simulator.casework.own_words import Written
from simulator.casework.phrasing import fact_of
from simulator.casework.refusals import Refused
from simulator.core.agenda import Due
from simulator.core.draws import between
from simulator.core.facts import fits, split_path
from simulator.core.values import changed
from simulator.landscape.integrations import Integration
from simulator.landscape.observations import Shown
from simulator.landscape.observe import HandEntry, held, observe

TICKETS = ("error", "wish", "question")
CONSEQUENCES = ("citizen", "worker", "law")
TICKET_WORDS = ("need", "works")
"""What a message to IT can say in words, besides what was seen."""


@decides(NoteConflict)
def _conflict(run: Unfolding, command: NoteConflict) -> None:
    case = case_in_hand(run.day, command.case)
    shown = {one.source for one in case.seen if one.path == command.path and one.state == "shown"}
    if len(shown) < 2:
        raise Refused("two-sources-needed")
    if len(command.sources) != 2 or len(set(command.sources)) != 2:
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
    value = command.value
    known = fact.type != "person" or value in run.day.world.town.citizens
    if isinstance(value, Written) or not (known and fits(fact, value)):
        raise Refused("not-such-a-value", fact.id)
    run.happens(
        ErrorFixedLocally,
        case=case.id,
        system=command.system,
        fact=fact.id,
        subject=subject,
        value=value,
        minutes=run.price("correct_here"),
    )


def _at(command: CorrectHere) -> tuple[str, str]:
    return command.path, command.system


@evolves(ErrorFixedLocally, ErrorCorrected)
def _corrected(day: Day, event: ErrorFixedLocally | ErrorCorrected) -> Day:
    key = (event.system, event.fact, event.subject)
    entry = HandEntry(day.at(event.minute), event.value)
    hands = {**day.world.hands, key: (*day.world.hands.get(key, ()), entry)}
    return changed(day, world=changed(day.world, hands=hands))


@decides(ReportError)
def _report(run: Unfolding, command: ReportError) -> None:
    case = case_in_hand(run.day, command.case)
    one = _seen_there(case, command.path, command.system)
    if command.system not in run.day.opening.landscape.systems:  # a citizen has no owner
        raise Refused("not-seen-there")
    about = f"{command.system}/{command.path}/{one.subject}"
    run.happens(
        ErrorReportedToSource,
        case=case.id,
        system=command.system,
        path=command.path,
        subject=one.subject,
        words=run.word(command.words),
        minutes=run.price("report_error"),
        question=_asking(run, "owner", about),
    )


@evolves(ErrorReportedToSource)
def _reported(day: Day, event: ErrorReportedToSource) -> Day:
    return _answer_later(day, event, "owner", f"{event.system}/{event.path}/{event.subject}")


@falls_due("owner")
def _owner_answers(run: Unfolding, item: Due) -> None:
    system, path, subject = item.subject.split("/")
    fact = split_path(path)[1]
    says = _owner_says(run, system, fact, subject)
    answer = run.happens(
        TicketAnswered,
        by=f"system:{system}",
        line=says,
        system=system,
        about=item.subject,
        because=item.because,
    )
    truth = run.day.world.town.truth(fact, subject, run.day.opening.date)
    if says == "owner.corrects" and truth is not None:
        run.happens(
            ErrorCorrected,
            by=f"system:{system}",
            system=system,
            fact=fact,
            subject=subject,
            value=truth,
            because=(answer.seq,),
        )


def _owner_says(run: Unfolding, system: str, fact: str, subject: str) -> str:
    """Return what an owner can tell from their own system, what it copies and who reports to it.

    Only who is reported to can ask those who report, and so put right what does not hold. What is
    reported month by month holds of its own month; the next is not due yet.
    """
    world, now = run.day.world, run.day.at(run.now)
    here = held(world, world.landscape.systems[system], fact, subject, now)
    if not isinstance(here, Shown):
        return "owner.looks"
    if here.hops[-1].by == "hand":
        return "owner.typed"
    if here.hops[-1].by == "report":
        monthly = run.day.opening.facts[fact].holds == "month"
        holds_on = here.since if monthly else run.day.opening.date
        truth = world.town.truth(fact, subject, holds_on)
        return "owner.holds" if here.value == truth or truth is None else "owner.corrects"
    feed = world.landscape.integration(here.hops[-1].through)
    assert feed is not None
    carry = feed.carries[fact]
    there = observe(world, feed.source, carry.source, subject, now)
    if not isinstance(there, Shown):
        return "owner.looks"
    return "owner.holds" if carry.map(there.value) == here.value else "owner.copy"


@decides(WriteTicket)
def _ticket(run: Unfolding, command: WriteTicket) -> None:
    on_desk(run.day)
    systems = {command.system, command.source} - {""}
    known = systems <= run.day.opening.landscape.systems.keys() and command.system
    kinds = (command.ticket in TICKETS, command.consequence in ("", *CONSEQUENCES))
    if not known or not all(kinds) or not set(command.own) <= {*TICKET_WORDS}:
        raise Refused("ticket-about-what")
    own = {name: text for name, text in command.own.items() if text}
    said = {"what": command.words, **dict(sorted(own.items()))}
    words = tuple((name, number) for name, text in said.items() if (number := run.word(text)))
    there = {"where": True, "from": command.source, "for-whom": command.consequence}
    run.happens(
        TicketWritten,
        case=run.day.hand or None,
        ticket=command.ticket,
        system=command.system,
        source=command.source,
        consequence=command.consequence,
        filled=(*(name for name, given in there.items() if given), *(name for name, _ in words)),
        words=words,
        minutes=run.price("write_ticket"),
        question=_asking(run, "it", _about(command)),
    )


def _about(ticket: WriteTicket | TicketWritten) -> str:
    return f"{ticket.system}/{ticket.ticket}/{ticket.source}"


@evolves(TicketWritten)
def _written(day: Day, event: TicketWritten) -> Day:
    said = (*event.filled, f"for-whom.{event.consequence}")
    day = changed(day, wishes={**day.wishes, _about(event): said})
    return _answer_later(day, event, "it", _about(event))


def _asking(run: Unfolding, what: str, about: str) -> Question:
    """Return the question somebody is asked about. Refuses while its answer is on the way."""
    if run.day.agenda.holds(what, about):
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
    system, ticket, source = item.subject.split("/")
    stopped = [
        one
        for one in run.day.world.landscape.integrations
        if _named(one, system, source) and one.stopped_at(run.day.at(run.now))
    ]
    repaired = stopped if ticket == "error" else []
    answer = run.happens(
        TicketAnswered,
        by="it",
        line=f"it.{'repaired' if repaired else _it_says(run, item)}",
        system=system,
        about=item.subject,
        because=item.because,
    )
    for one in repaired:
        run.happens(IntegrationRepaired, by="it", integration=one.id, because=(answer.seq,))


def _named(one: Integration, system: str, source: str) -> bool:
    """Say whether a message names an integration: both its ends, or one where no other is named."""
    if source:
        return (one.source, one.target) == (source, system)
    return system in (one.source, one.target)


def _it_says(run: Unfolding, item: Due) -> str:
    """Return which of its answers IT gives, from what the message names and what it says.

    A wish that a law stands behind is for lawyers to read; one that says what is needed and how
    to see that it works can be tested; one for what a system can already do exists.
    """
    system, ticket, _ = item.subject.split("/")
    if ticket != "wish":
        return {"error": "not-reproduced"}.get(ticket, ticket)
    asked = run.day.wishes.get(item.subject, ())
    if "for-whom.law" in asked:
        return "legal"
    if {"need", "works"} <= set(asked):
        return "tested"
    return "exists" if run.day.opening.landscape.systems[system].tells_origin else "costs"


@evolves(TicketAnswered)
def _ticket_answered(day: Day, event: TicketAnswered) -> Day:
    what = "it" if event.by == "it" else "owner"
    return changed(day, agenda=day.agenda.without(what, event.about))


@evolves(IntegrationRepaired)
def _repaired(day: Day, event: IntegrationRepaired) -> Day:
    landscape = day.world.landscape
    integrations = tuple(
        one.repaired(day.at(event.minute)) if one.id == event.integration else one
        for one in landscape.integrations
    )
    world = changed(day.world, landscape=changed(landscape, integrations=integrations))
    return changed(day, world=world, repaired={**day.repaired, event.integration: event.minute})
