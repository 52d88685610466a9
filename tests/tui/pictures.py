"""The pictures of the README, drawn by the program itself: ``python -m tests.tui.pictures``.

A picture asks for nothing from outside: the web font that Textual names is left out.
"""

import asyncio
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.actions.debriefing import BeginPhase, ChooseRoute, GiveEstimate
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.looking.reading import ReadFreetext
from simulator.casework.commands import Command
from simulator.casework.habits import HABITS
from simulator.core.texts import Language
from simulator.debrief.debrief_session import DebriefSession
from simulator.scenario.loading import Loaded
from simulator.store.engine import open_store
from simulator.store.session import Session
from simulator.tui.app import PraksishusApp
from tests.shipped import shipped
from tests.tui.rooms import settled
from tests.tui.systems.house import started

FOLDER = Path(__file__).parents[1] / "pictures"
MONDAY, THURSDAY, WARM_UP = "mandag-i-ydelseskontoret", "torsdag-i-borgerservice", "opvarmning"
HALF_PAST_TEN, MIDNIGHT = 10 * 60 + 30, 24 * 60
"""In minutes since midnight."""
MADE_WHOLE = ("2", "tab", "down", "down", "enter", "right", "enter")
"""At the workbench: the third arrow is made whole."""

Before = Callable[[Session], None]


@dataclass(frozen=True)
class Picture:
    """One picture: what has been done before it, and the keys that are then pressed."""

    language: Language
    day: str
    before: Before | None = None
    """Without it, nobody has sat down yet: the picture begins at the start screen."""
    keys: tuple[str, ...] = ()
    debrief: bool = False
    rows: int = 30
    """The height of the terminal; it is 100 columns wide."""


def doing(*commands: Command) -> Before:
    """Do some commands, one after the other."""

    def done(session: Session) -> None:
        for command in commands:
            assert "command.refused" not in [event.kind for event in session.do(command)], command

    return done


def until(habit: str, minute: int, *then: Command) -> Before:
    """Let a habit play until a minute of the day has come, then do some commands."""

    def played(session: Session) -> None:
        while session.view().minute < minute and not session.day.ended:
            session.do(HABITS[habit](session.view()))
        doing(*then)(session)

    return played


def talking(habit: str, phase: str) -> Before:
    """Let a habit play the whole day, then hold its debrief up to a phase."""

    def held(session: Session) -> None:
        until(habit, MIDNIGHT)(session)
        debriefing = DebriefSession(session)
        for said in (ChooseRoute("ninety"), GiveEstimate(), BeginPhase(phase)):
            debriefing.say(said)

    return held


def amina(*commands: Command) -> Before:
    """Amina's case in hand, her own words read."""
    return doing(AcceptPrebrief(), OpenCase("S-101"), ReadFreetext("S-101"), *commands)


PICTURES: Mapping[str, Picture] = {
    "start": Picture("da", WARM_UP),
    "meeting": Picture("da", MONDAY, doing(), ("enter", "enter")),
    "desk": Picture("da", MONDAY, until("trusting", HALF_PAST_TEN)),
    "register": Picture("da", MONDAY, amina(), ("1", "enter", "3")),
    "building": Picture("en", MONDAY, amina(), ("2", "enter", "1")),
    "letter": Picture("en", WARM_UP, amina(), ("g", "h", "f", "a", "ctrl+s", "b", "ctrl+a")),
    "landscape": Picture("en", MONDAY, amina(), ("f3", "enter"), rows=44),
    "cards": Picture("da", THURSDAY, talking("trusting", "stake"), ("6",), debrief=True, rows=40),
    "workbench": Picture("en", WARM_UP, until("thorough", MIDNIGHT), MADE_WHOLE, debrief=True),
}


@cache
def loaded(day: str) -> Loaded:
    """Load a day that comes with the program, once."""
    return shipped(day)


async def drawn(name: str) -> str:
    """Draw one picture."""
    wanted = PICTURES[name]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "sessions.sqlite")
        if wanted.before is None:
            app = PraksishusApp(store=store.path)
        else:
            session = started(store, wanted.language, loaded(wanted.day))
            wanted.before(session)
            app = PraksishusApp(session=session, debrief=wanted.debrief)
        async with app.run_test(size=(100, wanted.rows)) as pilot:
            await settled(pilot)
            for key in wanted.keys:
                await pilot.press(key)
                await settled(pilot)
            picture = app.export_screenshot(title="Praksishus")
        store.close()
    return tidy(picture)


def tidy(picture: str) -> str:
    """Leave out what a picture would ask for from outside."""
    own = re.sub(r"@font-face\s*\{[^}]*\}\s*|<!--.*?-->\s*", "", picture)
    return own.replace("Fira Code", "DejaVu Sans Mono")


async def _all() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        (FOLDER / f"{name}.svg").write_text(await drawn(name), "utf-8")


if __name__ == "__main__":
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.environ.pop("NO_COLOR", None)
    asyncio.run(_all())
