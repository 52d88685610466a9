"""The landscape workbench: change an integration, and look again at what was opened that day.

For every opened record and every basis of a suggestion it shows what they would have shown in the
changed landscape, beside what they showed and what was true. It follows from the log and the town;
no choices are played again, so it does not tell what anybody would have done.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.automation import seen_from, values_of
from simulator.casework.case_types import Answer
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.phrasing import (
    answer_phrase,
    fact_label,
    fact_of,
    how_often,
    source_name,
    typed,
)
from simulator.casework.sights import Seen
from simulator.casework.truth import true_value
from simulator.core.clock import DayNumber, Moment, day_of, moment
from simulator.core.facts import Value, split_path
from simulator.core.texts import Argument, Measure, Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.protection import COVERED
from simulator.landscape.integrations import Integration, Stop
from simulator.landscape.observe import World, observe
from simulator.landscape.systems import Landscape

Turn = Literal["stop", "repair", "every"]

RHYTHMS = (60, 1440, 10080)
"""The rhythms an integration can be given, in minutes: hourly, nightly, weekly."""
TURNS = ("stop", "repair", *(f"every-{minutes}" for minutes in RHYTHMS))
"""What can be done to an integration, by the names that both faces use."""
BEFORE = 7
"""How many days before the day played an integration is stopped."""
MOST = 24
"""The most looks shown at once; the rest are counted."""


@dataclass(frozen=True)
class Change:
    """A change of one integration: stopped from a day on, repaired, or given another rhythm."""

    integration: str
    turn: Turn
    since: DayNumber = 0
    """The first day without a run, for ``stop``."""
    every: int = 0
    """Minutes between two runs, for ``every``."""


@dataclass(frozen=True)
class Field:
    """One field that was shown, with the value it would have shown."""

    path: str
    subject: str
    source: str
    showed: Value | None
    would: Value | None
    truth: Value | None
    other: bool
    """Whether it would have shown something else."""
    covered: bool = False
    """Whether it is protected: then none of the three values is told, only ``other``."""


@dataclass(frozen=True)
class Again:
    """One look, or one suggestion, as it would have been in the changed landscape."""

    event: int
    minute: int
    case: str
    kind: Literal["look", "filled", "suggestion"]
    fields: tuple[Field, ...]
    answered: Answer | None = None
    """The answer that was suggested; ``None`` for a look."""
    would_answer: Answer | None = None
    """The answer the same rule gives on the values that would have been shown."""

    @property
    def other(self) -> bool:
        """Whether anything in it would have been different."""
        return any(field.other for field in self.fields) or self.answered != self.would_answer


Changes = Mapping[str, Change]
"""The changes on the workbench, by the id of the integration: at most one of each."""


def change_of(arrow: Integration, turn: str, today: DayNumber) -> Change:
    """Return the change of an integration that one of ``TURNS`` stands for."""
    if turn == "repair":
        return Change(arrow.id, "repair")
    if turn == "stop":
        return Change(arrow.id, "stop", since=today - BEFORE)
    return Change(arrow.id, "every", every=int(turn.removeprefix("every-")))


def turn_of(change: Change | None) -> str:
    """Return which of ``TURNS`` a change is; ``""`` for no change."""
    if change is None:
        return ""
    return f"every-{change.every}" if change.turn == "every" else change.turn


def turned(changes: Changes, arrow: Integration, turn: str, today: DayNumber) -> Changes:
    """Return the changes with a new one for an arrow; ``turn`` is ``""`` to remove its change."""
    others = {id_: change for id_, change in changes.items() if id_ != arrow.id}
    return {**others, arrow.id: change_of(arrow, turn, today)} if turn else others


def turn_phrase(turn: str) -> Phrase:
    """Return the name of one of ``TURNS``, or of removing a change for ``""``."""
    name, _, rhythm = turn.partition("-")
    how = {"rhythm": how_often(int(rhythm))} if rhythm else {}
    return Phrase(f"debrief.workbench.do.{name or 'back'}", how)


def arrow_phrase(day: Day, arrow: Integration, change: Change | None) -> Phrase:
    """Return an arrow as a phrase: its change, or if there is none how it was that day."""
    arguments: dict[str, Argument] = {
        "source": source_name(day, arrow.source),
        "target": source_name(day, arrow.target),
        "rhythm": how_often(change.every if change and change.every else arrow.every),
    }
    word = change.turn if change else "arrow"
    stop = arrow.stopped_at(day.at(day.opening.opens))
    if stop is None or word in ("stop", "repair"):
        return Phrase(f"debrief.workbench.{word}", arguments)
    return Phrase(f"debrief.workbench.{word}-stopped", {**arguments, "since": day_of(stop.begins)})


def field_phrase(day: Day, field: Field) -> Phrase:
    """Return a phrase with what a field showed, what it would have shown, and what was true."""

    def value(raw: Value | None) -> Measure | Phrase:
        if field.covered:
            return COVERED
        if raw is None:
            return Phrase("debrief.nothing")
        return typed(day, fact_of(day, field.path), raw)

    about: dict[str, Argument] = {
        "fact": fact_label(day, field.path),
        "source": source_name(day, field.source),
    }
    values = {"showed": field.showed, "would": field.would, "truth": field.truth}
    told = {name: value(raw) for name, raw in values.items()}
    return Phrase("debrief.workbench.field", {**about, **told})


def changed_landscape(landscape: Landscape, changes: Iterable[Change]) -> Landscape:
    """Return a landscape with some integrations changed; a change of an unknown one is ignored."""
    arrows = landscape.integrations
    for change in changes:
        arrows = tuple(
            _turned(arrow, change) if arrow.id == change.integration else arrow for arrow in arrows
        )
    return replace(landscape, integrations=arrows)


def _turned(arrow: Integration, change: Change) -> Integration:
    if change.turn == "repair":
        return arrow.healthy()
    if change.turn == "every":
        return replace(arrow, every=change.every, offset=min(arrow.offset, change.every - 1))
    return replace(arrow, stops=(Stop(moment(change.since)),))


def answer_again(evidence: Evidence, again: Again) -> Phrase | None:
    """Return what was suggested and would have been; ``None`` if that is the same."""
    if again.answered == again.would_answer:
        return None
    kind = evidence.kind_of(again.case)
    answers = {
        "answered": answer_phrase(kind, again.answered),
        "would": answer_phrase(kind, again.would_answer),
    }
    return Phrase("debrief.workbench.answer", answers)


def look_again(evidence: Evidence, landscape: Landscape) -> tuple[Again, ...]:
    """Return every look and suggestion of the day as they would be in another landscape."""
    world = replace(evidence.day.world, landscape=landscape)
    return tuple(_look_again(evidence, world))


def _look_again(evidence: Evidence, world: World) -> Iterator[Again]:
    for event in evidence.events:
        case = event.case or ""
        match event:
            case RecordOpened(fields=fields):
                again = _fields(evidence, world, event, fields, evidence.day.opening.role)
                yield Again(event.seq, event.minute, case, "look", _told(evidence, again))
            case FactsFilled(fields=fields):
                again = _fields(evidence, world, event, fields, "")
                yield Again(event.seq, event.minute, case, "filled", _told(evidence, again))
            case SuggestionShown(basis=basis, answer=answer):
                again = _fields(evidence, world, event, basis, "")
                would = _would_answer(evidence, event, basis, again)
                looked_at = _told(evidence, again)
                yield Again(event.seq, event.minute, case, "suggestion", looked_at, answer, would)


def _fields(
    evidence: Evidence, world: World, event: Event, fields: Iterable[Seen], role: str
) -> tuple[Field, ...]:
    at = evidence.day.at(event.minute)
    return tuple(
        _field(evidence.day, world, seen, at if seen.at is None else seen.at, role)
        for seen in fields
    )


def _told(evidence: Evidence, fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return fields without the values of those that are protected."""
    covers = evidence.protection.covers
    return tuple(
        replace(field, showed=None, would=None, truth=None, covered=True)
        if covers(field.path, field.subject)
        else field
        for field in fields
    )


def _field(day: Day, world: World, seen: Seen, at: Moment, role: str) -> Field:
    fact = split_path(seen.path)[1]
    truth = true_value(day, world.town, fact, seen.subject, at) if seen.subject else None
    would = seen.value
    if (
        seen.source in world.landscape.systems
        and seen.subject
        and seen.state in ("shown", "missing")
    ):
        shown = observe(world, seen.source, fact, seen.subject, at, role)
        would = seen_from(seen.path, seen.subject, seen.source, shown, False, at).value
    other = seen.value != would
    return Field(seen.path, seen.subject, seen.source, seen.value, would, truth, other)


def _would_answer(
    evidence: Evidence, event: Event, basis: tuple[Seen, ...], again: tuple[Field, ...]
) -> Answer | None:
    rule = evidence.day.opening.rules[evidence.kind(event).id]
    would = (
        replace(seen, value=field.would, state="missing" if field.would is None else "shown")
        for seen, field in zip(basis, again, strict=True)
    )
    return rule.answer(values_of(would))
