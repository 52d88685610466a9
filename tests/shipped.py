"""The days that come with the program, each read once however many tests play it."""

from functools import cache

from simulator.scenario.loading import Loaded, load
from simulator.scenario.places import days


@cache
def shipped(day: str) -> Loaded:
    """A day by its name, its town drawn; what is played in it changes neither."""
    return load(days()[day])
