"""The landscape workbench: change an arrow, and look again at what was opened that day.

The same day, the same looks, another landscape: what each opened record, and each suggestion's
basis, would have shown, beside what it showed and what was true. A pure function of the log and the
town; nobody's choices are played again, so it says nothing of what would have been done.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from simulator.casework.automation import seen_from, values_of
from simulator.casework.events.automation import FactsFilled, SuggestionShown
from simulator.casework.events.base import Answer, Event, Seen
from simulator.casework.events.looking import RecordOpened
from simulator.core.clock import DayNumber, Moment, moment
from simulator.core.facts import Value, split_path
from simulator.debrief.evidence import Evidence
from simulator.landscape.integrations import Integration, Stop
from simulator.landscape.observe import World, observe
from simulator.landscape.systems import Landscape

Turn = Literal["stop", "repair", "every"]

RHYTHMS = (60, 1440, 10080)
"""Minutes between two runs that an arrow can be given: hourly, nightly, weekly."""


@dataclass(frozen=True)
class Change:
    """One arrow changed: stopped from a day on, repaired throughout, or given another rhythm."""

    integration: str
    turn: Turn
    since: DayNumber = 0
    """The first day without a run, for ``stop``."""
    every: int = 0
    """Minutes between two runs, for ``every``."""


@dataclass(frozen=True)
class Field:
    """One field that was shown, and what it would have shown."""

    path: str
    subject: str
    source: str
    showed: Value | None
    would: Value | None
    truth: Value | None

    @property
    def other(self) -> bool:
        """Whether it would have shown something else."""
        return self.showed != self.would


@dataclass(frozen=True)
class Again:
    """One look, or one suggestion, looked at again."""

    event: int
    minute: int
    case: str
    kind: Literal["look", "filled", "suggestion"]
    fields: tuple[Field, ...]
    answered: Answer | None = None
    """What was suggested, for a suggestion."""
    would_answer: Answer | None = None
    """What the same rule gives on what would have been shown."""

    @property
    def other(self) -> bool:
        """Whether anything of it would have been otherwise."""
        return any(one.other for one in self.fields) or self.answered != self.would_answer


def changed_landscape(landscape: Landscape, changes: Iterable[Change]) -> Landscape:
    """Return a landscape with some of its arrows changed. An unknown arrow changes nothing."""
    arrows = landscape.integrations
    for change in changes:
        arrows = tuple(
            _turned(one, change) if one.id == change.integration else one for one in arrows
        )
    return replace(landscape, integrations=arrows)


def _turned(one: Integration, change: Change) -> Integration:
    if change.turn == "repair":
        return one.healthy()
    if change.turn == "every":
        return replace(one, every=change.every, offset=min(one.offset, change.every - 1))
    return replace(one, stops=(Stop(moment(change.since)),))


def look_again(evidence: Evidence, landscape: Landscape) -> tuple[Again, ...]:
    """Return every look and suggestion of the day as it would have been in another landscape."""
    world = replace(evidence.day.world, landscape=landscape)
    return tuple(_look_again(evidence, world))


def _look_again(evidence: Evidence, world: World) -> Iterator[Again]:
    role = evidence.day.opening.role
    for event in evidence.events:
        case = event.case or ""
        match event:
            case RecordOpened(fields=fields):
                again = _fields(evidence, world, event, fields, role)
                yield Again(event.seq, event.minute, case, "look", again)
            case FactsFilled(fields=fields):
                again = _fields(evidence, world, event, fields, "")
                yield Again(event.seq, event.minute, case, "filled", again)
            case SuggestionShown(basis=basis, answer=answer):
                again = _fields(evidence, world, event, basis, "")
                would = _would_answer(evidence, event, basis, again)
                yield Again(event.seq, event.minute, case, "suggestion", again, answer, would)


def _fields(
    evidence: Evidence, world: World, event: Event, fields: Iterable[Seen], role: str
) -> tuple[Field, ...]:
    at = evidence.day.at(event.minute)
    return tuple(_field(world, one, at if one.at is None else one.at, role) for one in fields)


def _field(world: World, one: Seen, at: Moment, role: str) -> Field:
    fact = split_path(one.path)[1]
    truth = world.town.truth(fact, one.subject, at // 1440) if one.subject else None
    would = one.value
    if one.source in world.landscape.systems and one.subject and one.state in ("shown", "missing"):
        shown = observe(world, one.source, fact, one.subject, at, role)
        would = seen_from(one.path, one.subject, one.source, shown, False, at).value
    return Field(one.path, one.subject, one.source, one.value, would, truth)


def _would_answer(
    evidence: Evidence, event: Event, basis: tuple[Seen, ...], again: tuple[Field, ...]
) -> Answer | None:
    rule = evidence.day.opening.rules[evidence.kind(event).id]
    would = (
        replace(one, value=field.would, state="missing" if field.would is None else "shown")
        for one, field in zip(basis, again, strict=True)
    )
    return rule.answer(values_of(would))
