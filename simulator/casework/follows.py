"""What follows later from an answer that does not stand: knowledge of each case type, as data."""

from dataclasses import dataclass
from typing import Literal

from simulator.core.texts import Text

Way = Literal["recalculated", "corrected"]
"""How what was wrong is put right once it is found: worked out again in the next bill, up or down,
whoever erred; or corrected from now on after a hearing, where what was paid stays with them who
did not know better."""


@dataclass(frozen=True)
class Discovery:
    """A way by which an answer that gave too much, or too little, is found later."""

    way: Way
    found: int
    """How often it is found, in percent."""
    after: tuple[int, int]
    """Days from the letter until it is (from, to)."""
    of: tuple[str, ...] = ()
    """The paths of the facts it finds something wrong with; with ``()`` of any."""
    at_least: int = 0
    """How far the figure must be from the right one; an answer without a figure counts as 0."""
    first_step: int = 1
    """How much lower than 100 a figure in per cent is at its first step, which counts as one."""


@dataclass(frozen=True)
class Follows:
    """What follows from an answer that does not stand, the first that fits."""

    much: tuple[Discovery, ...] = ()
    """Where it gave too much; with ``()`` nobody ever finds it."""
    little: tuple[Discovery, ...] = ()
    """Where it gave too little; whoever complains has another way."""
    paid_back: bool = False
    """Whether what was paid is claimed back from them who knew better and kept silent."""


@dataclass(frozen=True)
class FieldFigure:
    """A figure of the field itself on what complaints end in, to stand beside those of a day."""

    says: Text
    year: int
    source: Text
    verified: bool
