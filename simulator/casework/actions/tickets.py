"""Writing to IT about a system, or what is copied into it: what IT answers, and what it repairs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.casework.case_state import planned
from simulator.casework.commands import DeskCommand
from simulator.casework.day import Day
from simulator.casework.engine import Run, decides, falls_due
from simulator.casework.events import Event, Question, event, evolves
from simulator.casework.form import Occasion, One, Option, Words, option, worded
from simulator.casework.options import systems
from simulator.casework.own_words import OwnWords
from simulator.casework.plans import ItAnswers, OwnerAnswers
from simulator.casework.refusals import Refused
from simulator.casework.vocabulary import Consequence, Ticket
from simulator.core.agenda import Due
from simulator.core.draws import between
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.landscape.integrations import Integration

TICKETS: tuple[Ticket, ...] = ("error", "wish", "question")
CONSEQUENCES: tuple[Consequence, ...] = ("citizen", "worker", "law")
TICKET_WORDS = ("need", "works")
"""What a message to IT can say in words, besides what was seen."""


# What the caseworker can do -------------------------------------------------------------------


def _copied_from(at: Occasion) -> Iterator[Option]:
    """Yield the systems that others copy from, as the landscape is documented."""
    landscape = at.day.opening.landscape
    yield option("", Phrase("source.whole"))
    for source in dict.fromkeys(integration.source for integration in landscape.integrations):
        yield option(source, landscape.systems[source].name)


@dataclass(frozen=True)
class WriteTicket(DeskCommand):
    """Write to IT about a system, or about what is copied into it from another (``source``).

    ``words`` say what was seen; ``own`` what is needed (``need``) and how to see that it works
    (``works``).
    """

    system: str
    ticket: str = "error"
    words: OwnWords = ""
    source: str = ""
    consequence: str = ""
    """For whom it had a consequence: ``citizen``, ``worker`` or ``law``; ``""`` if not said."""
    own: Mapping[str, OwnWords] = field(default_factory=dict)

    group = "repair"
    rank = 60
    form = (
        One("system", systems),
        One("source", _copied_from, optional=True),
        One("ticket", lambda _: worded("ticket", TICKETS)),
        One("consequence", lambda _: worded("consequence", CONSEQUENCES), optional=True),
        Words(asks="message"),
        *(Words(name, own=True) for name in TICKET_WORDS),
    )

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, while a case is in hand."""
        return (at for at in super().occasions(day) if at.about)


# What happened --------------------------------------------------------------------------------


@event("ticket.written")
class TicketWritten(Event):
    """IT was written to."""

    ticket: Ticket
    system: str
    filled: tuple[str, ...]
    """The fields of the message that were filled in."""
    source: str = ""
    """Where the system copies from, if the message is about that."""
    consequence: Consequence | Literal[""] = ""
    words: tuple[tuple[str, int], ...] = ()
    """(field, number of the student's words)."""


@event("ticket.answered")
class TicketAnswered(Event):
    """IT, or the owner of a system, answered."""

    line: str
    system: str
    about: str
    """What was asked, as the agenda has it."""


@event("integration.repaired", unseen=True)
class IntegrationRepaired(Event):
    """An integration runs again; it catches up at its next run."""

    integration: str


# Written, and answered ------------------------------------------------------------------------


@decides(WriteTicket)
def _write_ticket(run: Run, command: WriteTicket) -> None:
    named = {command.system, command.source} - {""}
    known = named <= run.day.opening.landscape.systems.keys() and command.system
    ticket = next((ticket for ticket in TICKETS if ticket == command.ticket), None)
    touched = command.consequence in ("", *CONSEQUENCES)
    if not known or ticket is None or not touched or not set(command.own) <= {*TICKET_WORDS}:
        raise Refused("ticket-about-what", helps="write_ticket")
    own = {name: text for name, text in command.own.items() if text}
    texts = {"what": command.words, **dict(sorted(own.items()))}
    words = tuple((name, number) for name, text in texts.items() if (number := run.word(text)))
    there = {"where": True, "from": command.source, "for-whom": command.consequence}
    run.does(
        TicketWritten,
        case=run.day.hand or None,
        ticket=ticket,
        filled=(*(name for name, given in there.items() if given), *(name for name, _ in words)),
        words=words,
        question=asking(run, ItAnswers(command.system, ticket, command.source)),
    )


