"""What is due later in a day, in order: minute, then priority, then sequence.

The same rule as SimPy's queue, over an immutable tuple, so that an agenda is part of a day's value.
"""

from bisect import insort
from dataclasses import dataclass

Cause = int | str


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

    def __lt__(self, other: "Due") -> bool:
        """Say whether it comes first; of two with one sequence, the one planned first does."""
        mine = (self.minute, self.priority, self.sequence)
        return mine < (other.minute, other.priority, other.sequence)


Agenda = tuple[Due, ...]


def add(agenda: Agenda, *items: Due) -> Agenda:
    """Return the agenda with ``items`` in their places."""
    queue = list(agenda)
    for item in items:
        insort(queue, item)
    return tuple(queue)


def holds(agenda: Agenda, what: str, subject: str) -> bool:
    """Say whether a ``what`` of ``subject`` is on the agenda."""
    return any((item.what, item.subject) == (what, subject) for item in agenda)


def without(agenda: Agenda, what: str, subject: str) -> Agenda:
    """Return the agenda with no ``what`` of ``subject`` on it."""
    return tuple(item for item in agenda if (item.what, item.subject) != (what, subject))


def without_first(agenda: Agenda, what: str, subject: str) -> Agenda:
    """Return the agenda without the first ``what`` of ``subject``; later ones stay."""
    for place, item in enumerate(agenda):
        if (item.what, item.subject) == (what, subject):
            return agenda[:place] + agenda[place + 1 :]
    return agenda
