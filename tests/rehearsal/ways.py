"""The shipped days as each habit works them, at the levels that go with it."""

from functools import cache

from simulator.casework.habits import HABITS
from simulator.rehearsal.playing import Rehearsal, play
from simulator.rehearsal.ways import set_for, way_of
from simulator.scenario.loading import Loaded, load
from simulator.scenario.places import days
from tests.shipped import shipped

MONDAY, THURSDAY = "mandag-i-ydelseskontoret", "torsdag-i-borgerservice"


@cache
def loaded(day: str) -> Loaded:
    """A shipped day with its town."""
    return shipped(day)


def drawn(day: str, seed: int | None) -> Loaded:
    """A shipped day with a town drawn from a seed, or from its own."""
    return loaded(day) if seed is None else load(days()[day], seed)


@cache
def worked(day: str, habit: str) -> Rehearsal:
    """A day as a habit plays it."""
    return play(set_for(loaded(day).opening, way_of(habit)), loaded(day).town, HABITS[habit])
