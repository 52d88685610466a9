"""The caseworker's choices on a day: the part of a log that may be shown to others."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.casework.actions.levels import LevelChosen
from simulator.casework.events import Event
from simulator.core.texts import Phrase
from simulator.debrief.citing import cited_lines
from simulator.debrief.evidence import Evidence
from simulator.debrief.meaning import meaning


@dataclass(frozen=True)
class Choice:
    """One choice: what was done, when (minute of the day), and the simulated minutes it took."""

    event: int
    minute: int
    case: str
    """The id of its case; ``""`` if it concerns the whole day."""
    kind: str
    minutes: int
    what: Phrase


def choices(evidence: Evidence) -> tuple[Choice, ...]:
    """Return the choices of a day, in the order they were made."""
    made = {
        event.seq: event
        for event in evidence.events
        if event.by == "player" and meaning(event).choice
    }
    of = evidence.day.opening, evidence.day.world.town, evidence.log
    lines = {line.event: line.what for line in cited_lines(*of, set(made), evidence.protection)}
    levels = tuple(_levels(evidence))
    others = (_choice(event, lines[seq]) for seq, event in made.items() if seq in lines)
    return tuple(sorted((*levels, *others), key=lambda choice: choice.event))


def _levels(evidence: Evidence) -> Iterator[Choice]:
    for event in evidence.all(LevelChosen):
        if event.by == "player":
            function, level = Phrase(f"function.{event.function}"), Phrase(f"level.{event.level}")
            what = Phrase("export.choice.level", {"function": function, "level": level})
            yield _choice(event, what)


def _choice(event: Event, what: Phrase) -> Choice:
    return Choice(event.seq, event.minute, event.case or "", event.kind, event.minutes, what)
