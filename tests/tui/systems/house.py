"""A house to stand in: the warm-up day in a store of its own, with one screen opened in it."""

from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.commands import Command
from simulator.casework.habits import Habit
from simulator.core.texts import Language
from simulator.rehearsal.playing import play
from simulator.scenario.loading import Loaded, load_text
from simulator.scenario.places import days
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui import app
from simulator.tui.app import PraksishusApp
from tests.shipped import shipped

SMALL, MIDDLE, LARGE = (80, 24), (100, 30), (160, 45)
SIZES = (SMALL, MIDDLE, LARGE)
SYSTEMS = (
    "cpr", "bbr", "eindkomst", "overblik", "ydelse", "arkiv", "digital-post", "nemkonto"
)  # fmt: skip
PSEUDONYM = "K4T7"
"""Pinned, so that a picture of the screen is the same each time."""


@cache
def warm_up() -> Loaded:
    return shipped("opvarmning")


@cache
def whole_landscape() -> Loaded:
    """The warm-up in the whole landscape, where Amina lives at a protected address."""
    written = days()["opvarmning"].read_text("utf-8")
    every = ", ".join(SYSTEMS)
    written = written.replace("use: [cpr, eindkomst, overblik]", f"use: [{every}]")
    written = written.replace("    facts:\n", "    facts:\n      residence.protected: true\n", 1)
    return load_text(written, "landskab.yaml")


def started(store: Store, language: Language, loaded: Loaded) -> Session:
    """A session whose pseudonym is not drawn."""
    with patch("simulator.store.log._pseudonym", return_value=PSEUDONYM):
        return Session.start(store, loaded.opening, loaded.town, language)


def begun(store: Store, language: Language = "da", loaded: Loaded | None = None) -> Session:
    """The day with its first case in hand."""
    session = started(store, language, loaded or warm_up())
    session.do(AcceptPrebrief())
    took(session, OpenCase(session.view().inbox[0].case))
    return session


def played(store: Store, habit: Habit, language: Language = "da") -> Session:
    """The day as a habit plays it, to the end."""
    loaded = warm_up()
    session = started(store, language, loaded)
    for command in play(loaded.opening, loaded.town, habit).commands:
        session.do(command)
    return session


def took(session: Session, command: Command) -> None:
    """Do something that may not be refused."""
    events = session.do(command)
    assert "command.refused" not in [event.kind for event in events], (command, events)


class House(PraksishusApp):
    """The app with nothing in it but one screen."""

    CSS_PATH = Path(app.__file__).with_name("app.tcss")

    def __init__(self, session: Session | None = None, *, screen: Screen[Any]) -> None:
        super().__init__(session=session)
        self.animation_level = "none"
        self.first = screen

    async def on_mount(self) -> None:
        await self.push_screen(self.first)

    def get_default_screen(self) -> Screen[Any]:  # type: ignore[override]
        return Screen()


def on_screen(house: PraksishusApp) -> str:
    """Everything that can be read on the screen now, line by line; spaces are spaces."""
    width, height = house.size
    strips = house.screen._compositor.render_strips(house.size)
    read = "\n".join(strip.text[:width] for strip in strips[:height])
    return read.replace("\u00a0", " ")


def in_sight(widget: Widget) -> bool:
    """Whether any of a widget is within the part of its scroller that is shown."""
    scroller = widget.parent
    while scroller is not None and not getattr(scroller, "is_scrollable", False):
        scroller = scroller.parent
    assert isinstance(scroller, Widget)
    return bool(widget.region.intersection(scroller.region)) and widget.region != Region()
