"""Writing a document to a file: a safe name, never over another file, whole or not at all."""

import os
import re
import tempfile
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from simulator.core.texts import Phrase, Teller
from simulator.debrief import Debrief
from simulator.export.blocks import Document
from simulator.export.document import document
from simulator.export.pen import Imprint
from simulator.export.rendering import html, markdown

KINDS: Mapping[str, Callable[[Document], str]] = {"html": html, "md": markdown}
"""The formats by the ending of their files."""

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "AE", "Ø": "OE", "Å": "AA"})


class ExportError(Exception):
    """Something that cannot be written: ``phrase`` says what, and what to do."""

    def __init__(self, reason: str, **arguments: str) -> None:
        super().__init__(reason)
        self.phrase = Phrase(f"export.problem.{reason}", arguments)


def write(debrief: Debrief, teller: Teller, kind: str, folder: Path, imprint: Imprint) -> Path:
    """Write a debrief into ``folder`` and return the file's path.

    The file is numbered where its name is taken. Raises ``ExportError`` for a kind that is not
    made, or a folder that cannot be written in.
    """
    if kind not in KINDS:
        raise ExportError("kind", kind=kind, kinds=", ".join(KINDS))
    text = KINDS[kind](document(debrief, teller, imprint))
    name = f"debrief_{_safe(debrief.day.opening.id)}_{_safe(imprint.code)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _placed(folder, name, kind, text.encode())
    except OSError as error:
        raise ExportError("folder", folder=str(folder)) from error


def _safe(name: str) -> str:
    """Return a name as part of a file's: letters, digits and hyphens, nothing else."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name.translate(_LETTERS)).strip("-")[:60] or "x"


def _placed(folder: Path, name: str, kind: str, content: bytes) -> Path:
    handle, part = tempfile.mkstemp(dir=folder, prefix=f".{name}", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        path = _free(folder, name, kind)
        os.replace(part, path)
        return path
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def _free(folder: Path, name: str, kind: str) -> Path:
    """Take the first free name by making an empty file there, so that nobody else can."""
    for number in count(1):
        path = folder / (f"{name}-{number}.{kind}" if number > 1 else f"{name}.{kind}")
        try:
            path.touch(exist_ok=False)
            return path
        except FileExistsError:
            continue
    raise AssertionError("the numbers do not end")
