"""Statements: what an indicator says about a day, with its denominator and its event numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence

MOST_CHOSEN = 9


@dataclass(frozen=True)
class Statement:
    """One sentence of one indicator on one occasion; the indicator's texts have the sentence."""

    indicator: str
    case: str
    """The id of its case; ``""`` if it is about the whole day."""
    minute: int
    arguments: Mapping[str, Argument]
    """The raw arguments of the indicator's sentence."""
    about: Phrase
    """What in the case it is about, such as a step, or a fact with its source."""
    of: int
    """The denominator: how many opportunities the sentence counts among."""
    events: tuple[int, ...]
    """The numbers of the events behind it, from which alone its figures can be counted again."""
    key: str = ""
    """What is unique to it among the statements of its indicator; ``""`` for its first event."""
    well: bool = False
    """Whether it suggests that the value was supported; used to choose cards, and never shown."""
    say: str = ""
    """The id of a sentence in place of the indicator's own; ``""`` for the indicator's own."""

    @property
    def id(self) -> str:
        """Its id, by which it is placed and contested: the same for the same log."""
        return f"{self.indicator}:{self.key or self.events[0]}"


@dataclass(frozen=True)
class Silence:
    """Why an indicator has no statement about a day.

    ``no-occasion`` means that nothing happened that it counts, ``no-ground`` that something did
    but each time its own condition for keeping silent was met, and ``held-back`` that the day is
    not over and it reads more than was seen.
    """

    reason: Literal["no-occasion", "no-ground", "held-back"]


Speaks = Callable[[Evidence], list[Statement] | Silence]


def one_a_value(
    statements: Iterable[Statement], marks: Iterable[int], values: Mapping[str, str]
) -> tuple[Statement, ...]:
    """Return for every value its statement nearest to a mark, by time of day.

    ``marks`` are the minutes the student marked; ``values`` has the value of each indicator.
    """
    by_value: dict[str, Statement] = {}
    for statement in _nearest_first(statements, tuple(marks)):
        by_value.setdefault(values.get(statement.indicator, statement.indicator), statement)
    return _by_time(by_value.values())


def chosen(
    statements: Iterable[Statement], marks: Iterable[int], values: Mapping[str, str]
) -> tuple[Statement, ...]:
    """Return at most nine statements, by time of day; a deep discussion needs few.

    They are one of every value, then one that went well if there is none yet, then those nearest
    to the minutes the student marked. They are never chosen for being the worst.
    """
    every, moments = tuple(statements), tuple(marks)
    few = list(one_a_value(every, moments, values))
    left = [statement for statement in _nearest_first(every, moments) if statement not in few]
    if not any(statement.well for statement in few):
        well = next((statement for statement in left if statement.well), None)
        left.sort(key=lambda statement: statement is not well)
    return _by_time((*few, *left[: MOST_CHOSEN - len(few)]))


def _nearest_first(statements: Iterable[Statement], marks: tuple[int, ...]) -> list[Statement]:
    """Return statements by distance to a mark; equally near ones take turns by indicator."""
    met, ranked = Counter[str](), []
    for statement in _by_time(statements):
        near = min((abs(statement.minute - mark) for mark in marks), default=0)
        ranked.append(((near, met[statement.indicator], statement.minute), statement))
        met[statement.indicator] += 1
    return [statement for _, statement in sorted(ranked, key=lambda pair: pair[0])]


def _by_time(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(
        sorted(
            statements, key=lambda statement: (statement.minute, statement.events, statement.key)
        )
    )
