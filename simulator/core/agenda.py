"""What is due later in a day, in order: minute, then priority, then sequence.

The same rule as SimPy's queue, over a value that never changes, so that an agenda is part of a
day's value.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
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
_Items = tuple[Due[Plan], ...]
_About = tuple[type[Plan], Hashable]


class Agenda:
    """What is due, the first first. It never changes: its methods return a new agenda.

    Of two things with the same minute, priority and sequence the one added first comes first.
    Two agendas are equal if they hold equal things in the same order.
    """

    __slots__ = ("_by_subject", "_items")

    _items: _Items
    """All items in order."""
    _by_subject: FrozenMap[_About, _Items]
    """The same items by what happens to which subject, in order; ``()`` once all are gone."""

    def __init__(self, items: Iterable[Due[Plan]] = ()) -> None:
        self._items = tuple(sorted(items, key=_order))
        by_subject: dict[_About, _Items] = {}
        for item in self._items:
            about = (type(item.plan), item.plan.about)
            by_subject[about] = (*by_subject.get(about, ()), item)
        self._by_subject = FrozenMap(by_subject)

    @property
    def first(self) -> Due[Plan] | None:
        """What is due next, or None."""
        return self._items[0] if self._items else None

    def holds(self, kind: type[Plan], about: Hashable) -> bool:
        """Return whether a plan of a kind about something is on the agenda."""
        return bool(self._by_subject.get((kind, about)))

    def add(self, item: Due[Plan]) -> "Agenda":
        """Return the agenda with ``item`` in its place."""
        about = (type(item.plan), item.plan.about)
        same = _with(self._by_subject.get(about, ()), item)
        return _agenda(_with(self._items, item), self._by_subject.put(about, same))

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

    def without_plan(self, plan: Plan) -> "Agenda":
        """Return the agenda without a plan, whenever it is due."""
        agenda = self
        for item in self._by_subject.get((type(plan), plan.about), ()):
            if item.plan == plan:
                agenda = agenda._less(item)
        return agenda

    def _less(self, item: Due[Plan]) -> "Agenda":
        """Return the agenda without one item that is on it."""
        about = (type(item.plan), item.plan.about)
        rest = _without(self._by_subject[about], item)
        return _agenda(_without(self._items, item), self._by_subject.put(about, rest))

    def __iter__(self) -> Iterator[Due[Plan]]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Agenda) and self._items == other._items

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return f"Agenda({list(self)!r})"


def _agenda(items: _Items, by_subject: FrozenMap[_About, _Items]) -> Agenda:
    agenda = object.__new__(Agenda)
    agenda._items, agenda._by_subject = items, by_subject
    return agenda


def _with(items: _Items, item: Due[Plan]) -> _Items:
    place = bisect_right(items, item.order, key=_order)
    return (*items[:place], item, *items[place:])


def _without(items: _Items, item: Due[Plan]) -> _Items:
    place = bisect_left(items, item.order, key=_order)
    while items[place] is not item:  # another with the same minute, priority and sequence
        place += 1
    return items[:place] + items[place + 1 :]
