"""Spells: each is one truth with two times, when it holds and when it was reported."""

from typing import NamedTuple

from simulator.core.clock import DayNumber, Moment
from simulator.core.facts import Value


class Spell(NamedTuple):
    """A fact's value for one subject over some days. A town holds tens of thousands."""

    value: Value | None
    """``None`` if it was reported that there no longer is a value."""
    begins: DayNumber
    """The first day it holds."""
    ends: DayNumber | None
    """The first day it no longer holds; ``None`` if it still does."""
    reported: Moment
    """When the registers were told."""

    def holds_on(self, day: DayNumber) -> bool:
        """Return whether the value is true on ``day``."""
        return self.begins <= day and (self.ends is None or day < self.ends)


Timeline = tuple[Spell, ...]
"""The spells of one fact of one subject, in the order they were reported."""


def true_on(timeline: Timeline, day: DayNumber) -> Spell | None:
    """Return the spell that holds on ``day``, the last reported of several, or ``None``."""
    for spell in reversed(timeline):
        if spell.holds_on(day):
            return spell
    return None


def newest_by(timeline: Timeline, at: Moment) -> Spell | None:
    """Return the spell that was the last to be reported by ``at``, or ``None``."""
    for spell in reversed(timeline):
        if spell.reported <= at:
            return spell
    return None
