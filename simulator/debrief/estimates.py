"""Three figures of the day that the student guesses at before anything is shown.

Estimate first, log second: what the two say of each other is a question, never a mark.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.hearing import HearingSent
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.actions.looking.reading import BasisOpened
from simulator.casework.actions.suggesting import SuggestionFollowed
from simulator.casework.actions.telephone import CitizenCalled
from simulator.casework.actions.writing import LetterSent
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence


@dataclass(frozen=True)
class Figure:
    """One figure as the log has it, with the events it is counted from."""

    what: str
    """``unopened``, ``systems`` or ``human-first``."""
    counted: int
    of: int
    """How many there could have been."""
    events: tuple[int, ...]

    def beside(self, guess: int | None) -> Phrase:
        """Hold a guess, or that it was passed over, beside the figure."""
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
    """Return the three figures, in the order they are asked."""
    return tuple(count(evidence) for count in _COUNTS.values())


def _unopened(evidence: Evidence) -> Figure:
    """Count the suggestions that were followed and whose basis nobody opened while they stood."""
    followed = [one for one in evidence.all(SuggestionFollowed) if one.by == "player"]
    unopened = [one for one in followed if not _basis_opened(evidence, one)]
    return Figure("unopened", len(unopened), len(followed), tuple(one.seq for one in unopened))


def _basis_opened(evidence: Evidence, followed: SuggestionFollowed) -> bool:
    shown = [
        one.seq
        for one in evidence.all(SuggestionShown, followed.case)
        if one.seq < followed.seq and one.function == followed.function
    ]
    since = shown[-1] if shown else 0
    looks = evidence.all(BasisOpened, followed.case)
    return any(since < one.seq < followed.seq for one in looks)


def _systems(evidence: Evidence) -> Figure:
    first: dict[str, int] = {}
    for one in evidence.all(RecordOpened):
        first.setdefault(one.system, one.seq)
    there = len(evidence.day.opening.landscape.systems)
    return Figure("systems", len(first), there, tuple(first.values()))


def _human_first(evidence: Evidence) -> Figure:
    """Count the cases whose citizen first heard from a human being: by telephone or by letter."""
    first: dict[str, CitizenCalled | HearingSent | LetterSent] = {}
    for event in evidence.events:
        if isinstance(event, CitizenCalled | HearingSent | LetterSent) and event.case:
            first.setdefault(event.case, event)
    human = [event.seq for event in first.values() if event.by == "player"]
    return Figure("human-first", len(human), len(first), tuple(human))


_COUNTS: Mapping[str, Callable[[Evidence], Figure]] = {
    "unopened": _unopened,
    "systems": _systems,
    "human-first": _human_first,
}

ESTIMATES = tuple(_COUNTS)
"""What is guessed at, in the order it is asked."""
