"""Statements: what an indicator says of a day, with its denominator and its event numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence

MOST_CHOSEN = 9


@dataclass(frozen=True)
class Statement:
    """One sentence of one indicator, on one occasion. The sentence itself is the indicator's."""

    indicator: str
    case: str
    """Empty: it is said of the whole day."""
    minute: int
    arguments: Mapping[str, Argument]
    """The raw arguments of the indicator's sentence."""
    about: Phrase
    """What it is said of, where a case has several: a step, a fact with its source."""
    of: int
    """The denominator: how many opportunities the sentence counts among."""
    events: tuple[int, ...]
    """The numbers of the events it rests on: its figures can be counted again from them alone."""
    key: str = ""
    """What tells it from the indicator's others in the same log; empty: its first event does."""
    well: bool = False
    """Its supporting reading is the nearer one. It helps to choose cards, and is never shown."""
    say: str = ""
    """The word it is said by where the rule's own sentence would count what there is none of."""

    @property
    def id(self) -> str:
        """What it is placed and contested by: the same for the same log."""
        return f"{self.indicator}:{self.key or self.events[0]}"


@dataclass(frozen=True)
class Silence:
    """Why an indicator says nothing of a day.

    ``no-occasion``: nothing happened that it counts. ``no-ground``: something did, and each time
    the indicator's own condition for keeping silent held.
    """

    reason: Literal["no-occasion", "no-ground"]


Speaks = Callable[[Evidence], list[Statement] | Silence]


def one_a_value(
    statements: Iterable[Statement], marks: Iterable[int], values: Mapping[str, str]
) -> tuple[Statement, ...]:
    """Return a statement of every value that has one, the one nearest to a mark, by time of day.

    ``values`` says which value an indicator speaks of.
    """
    found: dict[str, Statement] = {}
    for one in _nearest_first(statements, tuple(marks)):
        found.setdefault(values.get(one.indicator, one.indicator), one)
    return _by_time(found.values())


def chosen(
    statements: Iterable[Statement], marks: Iterable[int], values: Mapping[str, str]
) -> tuple[Statement, ...]:
    """Return at most nine statements by time of day: depth needs few.

    One of every value; then those nearest to the minutes the student marked, beginning with one
    that went well if there is none yet. Never the worst first.
    """
    every, moments = tuple(statements), tuple(marks)
    few = list(one_a_value(every, moments, values))
    left = [one for one in _nearest_first(every, moments) if one not in few]
    if not any(one.well for one in few):
        well = next((one for one in left if one.well), None)
        left.sort(key=lambda one: one is not well)
    return _by_time((*few, *left[: MOST_CHOSEN - len(few)]))


def _nearest_first(statements: Iterable[Statement], marks: tuple[int, ...]) -> list[Statement]:
    """Sort statements by how near a mark they are, the indicators in turn where equally near."""
    met, ranked = Counter[str](), []
    for one in _by_time(statements):
        near = min((abs(one.minute - mark) for mark in marks), default=0)
        ranked.append(((near, met[one.indicator], one.minute), one))
        met[one.indicator] += 1
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def _by_time(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda one: (one.minute, one.events, one.key)))
