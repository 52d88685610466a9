"""Ways of working: a habit, and the levels it works at."""

from dataclasses import dataclass

from simulator.casework.case_types import BY_HAND, DECIDING
from simulator.casework.opening import Opening
from simulator.rehearsal.playing import at_level, with_preset


@dataclass(frozen=True, slots=True)
class Way:
    """A way of working."""

    habit: str
    """The name of its habit, as in ``HABITS``."""
    preset: str = ""
    """The preset of the day whose levels it works at; ``""`` for none."""
    level: int | None = None
    """The level of every step, as far as it may be chosen, where it has no preset; None leaves the
    levels as the day begins."""

    @property
    def name(self) -> str:
        """Its habit, with its preset or its level."""
        levels = self.preset or ("" if self.level is None else str(self.level))
        return f"{self.habit} {levels}".rstrip()


WAYS: tuple[Way, ...] = (
    Way("thorough", "closer-to-hand"),
    Way("careful", level=3),
    Way("trusting", "as-yesterday"),
    Way("supervising", "further-to-the-system"),
    Way("careful", level=BY_HAND),
)
"""The ways a day is rehearsed in: each habit at the levels that go with it, and one by hand."""


def way_of(habit: str) -> Way:
    """Return the way that goes with a habit. Raises ``KeyError`` if there is none."""
    return {way.habit: way for way in reversed(WAYS)}[habit]


def at_each_level(habit: str) -> tuple[Way, ...]:
    """Return a habit at every level there is, the lowest first: to see what each level costs."""
    return tuple(Way(habit, level=level) for level in range(BY_HAND, DECIDING + 1))


def set_for(opening: Opening, way: Way) -> Opening:
    """Return a day with its levels as a way of working has them.

    Raises ``KeyError`` if the day has no such preset.
    """
    if way.preset:
        return with_preset(opening, way.preset)
    return opening if way.level is None else at_level(opening, way.level)
