"""Writing a new scenario file, with comments, that can be played as it stands."""

import os
from pathlib import Path

from simulator.cli.failing import FINE, MISUNDERSTOOD, Failure
from simulator.cli.terminal import Terminal
from simulator.core.untrusted import clean
from simulator.scenario.places import ENDINGS, days
from simulator.scenario.templates import copied_day, id_of, new_day


def new(terminal: Terminal, name: str, day: str) -> int:
    """Write a new scenario file, a copy of ``day`` unless that is ``""``, and say what to do next.

    Raises ``Failure`` if the name or the day cannot be used or there is such a file already.
    """
    path = Path(name) if name.lower().endswith(ENDINGS) else Path(f"{name}.yaml")
    id_ = id_of(path)
    if not id_ or clean(name) != name:
        raise Failure("new-name", MISUNDERSTOOD, name=name)
    if day and day not in days():
        raise Failure("day-to-copy", MISUNDERSTOOD, name=day, known=", ".join(days()))
    text = copied_day(id_, day) if day else new_day(id_, terminal.language)
    _write(path, text)
    terminal.put(str(path))
    terminal.say("cli.new-written", file=_shell(path))
    return FINE


def _write(path: Path, text: str) -> None:
    """Write a new file. Raises ``Failure`` if it exists or cannot be written."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Failure("new-there", path=str(path)) from None
    except (FileNotFoundError, NotADirectoryError):
        raise Failure("new-no-folder", path=str(path.parent)) from None
    except PermissionError:
        raise Failure("new-not-written", path=str(path)) from None


def _shell(path: Path) -> str:
    """Return a path as it is typed after a command: in quotes if it holds a space."""
    written = str(path)
    return f'"{written}"' if " " in written and os.name != "nt" else written
