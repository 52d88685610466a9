"""The pictures of the README, drawn by the program itself: ``python -m tests.tui.pictures``.

A picture asks for nothing from outside: the web font that Textual names is left out.
"""

import asyncio
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from simulator.casework.commands import AcceptPrebrief, Command, OpenCase, ReadFreetext
from simulator.casework.habits import HABITS
from simulator.core.texts import Language
from simulator.store.engine import open_store
from simulator.tui.app import PraksishusApp
from tests.tui.rooms import press, settled
from tests.tui.systems.house import started, warm_up

FOLDER = Path(__file__).parents[1] / "pictures"
AT_THE_DESK: Sequence[Command] = (AcceptPrebrief(), OpenCase("S-101"), ReadFreetext("S-101"))

PICTURES: dict[str, tuple[Language, Sequence[Command], tuple[str, ...]]] = {
    "desk": ("da", AT_THE_DESK, ("g", "h", "e")),
    "register": ("da", AT_THE_DESK, ("1", "enter", "3")),
    "letter": ("en", AT_THE_DESK, ("g", "h", "f", "a", "ctrl+s", "b", "ctrl+a")),
    "debrief": ("en", (), ("3",)),
}
"""By name: the language, what has been done, and the keys that are then pressed."""


async def drawn(name: str) -> str:
    """Draw one picture."""
    language, done, keys = PICTURES[name]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "sessions.sqlite")
        session = started(store, language, warm_up())
        for command in done:
            session.do(command)
        while not done and not session.day.ended:
            session.do(HABITS["trusting"](session.view()))
        app = PraksishusApp(session=session, debrief=not done)
        async with app.run_test(size=(100, 30)) as pilot:
            await settled(pilot)
            await press(pilot, *keys)
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
