"""The shipped days as each habit works them, at the levels that go with it."""

from functools import cache

from simulator.casework.habits import HABITS
from simulator.casework.opening import Opening
from simulator.rehearsal.playing import Rehearsal, at_level, play, with_preset
from simulator.scenario.loading import Loaded
from tests.shipped import shipped

MONDAY, THURSDAY = "mandag-i-ydelseskontoret", "torsdag-i-borgerservice"
WAYS = {
    "thorough": "closer-to-hand",
    "careful": "",
    "trusting": "as-yesterday",
    "supervising": "further-to-the-system",
}
"""Which preset goes with each habit; empty: every step at level 3, where things are suggested."""


@cache
def loaded(day: str) -> Loaded:
    """A shipped day with its town."""
    return shipped(day)


def set_for(opening: Opening, habit: str) -> Opening:
    """A day with its levels as a habit has them."""
    return with_preset(opening, WAYS[habit]) if WAYS[habit] else at_level(opening, 3)


@cache
def worked(day: str, habit: str) -> Rehearsal:
    """A day as a habit plays it."""
    return play(set_for(loaded(day).opening, habit), loaded(day).town, HABITS[habit])
