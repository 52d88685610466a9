"""Spells: one truth each, with both its times, when it holds and when it was reported."""

from typing import NamedTuple

from simulator.core.clock import DayNumber, Moment
from simulator.core.facts import Value


class Spell(NamedTuple):
    """A fact's value for one subject over some days. A town holds tens of thousands."""

    value: Value | None
    """Nothing: it was reported that it no longer is so."""
    begins: DayNumber
    """The first day it holds."""
    ends: DayNumber | None
    """The first day it no longer holds; nothing: it still does."""
    reported: Moment
    """When the world told the registers."""

    def holds_on(self, day: DayNumber) -> bool:
        """Say whether the value is true on a day."""
        return self.begins <= day and (self.ends is None or day < self.ends)


Timeline = tuple[Spell, ...]
"""The spells of one fact of one subject, in the order they were reported."""


def true_on(timeline: Timeline, day: DayNumber) -> Spell | None:
    """Return the spell that holds on a day; the last reported wins where two do."""
    for spell in reversed(timeline):
        if spell.holds_on(day):
            return spell
    return None


def newest_by(timeline: Timeline, at: Moment) -> Spell | None:
    """Return the spell reported last, at the latest at ``at``."""
    for spell in reversed(timeline):
        if spell.reported <= at:
            return spell
    return None
