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
    minute: int
    arguments: Mapping[str, Argument]
    """The raw arguments of the indicator's sentence."""
    about: Phrase
    """What it is said of, where a case has several: a step, a fact with its source."""
    of: int
    """The denominator: how many opportunities the sentence counts among."""
    events: tuple[int, ...]
    """The numbers of the events it rests on: its figures can be counted again from them alone."""


@dataclass(frozen=True)
class Silence:
    """Why an indicator says nothing of a day.

    ``no-occasion``: nothing happened that it counts. ``no-ground``: something did, and each time
    the indicator's own condition for keeping silent held.
    """

    reason: Literal["no-occasion", "no-ground"]


Speaks = Callable[[Evidence], list[Statement] | Silence]


def chosen(statements: Iterable[Statement], marks: Iterable[int]) -> tuple[Statement, ...]:
    """Return at most nine statements by time of day: depth needs few.

    The first of every indicator; then those nearest to the minutes the student marked, the
    indicators in turn. Never by what they say.
    """
    moments, met = tuple(marks), Counter[str]()
    ranked = []
    for one in sorted(statements, key=lambda said: (said.minute, said.events)):
        near = min((abs(one.minute - mark) for mark in moments), default=0)
        ranked.append(((met[one.indicator] > 0, near, met[one.indicator], one.minute), one))
        met[one.indicator] += 1
    few = sorted(ranked, key=lambda pair: pair[0])[:MOST_CHOSEN]
    return tuple(one for _, one in sorted(few, key=lambda pair: (pair[1].minute, pair[1].events)))
