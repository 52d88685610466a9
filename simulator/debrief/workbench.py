"""The landscape workbench: change an arrow, and look again at what was opened that day.

The same day, the same looks, another landscape: what each opened record, and each suggestion's
basis, would have shown, beside what it showed and what was true. A pure function of the log and the
town; nobody's choices are played again, so it says nothing of what would have been done.
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
"""Minutes between two runs that an arrow can be given: hourly, nightly, weekly."""
TURNS = ("stop", "repair", *(f"every-{minutes}" for minutes in RHYTHMS))
"""What can be done to an arrow, by the names both faces have for it."""
BEFORE = 7
"""Days before the day played that an arrow is stopped."""
MOST = 24
"""Looks told at once; the rest are counted."""


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
    other: bool
    """Whether it would have shown something else."""
    covered: bool = False
    """It is protected: none of the three is told, only whether they part."""


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


Changes = Mapping[str, Change]
"""What lies on the workbench, by arrow: at most one change of each."""


def change_of(arrow: Integration, turn: str, today: DayNumber) -> Change:
    """Return what one of ``TURNS`` does to an arrow, on the day played."""
    if turn == "repair":
        return Change(arrow.id, "repair")
    if turn == "stop":
        return Change(arrow.id, "stop", since=today - BEFORE)
    return Change(arrow.id, "every", every=int(turn.removeprefix("every-")))


def turn_of(change: Change | None) -> str:
    """Return which of ``TURNS`` a change is; empty where the arrow is as it was."""
    if change is None:
        return ""
    return f"every-{change.every}" if change.turn == "every" else change.turn


def turned(changes: Changes, arrow: Integration, turn: str, today: DayNumber) -> Changes:
    """Return the changes with an arrow turned in place of any turn before; empty: set back."""
    others = {id_: one for id_, one in changes.items() if id_ != arrow.id}
    return {**others, arrow.id: change_of(arrow, turn, today)} if turn else others


def turn_phrase(turn: str) -> Phrase:
    """Return what one of ``TURNS``, or setting back, is called."""
    name, _, rhythm = turn.partition("-")
    how = {"rhythm": how_often(int(rhythm))} if rhythm else {}
    return Phrase(f"debrief.workbench.do.{name or 'back'}", how)


def arrow_phrase(day: Day, one: Integration, change: Change | None) -> Phrase:
    """Say an arrow as it stands: the change that lies on it, or how it was that day."""
    said: dict[str, Argument] = {
        "source": source_name(day, one.source),
        "target": source_name(day, one.target),
        "rhythm": how_often(change.every if change and change.every else one.every),
    }
    word = change.turn if change else "arrow"
    stop = one.stopped_at(day.at(day.opening.opens))
    if stop is None or word in ("stop", "repair"):
        return Phrase(f"debrief.workbench.{word}", said)
    return Phrase(f"debrief.workbench.{word}-stopped", {**said, "since": day_of(stop.begins)})


def field_phrase(day: Day, one: Field) -> Phrase:
    """Say what a field showed, what it would have shown, and what was true."""

    def value(found: Value | None) -> Measure | Phrase:
        if one.covered:
            return COVERED
        if found is None:
            return Phrase("debrief.nothing")
        return typed(day, fact_of(day, one.path), found)

    about: dict[str, Argument] = {
        "fact": fact_label(day, one.path),
        "source": source_name(day, one.source),
    }
    values = {"showed": one.showed, "would": one.would, "truth": one.truth}
    said = {name: value(found) for name, found in values.items()}
    return Phrase("debrief.workbench.field", {**about, **said})


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


def answer_again(evidence: Evidence, one: Again) -> Phrase | None:
    """Say what a suggestion was and would have been; nothing where it would have been the same."""
    if one.answered == one.would_answer:
        return None
    kind = evidence.kind_of(one.case)
    answers = {
        "answered": answer_phrase(kind, one.answered),
        "would": answer_phrase(kind, one.would_answer),
    }
    return Phrase("debrief.workbench.answer", answers)


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
                yield Again(event.seq, event.minute, case, "look", _told(evidence, again))
            case FactsFilled(fields=fields):
                again = _fields(evidence, world, event, fields, "")
                yield Again(event.seq, event.minute, case, "filled", _told(evidence, again))
            case SuggestionShown(basis=basis, answer=answer):
                again = _fields(evidence, world, event, basis, "")
                would = _would_answer(evidence, event, basis, again)
                told = _told(evidence, again)
                yield Again(event.seq, event.minute, case, "suggestion", told, answer, would)


def _fields(
    evidence: Evidence, world: World, event: Event, fields: Iterable[Seen], role: str
) -> tuple[Field, ...]:
    at = evidence.day.at(event.minute)
    return tuple(_field(world, one, at if one.at is None else one.at, role) for one in fields)


def _told(evidence: Evidence, fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return fields as they may be told: of what is protected no value."""
    covers = evidence.protection.covers
    return tuple(
        replace(one, showed=None, would=None, truth=None, covered=True)
        if covers(one.path, one.subject)
        else one
        for one in fields
    )


def _field(world: World, one: Seen, at: Moment, role: str) -> Field:
    fact = split_path(one.path)[1]
    truth = world.town.truth(fact, one.subject, day_of(at)) if one.subject else None
    would = one.value
    if one.source in world.landscape.systems and one.subject and one.state in ("shown", "missing"):
        shown = observe(world, one.source, fact, one.subject, at, role)
        would = seen_from(one.path, one.subject, one.source, shown, False, at).value
    other = one.value != would
    return Field(one.path, one.subject, one.source, one.value, would, truth, other)


def _would_answer(
    evidence: Evidence, event: Event, basis: tuple[Seen, ...], again: tuple[Field, ...]
) -> Answer | None:
    rule = evidence.day.opening.rules[evidence.kind(event).id]
    would = (
        replace(one, value=field.would, state="missing" if field.would is None else "shown")
        for one, field in zip(basis, again, strict=True)
    )
    return rule.answer(values_of(would))
