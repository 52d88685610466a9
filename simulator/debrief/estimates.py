"""Three figures of the day that the student estimates before the log is shown.

A difference between estimate and log is something to ask about, never a mark.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulator.casework.actions.counter import MeetingInvited, VisitorReceived
from simulator.casework.actions.hearing import HearingSent
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.actions.looking.reading import BasisOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.actions.suggesting import SuggestionFollowed
from simulator.casework.actions.telephone import CitizenCalled
from simulator.casework.actions.writing import LetterSent
from simulator.casework.events import Event
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence

LARGEST_GUESS = 10_000
HEARD_FROM = (CitizenCalled, VisitorReceived, MeetingInvited, HearingSent, LetterSent)
"""The kinds of event by which a citizen hears from the municipality."""


@dataclass(frozen=True)
class Figure:
    """One figure counted in the log, with the numbers of the events it is counted from."""

    what: str
    """``unopened``, ``systems`` or ``human-first``."""
    counted: int
    of: int
    """The largest value it could have had."""
    events: tuple[int, ...]

    def beside(self, guess: int | None) -> Phrase:
        """Return a phrase with the guess beside the figure; ``None`` if it was passed over."""
        return Phrase(
            "debrief.estimate.beside",
            {
                "what": Phrase(f"debrief.estimate.{self.what}"),
                "guess": Phrase("debrief.estimate.passed") if guess is None else guess,
                "counted": self.counted,
                "of": self.of,
            },
        )


def figures(evidence: Evidence) -> tuple[Figure, ...]:
    """Return the three figures, in the order in which they are asked."""
    return tuple(count(evidence) for count in _COUNTS.values())


def _unopened(evidence: Evidence) -> Figure:
    """Count the suggestions that were followed without anybody having opened their basis."""
    followed = [
        suggestion for suggestion in evidence.all(SuggestionFollowed) if suggestion.by == "player"
    ]
    unopened = [suggestion for suggestion in followed if not _basis_opened(evidence, suggestion)]
    events = tuple(suggestion.seq for suggestion in unopened)
    return Figure("unopened", len(unopened), len(followed), events)


def _basis_opened(evidence: Evidence, followed: SuggestionFollowed) -> bool:
    shown = evidence.suggestion_behind(followed)
    since = shown.seq if shown else 0
    looks = evidence.all(BasisOpened, followed.case)
    return any(since < look.seq < followed.seq for look in looks)


def _systems(evidence: Evidence) -> Figure:
    first: dict[str, int] = {}
    for look in evidence.events:
        if isinstance(look, RecordOpened | RegisterSearched):
            first.setdefault(look.system, look.seq)
    there = len(evidence.day.opening.landscape.systems)
    return Figure("systems", len(first), there, tuple(first.values()))


def _human_first(evidence: Evidence) -> Figure:
    """Count the cases whose citizen first heard from a human being, not from automation.

    Who rang and was answered, or stood at the counter and was received, heard from one too.
    """
    first: dict[str, Event] = {}
    for event in evidence.events:
        if isinstance(event, HEARD_FROM) and event.case:
            first.setdefault(event.case, event)
    human = [event.seq for event in first.values() if event.by == "player"]
    return Figure("human-first", len(human), len(first), tuple(human))


_COUNTS: Mapping[str, Callable[[Evidence], Figure]] = {
    "unopened": _unopened,
    "systems": _systems,
    "human-first": _human_first,
}

ESTIMATES = tuple(_COUNTS)
"""The ids of the figures, in the order in which they are asked."""
