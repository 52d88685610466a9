"""The table of screens: every screen of the house is opened by a name."""

from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.screen import Screen

import simulator.tui
from simulator.scenario.words import texts
from simulator.tui.house_screen import HouseDialog, HouseScreen
from simulator.tui.loading_screen import LoadingScreen
from simulator.tui.screens import SCREENS, screen_class

NOT_OPENED = {HouseScreen, HouseDialog, LoadingScreen}
"""What other screens are made of, and the one that stands before anything can be opened."""


@pytest.mark.parametrize("name", SCREENS)
def test_every_name_leads_to_a_screen(name: str):
    kind = screen_class(name)
    assert issubclass(kind, HouseScreen)
    assert SCREENS[name] == f"{kind.__module__}:{kind.__qualname__}"


def test_every_screen_of_the_house_has_a_name():
    names = [one.name for one in walk_packages(simulator.tui.__path__, "simulator.tui.")]
    held = [thing for name in names for thing in vars(import_module(name)).values()]
    kinds = {thing for thing in held if isinstance(thing, type) and issubclass(thing, Screen)}
    kinds = {kind for kind in kinds if kind.__module__ in names}
    assert kinds > NOT_OPENED
    assert kinds - NOT_OPENED == {screen_class(name) for name in SCREENS}


def test_a_name_that_is_no_screen_is_an_error():
    with pytest.raises(KeyError):
        screen_class("no-such-screen")


def test_one_stands_at_the_places_of_a_day_and_opens_everything_else_over_them():
    places = {name for name in SCREENS if screen_class(name).IS_PLACE}
    assert places == {"start", "briefing", "desk", "watching", "evening", "debrief"}


def test_help_says_nothing_of_a_screen_that_does_not_exist():
    words = {word.split(".")[2] for word in texts() if word.startswith("tui.help.")}
    assert words - {"ctrl", "mouse"} <= set(SCREENS)
    assert {"desk", "system", "debrief"} <= words
