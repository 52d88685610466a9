"""What is due later in a day, in order: minute, then priority, then sequence.

The same rule as SimPy's queue, over a value that never changes, so that an agenda is part of a
day's value.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import ClassVar, Generic, TypeVar

from simulator.core.causes import Cause
from simulator.core.maps import FrozenMap


@dataclass(frozen=True)
class Plan:
    """What is to happen: a kind of thing, with what it needs to know when its minute comes."""

    priority: ClassVar[int] = 9
    """Among things due in the same minute the smaller comes first."""

    @property
    def about(self) -> Hashable:
        """What it is about, as plans of its kind are told apart: all its fields, unless it says."""
        values = tuple(vars(self).values())
        return values[0] if len(values) == 1 else values


P = TypeVar("P", bound=Plan, covariant=True)


@dataclass(frozen=True)
class Due(Generic[P]):
    """One thing due: a plan at a minute, carrying its causes."""

    minute: int
    sequence: int
    """The number of the event it was planned at."""
    plan: P
    because: tuple[Cause, ...] = ()

    @property
    def order(self) -> tuple[int, int, int]:
        """Its place in an agenda."""
        return self.minute, self.plan.priority, self.sequence


_order = attrgetter("order")
_Row = tuple[Due[Plan], ...]
_About = tuple[type[Plan], Hashable]
_LONGEST = 64
"""Items of a row at which it is cut in two: a change copies one row and the list of rows."""


class Agenda:
    """What is due, the first first. It never changes: its methods return a new agenda.

    Of two things with the same minute, priority and sequence the one added first comes first.
    Two agendas are equal if they hold equal things in the same order.
    """

    __slots__ = ("_by_subject", "_rows")

    _rows: tuple[_Row, ...]
    """All items in order, in rows none of which is empty."""
    _by_subject: FrozenMap[_About, _Row]
    """The same items by what happens to which subject, in order; ``()`` once all are gone."""

    def __init__(self, items: Iterable[Due[Plan]] = ()) -> None:
        ordered = tuple(sorted(items, key=_order))
        by_subject: dict[_About, _Row] = {}
        for item in ordered:
            about = (type(item.plan), item.plan.about)
            by_subject[about] = (*by_subject.get(about, ()), item)
        starts = range(0, len(ordered), _LONGEST)
        self._rows = tuple(ordered[start : start + _LONGEST] for start in starts)
        self._by_subject = FrozenMap(by_subject)

    @property
    def first(self) -> Due[Plan] | None:
        """What is due next, or None."""
        return self._rows[0][0] if self._rows else None

    def holds(self, kind: type[Plan], about: Hashable) -> bool:
        """Return whether a plan of a kind about something is on the agenda."""
        return bool(self._by_subject.get((kind, about)))

    def add(self, item: Due[Plan]) -> "Agenda":
        """Return the agenda with ``item`` in its place."""
        order, about = _order(item), (type(item.plan), item.plan.about)
        at = max(bisect_right(self._rows, order, key=_first_of) - 1, 0)
        row = _with(self._rows[at] if self._rows else (), item, order)
        cut = len(row) // 2 if len(row) > _LONGEST else 0
        rows = (row[:cut], row[cut:]) if cut else (row,)
        same = _with(self._by_subject.get(about, ()), item, order)
        return _agenda(
            self._rows[:at] + rows + self._rows[at + 1 :], self._by_subject.put(about, same)
        )

    def without(self, kind: type[Plan], about: Hashable, until: int | None = None) -> "Agenda":
        """Return the agenda without any plan of a kind about something.

        With ``until``, only those due at that minute or earlier are taken off; later ones stay.
        """
        agenda = self
        for item in self._by_subject.get((kind, about), ()):
            if until is None or item.minute <= until:
                agenda = agenda._less(item)
        return agenda

    def without_first(self, kind: type[Plan], about: Hashable) -> "Agenda":
        """Return the agenda without the first plan of a kind about something; later ones stay."""
        items = self._by_subject.get((kind, about), ())
        return self._less(items[0]) if items else self

    def _less(self, item: Due[Plan]) -> "Agenda":
        """Return the agenda without one item that is on it."""
        order, about = _order(item), (type(item.plan), item.plan.about)
        at = bisect_left(self._rows, order, key=_last_of)
        row = self._rows[at]
        place = bisect_left(row, order, key=_order)
        while row[place] is not item:  # another with the same minute, priority and sequence
            place += 1
            if place == len(row):
                at, place, row = at + 1, 0, self._rows[at + 1]
        row = row[:place] + row[place + 1 :]
        same = self._by_subject[about]
        rest = tuple(other for other in same if other is not item) if len(same) > 1 else ()
        return _agenda(
            self._rows[:at] + ((row,) if row else ()) + self._rows[at + 1 :],
            self._by_subject.put(about, rest),
        )

    def __iter__(self) -> Iterator[Due[Plan]]:
        return chain.from_iterable(self._rows)

    def __len__(self) -> int:
        return sum(map(len, self._rows))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Agenda) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Agenda({list(self)!r})"


def _agenda(rows: tuple[_Row, ...], by_subject: FrozenMap[_About, _Row]) -> Agenda:
    agenda = object.__new__(Agenda)
    agenda._rows, agenda._by_subject = rows, by_subject
    return agenda


def _first_of(row: _Row) -> tuple[int, int, int]:
    first: tuple[int, int, int] = _order(row[0])
    return first


def _last_of(row: _Row) -> tuple[int, int, int]:
    last: tuple[int, int, int] = _order(row[-1])
    return last


def _with(row: _Row, item: Due[Plan], order: tuple[int, int, int]) -> _Row:
    place = bisect_right(row, order, key=_order)
    return (*row[:place], item, *row[place:])
