"""Writing exported files: under a safe name, never over another file, whole or not at all."""

import errno
import os
import re
import tempfile
import unicodedata
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.core.texts import Phrase, Teller
from simulator.core.untrusted import clean
from simulator.debrief.imprint import Imprint
from simulator.export.formats import KINDS

if TYPE_CHECKING:
    from simulator.debrief.debrief import Debrief

__all__ = ["KINDS", "ExportError", "check", "write"]

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "AE", "Ø": "OE", "Å": "AA"})
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class ExportError(Exception):
    """A file cannot be written; ``phrase`` tells the user why, and what to do."""

    def __init__(self, reason: str, **arguments: str) -> None:
        super().__init__(reason)
        self.phrase = Phrase(f"export.problem.{reason}", arguments)


def check(kind: str) -> None:
    """Raise ``ExportError`` if there is no format of a name."""
    if kind not in KINDS:
        raise ExportError("kind", kind=clean(kind), kinds=", ".join(KINDS))


def write(
    debrief: "Debrief", teller: Teller, kind: str, folder: Path, imprint: Imprint
) -> tuple[Path, ...]:
    """Write a debrief into ``folder`` and return the paths of its files; CSV has one per table.

    A file whose name is taken gets a number. Raises ``ExportError`` for an unknown kind, a folder
    that cannot be written in, or a disk without room.
    """
    check(kind)
    made = KINDS[kind].make(debrief, teller, imprint)
    name = f"debrief_{_safe(debrief.day.opening.id)}_{_safe(imprint.code)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(
            _placed(folder, f"{name}_{part}" if part else name, KINDS[kind].ending, content)
            for part, content in made.items()
        )
    except OSError as error:
        reason = "full" if error.errno in _FULL else "folder"
        raise ExportError(reason, folder=clean(str(folder))) from error


def _safe(name: str) -> str:
    """Return a name made safe for a file name: only letters, digits and hyphens."""
    plain = unicodedata.normalize("NFC", name).translate(_LETTERS)
    bare = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", bare).strip("-")[:60] or "x"


def _placed(folder: Path, name: str, kind: str, content: bytes) -> Path:
    """Write to a temporary file first, so that the named file is whole or not there at all."""
    handle, part = tempfile.mkstemp(dir=folder, prefix=f".{name}", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        return _moved(part, _free(folder, name, kind))
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def _moved(part: str, place: Path) -> Path:
    try:
        os.replace(part, place)
    except OSError:
        place.unlink()
        raise
    return place


def _free(folder: Path, name: str, kind: str) -> Path:
    """Return the first free path, reserved by an empty file so that nobody else can take it."""
    for number in count(1):
        path = folder / (f"{name}-{number}.{kind}" if number > 1 else f"{name}.{kind}")
        try:
            path.touch(exist_ok=False)
            return path
        except FileExistsError:
            continue
    raise AssertionError("the numbers do not end")
