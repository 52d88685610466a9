"""What a system shows of a fact at a moment: a value with its route, or why there is none."""

from dataclasses import dataclass
from typing import Literal

from simulator.core.clock import DayNumber, Moment
from simulator.core.facts import Value


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a value's route: it came to ``system`` at ``at``."""

    system: str
    at: Moment
    by: Literal["report", "run", "hand"]
    fact: str
    """The fact's id in that system."""
    through: str = ""
    """The id of the integration whose run brought it; ``""`` for a report or a hand."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that is shown, as of when, and the hops it took, its origin first."""

    value: Value
    as_of: Moment
    """When the value was reported, or typed in by hand."""
    since: DayNumber
    """The first day the value speaks of; for a month's figure, the month."""
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """The system has no value."""

    since: Moment | None = None
    """It has had none at least since this moment; ``None`` if it never had one."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """There may be a value, but not for this role."""


@dataclass(frozen=True, slots=True)
class Down:
    """The system is closed for the day or does not answer."""


Observation = Shown | Missing | Hidden | Down

MISSING, HIDDEN, DOWN = Missing(), Hidden(), Down()
