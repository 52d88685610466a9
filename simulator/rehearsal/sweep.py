"""A sweep of rehearsals, as one value: what is asked of it, and what was played."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from simulator.rehearsal.matters import Matter
from simulator.rehearsal.readings import Columns, Minutes, Mistake, Readings
from simulator.rehearsal.varying import Made
from simulator.rehearsal.ways import WAYS, Way

Until = Literal["the-end", "decides", "differs"]
"""How long an integration made otherwise is rehearsed: in every way of working, or until one is
come to in which a matter gets another decision, or in which anything at all is another."""


@dataclass(frozen=True)
class Asked:
    """What is to be played of a day. Nothing is worked out that is not asked for here."""

    ways: tuple[Way, ...] = WAYS
    seeds: tuple[int | None, ...] = (None,)
    """What its towns are drawn from, each another; None is the seed of its own file."""
    arrows: tuple[str, ...] | Literal["every"] = ()
    """The ids of the integrations that are made otherwise, one at a time."""
    until: Until = "the-end"
    readings: Readings[Any] | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """A day played in one way of working."""

    seed: int
    way: Way
    matters: tuple[Matter, ...]
    minutes: tuple[Minutes, ...] | None = None
    """The rows of the account; None where it was not asked for."""
    mistakes: tuple[Mistake, ...] | None = None
    """What went wrong, with its causes; None where they were not asked for."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What one integration made otherwise does to a day played in one way of working."""

    seed: int
    way: Way
    arrow: str
    made: Made
    differs: bool
    """Whether anything in the log is another."""
    decided: tuple[str, ...] = ()
    """The cases that were met either way and get another answer, or one that stands or not where
    it did not or did."""
    crowded: tuple[str, ...] = ()
    """The cases that are reached only one way, because others take longer or shorter."""


@dataclass(frozen=True)
class Sweep:
    """Days that were played, in the order of their seeds and ways."""

    day: str
    """The id of the scenario."""
    ways: tuple[Way, ...]
    seeds: tuple[int, ...]
    days: tuple[Played, ...]
    effects: tuple[Effect, ...] = ()
    columns: Columns = field(default_factory=Columns)

    def played(self, way: Way) -> Iterator[Played]:
        """Yield the days that were played in a way of working, by seed."""
        return (day for day in self.days if day.way == way)
