"""Integrations: scheduled copying between two systems, and what a copy does to a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from simulator.core.clock import MINUTES_A_DAY, Moment
from simulator.core.facts import Value

Loses = Literal["nothing", "field", "mark"]
"""What is lost on the way though the integration is said to carry it: nothing, the field, or the
mark that the value is protected."""


@dataclass(frozen=True)
class Carry:
    """How one fact is carried: from which fact upstream, and mapped how."""

    source: str
    """The fact's id upstream."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """Codes that are translated on the way."""
    round_to: int = 0
    """Numbers are rounded down to a multiple of this; 0: not at all."""
    first_of: str = ""
    """A text that holds several values with this between them arrives as the first of them."""
    first_characters: int = 0
    """A text arrives as its first so many characters, where the field is no longer; 0: whole."""
    loses: Loses = "nothing"

    def map(self, value: Value) -> Value | None:
        """Return the value as it arrives; nothing if the field is lost."""
        if self.loses == "field":
            return None
        if isinstance(value, str):
            return self._text(self.codes.get(value, value))
        if self.round_to and not isinstance(value, bool):
            return value // self.round_to * self.round_to
        return value

    def _text(self, text: str) -> str:
        first = text.partition(self.first_of)[0].strip() if self.first_of else text
        return first[: self.first_characters].rstrip() if self.first_characters else first

    def whole(self, fact: str) -> "Carry":
        """Return the carrying into ``fact`` with nothing rounded, shortened or lost.

        Codes are translated only where the fact becomes another: otherwise that loses nuances.
        """
        return Carry(self.source, {} if self.source == fact else self.codes)


@dataclass(frozen=True)
class Stop:
    """A time without runs: from ``begins`` to, not including, ``ends`` (nothing: still)."""

    begins: Moment
    ends: Moment | None = None

    def covers(self, at: Moment) -> bool:
        """Say whether a moment lies within it."""
        return self.begins <= at and (self.ends is None or at < self.ends)


@dataclass(frozen=True)
class Integration:
    """A copying between two systems."""

    source: str
    target: str
    carries: Mapping[str, Carry]
    """By the fact's id in the target."""
    every: int = MINUTES_A_DAY
    """Minutes between two runs."""
    offset: int = 120
    """Minutes after midnight of the first run; nightly runs are at 02:00."""
    stops: tuple[Stop, ...] = ()
    keeps_last: bool = True
    """A run that finds nothing leaves the old value; otherwise it clears it."""

    @property
    def id(self) -> str:
        """``eindkomst->overblik``."""
        return f"{self.source}->{self.target}"

    def scheduled(self, at: Moment) -> Moment:
        """Return the last scheduled run at or before a moment, stopped or not."""
        return (at - self.offset) // self.every * self.every + self.offset

    def last_run(self, at: Moment) -> Moment:
        """Return the last scheduled run at or before a moment that was not stopped."""
        run = self.scheduled(at)
        while stop := self.stopped_at(run):
            run = self.scheduled(stop.begins - 1)
        return run

    def stopped_at(self, at: Moment) -> Stop | None:
        """Return the stop a moment lies within; nothing: the integration runs."""
        return next((one for one in self.stops if one.covers(at)), None)

    def healthy(self) -> "Integration":
        """Return the integration as it would be had it never stopped nor lost anything."""
        whole = {fact: carry.whole(fact) for fact, carry in self.carries.items()}
        return replace(self, carries=whole, stops=())

    def repaired(self, at: Moment) -> "Integration":
        """Return the integration as it is once it has been made to run again at a moment."""
        stops = (replace(one, ends=at) if one.covers(at) else one for one in self.stops)
        return replace(self, stops=tuple(stops))


def upstream_first(integrations: tuple[Integration, ...]) -> tuple[str, ...]:
    """Return the systems so that each comes after those it copies from.

    Raises ``graphlib.CycleError`` where systems copy in a ring.
    """
    graph: dict[str, set[str]] = {}
    for one in integrations:
        graph.setdefault(one.target, set()).add(one.source)
    return tuple(TopologicalSorter(graph).static_order())


__all__ = ["Carry", "CycleError", "Integration", "Stop", "upstream_first"]
