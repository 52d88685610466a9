"""The house as a person meets it: what stands on the screen, keys that are pressed, clicks."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

from rich.cells import cell_len
from textual._context import visible_screen_stack
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.commands import Command
from simulator.core.texts import Language
from simulator.scenario.loading import Loaded
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.app import PraksishusApp
from tests.shipped import shipped

SHOWN = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "up": "↑↓",
    "down": "↑↓",
    "left": "←",
    "right": "→",
}
"""How the screen names keys that are not letters."""


@cache
def the_warm_up() -> Loaded:
    return shipped("opvarmning")


def a_session(store: Store, *commands: Command, language: Language = "da") -> Session:
    """The warm-up, with some commands carried out."""
    loaded = the_warm_up()
    session = Session.start(store, loaded.opening, loaded.town, language)
    for command in commands:
        session.do(command)
    return session


def at_the_desk(store: Store, *commands: Command, language: Language = "da") -> Session:
    return a_session(store, AcceptPrebrief(), *commands, language=language)


@asynccontextmanager
async def opened(
    app: PraksishusApp | Session, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[Pilot[None]]:
    """The app on a terminal of a size, once it has settled."""
    if isinstance(app, Session):
        app = PraksishusApp(session=app)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until no worker works, no message waits, and two looks in a row find the same.

    However busy the machine is: Textual's own pause ends where little was done for a while.
    """
    before: list[str] = []
    while True:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        now = [room(pilot), *lines(pilot)]
        if now == before and not busy(pilot.app):
            return
        before = now


def busy(app: App[Any]) -> bool:
    """Whether a worker is at it or a message waits for somebody who is on a screen."""
    pumps = [
        app,
        *(who for screen in app.screen_stack for who in screen.walk_children(with_self=True)),
    ]
    return bool(app.workers) or any(
        pump._next_callbacks or not pump._message_queue.empty() for pump in pumps
    )


def lines(pilot: Pilot[None]) -> list[str]:
    """What stands on the screen, line by line, with what is seen behind a dialog."""
    visible_screen_stack.set(pilot.app._background_screens)
    return [strip.text for strip in pilot.app.screen._compositor.render_strips()]


def text(pilot: Pilot[None]) -> str:
    """What stands on the screen, its line breaks and frames taken out."""
    return " ".join(" ".join(line.replace("│", " ").split()) for line in lines(pilot))


def room(pilot: Pilot[None]) -> str:
    return type(pilot.app.screen).__name__


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each of which must stand on the screen when it is pressed."""
    for key in keys:
        said = SHOWN.get(key) or (f"^{key[5:].upper()}" if key.startswith("ctrl+") else key)
        said = said.upper() if key.startswith("f") and key[1:].isdigit() else said
        seen = " ".join(lines(pilot)).split()
        assert any(said in (one, *one.split("/")) for one in seen), (key, room(pilot), lines(pilot))
        await pilot.press(key)
        await settled(pilot)


async def read_through(pilot: Pilot[None]) -> None:
    """Read the briefing to its end and go on to what follows it."""
    for _ in range(9):
        if room(pilot) == "BriefingScreen":
            await press(pilot, "enter")


async def until_debrief(pilot: Pilot[None], turn: Callable[[], Awaitable[None]]) -> None:
    """Turn the pages of the evening and the weeks, of which there are few."""
    for _ in range(30):
        if room(pilot) == "EveningScreen":
            await turn()
            await settled(pilot)
    assert room(pilot) == "DebriefScreen"


async def write(pilot: Pilot[None], words: str) -> None:
    """Write in the field that has focus, all at once: it is pasted, which changes it as keys do."""
    assert isinstance(pilot.app.focused, Input | TextArea), pilot.app.focused
    pilot.app.post_message(Paste(words))  # as the terminal does
    await settled(pilot)


async def type_letters(pilot: Pilot[None], words: str) -> None:
    """Type letter by letter, where the keys are the subject."""
    await pilot.press(*("space" if letter == " " else letter for letter in words))
    await settled(pilot)


async def click(pilot: Pilot[None], said: str, occurrence: int = 0) -> None:
    """Click on something that stands on the screen."""
    found = [(line, y) for y, line in enumerate(lines(pilot)) if said in line]
    assert found, (said, room(pilot), lines(pilot))
    line, y = found[occurrence]
    x = cell_len(line[: line.index(said)]) + 1
    await pilot.click(offset=(x, y))
    await settled(pilot)
