"""What is due later in a day, in order: minute, then priority, then sequence.

The same rule as SimPy's queue, over a value that never changes, so that an agenda is part of a
day's value.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from simulator.core.causes import Cause
from simulator.core.maps import FrozenMap


@dataclass(frozen=True)
class Due:
    """One thing due: ``what`` happens at ``minute`` to ``subject``, carrying its causes."""

    minute: int
    priority: int
    sequence: int
    what: str
    subject: str
    """The case, citizen, system or inject it concerns."""
    detail: str = ""
    because: tuple[Cause, ...] = ()


_order = attrgetter("minute", "priority", "sequence")
_Row = tuple[Due, ...]
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
    _by_subject: FrozenMap[tuple[str, str], _Row]
    """The same items by what happens to which subject, in order; ``()`` once all are gone."""

    def __init__(self, items: Iterable[Due] = ()) -> None:
        ordered = tuple(sorted(items, key=_order))
        by_subject: dict[tuple[str, str], _Row] = {}
        for item in ordered:
            about = (item.what, item.subject)
            by_subject[about] = (*by_subject.get(about, ()), item)
        starts = range(0, len(ordered), _LONGEST)
        self._rows = tuple(ordered[start : start + _LONGEST] for start in starts)
        self._by_subject = FrozenMap(by_subject)

    @property
    def first(self) -> Due | None:
        """What is due next, or None."""
        return self._rows[0][0] if self._rows else None

    def holds(self, what: str, subject: str) -> bool:
        """Return whether a ``what`` of ``subject`` is on the agenda."""
        return bool(self._by_subject.get((what, subject)))

    def add(self, item: Due) -> "Agenda":
        """Return the agenda with ``item`` in its place."""
        order, about = _order(item), (item.what, item.subject)
        at = max(bisect_right(self._rows, order, key=_first_of) - 1, 0)
        row = _with(self._rows[at] if self._rows else (), item, order)
        cut = len(row) // 2 if len(row) > _LONGEST else 0
        rows = (row[:cut], row[cut:]) if cut else (row,)
        same = _with(self._by_subject.get(about, ()), item, order)
        return _agenda(
            self._rows[:at] + rows + self._rows[at + 1 :], self._by_subject.put(about, same)
        )

    def without(self, what: str, subject: str, until: int | None = None) -> "Agenda":
        """Return the agenda without any ``what`` of ``subject``.

        With ``until``, only those due at that minute or earlier are taken off; later ones stay.
        """
        agenda = self
        for item in self._by_subject.get((what, subject), ()):
            if until is None or item.minute <= until:
                agenda = agenda._less(item)
        return agenda

    def without_first(self, what: str, subject: str) -> "Agenda":
        """Return the agenda without the first ``what`` of ``subject``; later ones stay."""
        items = self._by_subject.get((what, subject), ())
        return self._less(items[0]) if items else self

    def _less(self, item: Due) -> "Agenda":
        """Return the agenda without one item that is on it."""
        order, about = _order(item), (item.what, item.subject)
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

    def __iter__(self) -> Iterator[Due]:
        return chain.from_iterable(self._rows)

    def __len__(self) -> int:
        return sum(map(len, self._rows))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Agenda) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Agenda({list(self)!r})"


def _agenda(rows: tuple[_Row, ...], by_subject: FrozenMap[tuple[str, str], _Row]) -> Agenda:
    agenda = object.__new__(Agenda)
    agenda._rows, agenda._by_subject = rows, by_subject
    return agenda


def _first_of(row: _Row) -> tuple[int, int, int]:
    first: tuple[int, int, int] = _order(row[0])
    return first


def _last_of(row: _Row) -> tuple[int, int, int]:
    last: tuple[int, int, int] = _order(row[-1])
    return last


def _with(row: _Row, item: Due, order: tuple[int, int, int]) -> _Row:
    place = bisect_right(row, order, key=_order)
    return (*row[:place], item, *row[place:])
