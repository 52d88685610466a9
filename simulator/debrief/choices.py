"""The caseworker's choices on a day: the part of a log that may be shown to others."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.casework.actions.writing import LetterComposed, LetterSent
from simulator.casework.events import Event
from simulator.core.texts import Phrase
from simulator.debrief.citing import CitedLine
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


def choices(evidence: Evidence, lines: Mapping[int, CitedLine]) -> tuple[Choice, ...]:
    """Return the choices of a day, in the order they were made, worded as in ``lines``."""
    return tuple(
        Choice(event.seq, event.minute, event.case or "", event.kind, _spent(evidence, event), what)
        for event in evidence.events
        if event.by == "player" and (what := _what(event, lines)) is not None
    )


def _spent(evidence: Evidence, event: Event) -> int:
    """Return the minutes of a choice: of a letter those it took to put together."""
    if not isinstance(event, LetterSent):
        return event.minutes
    composed = (e for e in evidence.all(LetterComposed, event.case) if e.seq < event.seq)
    return max(composed, key=lambda event: event.seq).minutes


def is_told_choice(event: Event) -> bool:
    """Return whether an event is a choice of the caseworker's that is told by its own line."""
    return event.by == "player" and meaning(event).choice


def _what(event: Event, lines: Mapping[int, CitedLine]) -> Phrase | None:
    return lines[event.seq].what if is_told_choice(event) else None
