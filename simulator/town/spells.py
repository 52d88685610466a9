"""Spells: each is one truth with two times, when it holds and when it was reported."""

from typing import NamedTuple

from simulator.core.clock import DayNumber, Moment, day_of, moment
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


def month_known(timeline: Timeline, at: Moment) -> Spell | None:
    """Return the newest month of a monthly fact that could be known at a moment, or ``None``.

    It has ended by then, or it was paid and reported before it ended.
    """
    known = (spell for spell in timeline if _has_ended(spell, at) or spell.reported <= at)
    return max(known, key=lambda spell: (spell.begins, spell.reported), default=None)


def _has_ended(spell: Spell, at: Moment) -> bool:
    return spell.ends is not None and spell.ends <= day_of(at)


def reported_in_time(timeline: Timeline, *, monthly: bool) -> Timeline:
    """Return a timeline as it would be if everything were reported when it could be known."""
    return tuple(
        sorted(
            (spell._replace(reported=_in_time(spell, monthly)) for spell in timeline),
            key=lambda spell: (spell.reported, spell.begins),
        )
    )


def _in_time(spell: Spell, monthly: bool) -> Moment:
    if monthly and spell.ends is not None:
        return min(spell.reported, moment(spell.ends, 0))
    return moment(spell.begins, 0)
