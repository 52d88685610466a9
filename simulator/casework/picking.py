"""Which of several sights of a fact is built on where nobody has picked one: the declared order.

A document of the month or date that was asked about comes first, then the system nearest to where
the fact is reported, then what the citizen is sure of, then what they know roughly, and last a
document of another month or date. Automation picks by it, and says so; to the caseworker it is
what stands in the field until another is chosen.
"""

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass
from typing import Literal

from simulator.casework.day import Case
from simulator.casework.sights import CITIZEN, Seen
from simulator.core.facts import split_path
from simulator.landscape.systems import Landscape

Rank = Literal["document", "register", "sure", "roughly", "older-document"]
RANKS: tuple[Rank, ...] = ("document", "register", "sure", "roughly", "older-document")
"""What comes first in the declared order."""


@dataclass(frozen=True)
class Order:
    """The declared order, for what is known of one case."""

    landscape: Landscape
    roughly: Container[str] = ()
    """The paths of the facts that the party has answered only roughly."""
    older: Container[Seen] = ()
    """What documents of another month or date show."""

    def rank(self, seen: Seen) -> Rank:
        """Return what kind of sight it is."""
        if seen.document:
            return "older-document" if seen in self.older else "document"
        if seen.source == CITIZEN:
            return "roughly" if seen.path in self.roughly else "sure"
        return "register"

    def first(self, sights: Iterable[Seen]) -> Seen | None:
        """Return the first of some sights of one fact that show a value, or ``None``.

        Of those that stand alike it is the one that was given first.
        """
        shown = (seen for seen in sights if seen.state == "shown")
        return min(shown, key=self._place, default=None)

    def _place(self, seen: Seen) -> tuple[int, int]:
        known = seen.source in self.landscape.systems
        copied = self.landscape.copied(seen.source, split_path(seen.path)[1]) if known else 0
        return RANKS.index(self.rank(seen)), copied


def order_of(landscape: Landscape, case: Case) -> Order:
    """Return the declared order for a case."""
    as_asked, older = set[Seen](), set[Seen]()
    for document in case.documents:
        (older if document.flaw else as_asked).update(document.fields)
    return Order(landscape, case.roughly, older - as_asked)


def nearest(landscape: Landscape, case: Case, path: str) -> Seen | None:
    """Return the sight of a fact to build on unless another is picked, or ``None`` for none shown.

    What a person has settled on stays, whatever is laid on the case after it. Until then it is the
    first in the declared order; of systems that stand alike, the one looked in last.
    """
    settled = _settled(case.basis, path) if case.settled else None
    newest_first = (seen for seen in reversed(case.seen) if seen.path == path)
    return settled or order_of(landscape, case).first(newest_first)


def _settled(basis: Collection[Seen], path: str) -> Seen | None:
    return next((seen for seen in basis if seen.path == path), None)
