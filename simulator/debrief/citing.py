"""Events as lines of text, each worded from the state of the day at that moment."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from simulator.casework.actions.debriefing import (
    AnswerWritten,
    StatementContested,
    StatementPlaced,
)
from simulator.casework.actions.levels import LevelChosen
from simulator.casework.day import Day
from simulator.casework.events import DayOpened, Event
from simulator.casework.families import begin, evolve
from simulator.casework.phrasing import source_name
from simulator.casework.telling import tell
from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.setters import level_told


@dataclass(frozen=True)
class CitedLine:
    """A cited event as a line of text."""

    event: int
    minute: int
    case: str | None
    what: Phrase


def cited_lines(evidence: Evidence, cited: Collection[int]) -> Iterator[CitedLine]:
    """Yield a line for each event whose number is in ``cited``, in the order of the log.

    Each is worded from the day as it was then; protected values are covered even if they were
    uncovered at the time.
    """
    first, *later = evidence.log
    assert isinstance(first, DayOpened), "a log begins with day.opened"
    day, protection = begin(first, evidence.town), evidence.protection
    for event in later:
        day = evolve(day, event)
        if event.seq in cited:
            what = tell(day, protection.mask(event)) or unseen(day, event)
            yield CitedLine(event.seq, event.minute, event.case, protection.mask_typed(event, what))


def unseen(day: Day, event: Event) -> Phrase:
    """Return the phrase for an event that was not visible during play, or is of the debrief."""
    if isinstance(event, LevelChosen):
        return level_told(day, event)
    arguments: dict[str, Argument] = {}
    if function := getattr(event, "function", ""):
        arguments["function"] = Phrase(f"function.{function}")
    if system := getattr(event, "system", ""):
        arguments["system"] = source_name(day, system)
    back = "-back" if _took_back(event) else ""
    return Phrase(f"debrief.told.{event.kind}{back}", arguments)


def _took_back(event: Event) -> bool:
    """Return whether the student took back what they had said to the debrief."""
    match event:
        case StatementPlaced():
            return not event.place
        case StatementContested():
            return not event.verdict
        case AnswerWritten():
            return event.words is None
    return False
