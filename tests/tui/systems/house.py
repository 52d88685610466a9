"""A house to stand in: the warm-up day in a store of its own, with one screen opened in it."""

from functools import cache
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from simulator.casework.commands import AcceptPrebrief, Command, OpenCase
from simulator.core.texts import Language
from simulator.scenario.places import days
from simulator.scenario.loading import Loaded, load
from simulator.store.engine import open_store
from simulator.store.session import Session
from simulator.tui import app
from simulator.tui.app import PraksishusApp

SIZES = ((80, 24), (100, 30), (160, 45))
LANGUAGES: tuple[Language, Language] = ("da", "en")


@cache
def warm_up() -> Loaded:
    return load(days()["opvarmning"])


def a_session(folder: Path, *commands: Command, language: Language = "da") -> Session:
    """The warm-up with its first case in hand, after some commands."""
    store = open_store(folder / "sessions.sqlite")
    loaded = warm_up()
    session = Session.start(store, loaded.opening, loaded.town, language)
    session.id = "K4T7"  # what a picture of the screen shows is the same each time
    session.do(AcceptPrebrief())
    first = session.view().inbox[0].case
    for command in (OpenCase(first), *commands):
        events = session.do(command)
        assert "command.refused" not in [event.kind for event in events], (command, events)
    return session


class House(PraksishusApp):
    """The app with nothing in it but one screen."""

    CSS_PATH = Path(app.__file__).with_name("app.tcss")

    def __init__(self, session: Session, screen: Screen[Any]) -> None:
        super().__init__(session=session)
        self.first = screen

    async def on_mount(self) -> None:
        await self.push_screen(self.first)

    def get_default_screen(self) -> Screen[Any]:  # type: ignore[override]
        return Screen()


def words_on(house: PraksishusApp) -> str:
    """Everything that can be read on the screen now, line by line."""
    width, height = house.size
    lines = house.screen._compositor.render_strips(house.size) if (width and height) else []
    return "\n".join("".join(part.text for part in strip) for strip in lines)


def text_of(widget: Widget) -> str:
    """What a widget shows, wherever it is scrolled to."""
    return "\n".join(str(one.render()) for one in (widget, *widget.query("*")))


async def shoot(pilot: Pilot[Any], path: Path) -> None:
    """Keep a picture of the screen."""
    await pilot.pause()
    path.write_text(pilot.app.export_screenshot())
