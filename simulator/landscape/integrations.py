"""Integrations: scheduled copying between two systems, and what a copy does to a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from graphlib import TopologicalSorter
from typing import Literal

from simulator.core.clock import MINUTES_A_DAY, Moment
from simulator.core.facts import Value

Loses = Literal["nothing", "field", "mark"]
"""What is lost on the way though the integration should carry it: ``nothing``, the whole
``field``, or only the ``mark`` that the value is protected."""


@dataclass(frozen=True)
class Carry:
    """How an integration carries one fact: from which fact of its source, and how it is mapped."""

    source: str
    """The id of the fact in the system it comes from."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """Codes that are translated on the way: by the code that is sent, the one that arrives."""
    round_to: int = 0
    """Numbers are rounded down to a multiple of this; with 0 they are not rounded."""
    first_of: str = ""
    """What stands between the values of a text, of which only the first arrives; ``""``: all do."""
    first_characters: int = 0
    """How many characters of a text arrive, where the field has room for no more; 0: all do."""
    loses: Loses = "nothing"

    def map(self, value: Value) -> Value | None:
        """Return the value as it arrives; ``None`` if the field is lost."""
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
        """Return how ``fact`` would be carried if nothing were rounded, shortened or lost.

        Codes are still translated where the fact becomes another. Where it stays the same a
        translation only loses nuances, so it is left out.
        """
        return Carry(self.source, {} if self.source == fact else self.codes)


@dataclass(frozen=True)
class Stop:
    """A time without runs, from ``begins`` to, not including, ``ends`` (``None``: it goes on)."""

    begins: Moment
    ends: Moment | None = None

    def covers(self, at: Moment) -> bool:
        """Return whether a moment lies within the stop."""
        return self.begins <= at and (self.ends is None or at < self.ends)


@dataclass(frozen=True)
class Integration:
    """A scheduled copying from one system, its source, to another, its target."""

    source: str
    target: str
    carries: Mapping[str, Carry]
    """How each fact is carried, by its id in the target."""
    every: int = MINUTES_A_DAY
    """Minutes between two runs."""
    offset: int = 120
    """Minutes after midnight of the first run; nightly runs are at 02:00."""
    stops: tuple[Stop, ...] = ()
    keeps_last: bool = True
    """Whether a run that finds no value upstream leaves the old one; otherwise it clears it."""

    @cached_property
    def id(self) -> str:
        """Source and target: ``eindkomst->overblik``."""
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
        """Return the stop a moment lies within, or ``None`` if the integration runs."""
        return next((stop for stop in self.stops if stop.covers(at)), None)

    def healthy(self) -> "Integration":
        """Return the integration as if it had never stopped and lost nothing on the way."""
        whole = {fact: carry.whole(fact) for fact, carry in self.carries.items()}
        return replace(self, carries=whole, stops=())

    def repaired(self, at: Moment) -> "Integration":
        """Return the integration with the stop that covers ``at``, if any, ended at ``at``."""
        stops = (replace(stop, ends=at) if stop.covers(at) else stop for stop in self.stops)
        return replace(self, stops=tuple(stops))


def upstream_first(integrations: tuple[Integration, ...]) -> tuple[str, ...]:
    """Return the ids of the systems, each after those it copies from.

    Raises ``graphlib.CycleError`` if systems copy in a ring.
    """
    graph: dict[str, set[str]] = {}
    for integration in integrations:
        graph.setdefault(integration.target, set()).add(integration.source)
    return tuple(TopologicalSorter(graph).static_order())