@evolves(TicketWritten)
def _ticket_written(day: Day, event: TicketWritten) -> Day:
    fields = (*event.filled, f"for-whom.{event.consequence}")
    answer = ItAnswers(event.system, event.ticket, event.source)
    day = changed(day, wishes={**day.wishes, answer.about: fields})
    return answer_later(day, event, answer)


def asking(run: Run, answer: OwnerAnswers | ItAnswers) -> Question:
    """Return the question that somebody is asked. Raises ``Refused`` while ``answer`` is due."""
    if run.day.agenda.holds(type(answer), answer.about):
        raise Refused("asked-already", helps="wait")
    return run.question("", answer.purpose, answer.about)


def answer_later(day: Day, event: Event, answer: OwnerAnswers | ItAnswers) -> Day:
    """Plan the answer; each time one asks again has its own wait."""
    nth = event.question[3] if event.question else 1
    ids = (answer.about, nth) if nth > 1 else (answer.about,)
    wait = between(*day.opening.conduct.repair_after, day.opening.seed, answer.purpose, *ids)
    return planned(day, event.minute + wait, answer, event.seq)


def answered(
    run: Run, due: Due[OwnerAnswers] | Due[ItAnswers], by: str, line: str
) -> TicketAnswered:
    """Let somebody answer what they were asked."""
    system, about = due.plan.system, due.plan.about
    return run.happens(
        TicketAnswered, by=by, line=line, system=system, about=about, because=due.because
    )


@falls_due(ItAnswers)
def _it_answers(run: Run, due: Due[ItAnswers]) -> None:
    system, ticket, source = due.plan.system, due.plan.ticket, due.plan.source
    stopped = [
        integration
        for integration in run.day.world.landscape.integrations
        if _names(integration, system, source) and integration.stopped_at(run.day.at(run.now))
    ]
    repaired = stopped if ticket == "error" else []
    says = "repaired" if repaired else _it_says(run, due.plan)
    answer = answered(run, due, "it", f"it.{says}")
    for integration in repaired:
        run.happens(IntegrationRepaired, by="it", integration=integration.id, because=(answer.seq,))


def _names(integration: Integration, system: str, source: str) -> bool:
    """Return whether a message names an integration: both its ends, or one if no other is named."""
    if source:
        return (integration.source, integration.target) == (source, system)
    return system in (integration.source, integration.target)


def _it_says(run: Run, plan: ItAnswers) -> str:
    """Return which of its answers IT gives, from what the message names and what it says.

    A wish that a law stands behind is for lawyers to read; one that says what is needed and how
    to see that it works can be tested; one for what a system can already do exists.
    """
    system, ticket = plan.system, plan.ticket
    if ticket != "wish":
        return "not-reproduced" if ticket == "error" else ticket
    asked = run.day.wishes.get(plan.about, ())
    if "for-whom.law" in asked:
        return "legal"
    if {"need", "works"} <= set(asked):
        return "tested"
    return "exists" if run.day.opening.landscape.systems[system].tells_origin else "costs"


@evolves(TicketAnswered)
def _ticket_answered(day: Day, event: TicketAnswered) -> Day:
    answer = ItAnswers if event.by == "it" else OwnerAnswers
    return changed(day, agenda=day.agenda.without(answer, event.about))


@evolves(IntegrationRepaired)
def _repaired(day: Day, event: IntegrationRepaired) -> Day:
    landscape, at = day.world.landscape, day.at(event.minute)
    integrations = tuple(
        integration.repaired(at) if integration.id == event.integration else integration
        for integration in landscape.integrations
    )
    world = changed(day.world, landscape=changed(landscape, integrations=integrations))
    return changed(day, world=world, repaired={**day.repaired, event.integration: event.minute})
