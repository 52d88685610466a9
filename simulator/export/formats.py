"""Every format a debrief can be written in: the one table used by help, faces and files.

The module that makes a format is loaded with its first file, so that listing names costs nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.core.texts import Teller

if TYPE_CHECKING:
    from simulator.debrief.debrief import Debrief
    from simulator.debrief.imprint import Imprint

Make = Callable[["Debrief", Teller, "Imprint"], Mapping[str, bytes]]
"""Makes the files of a format: their bytes by what is added to the debrief's name, often ``""``."""


@dataclass(frozen=True)
class Format:
    """One format: the ending of its files, and what makes them."""

    ending: str
    make: Make


def _html(debrief: "Debrief", teller: Teller, imprint: "Imprint") -> Mapping[str, bytes]:
    from simulator.export.document import document
    from simulator.export.rendering import html

    return {"": html(document(debrief, teller, imprint)).encode()}


def _markdown(debrief: "Debrief", teller: Teller, imprint: "Imprint") -> Mapping[str, bytes]:
    from simulator.export.document import document
    from simulator.export.rendering import markdown

    return {"": markdown(document(debrief, teller, imprint)).encode()}


def _word(debrief: "Debrief", teller: Teller, imprint: "Imprint") -> Mapping[str, bytes]:
    from simulator.export.document import document
    from simulator.export.word import docx

    return {"": docx(document(debrief, teller, imprint), debrief.day.opening.date)}


def _csv_danish(debrief: "Debrief", teller: Teller, imprint: "Imprint") -> Mapping[str, bytes]:
    from simulator.export.csv_tables import csv_danish

    return csv_danish(debrief, imprint)


def _csv_rest(debrief: "Debrief", teller: Teller, imprint: "Imprint") -> Mapping[str, bytes]:
    from simulator.export.csv_tables import csv_international

    return csv_international(debrief, imprint)


def _run_file(debrief: "Debrief", teller: Teller, imprint: "Imprint") -> Mapping[str, bytes]:
    from simulator.export.run_file import run_file

    return run_file(debrief, teller, imprint)


KINDS: Mapping[str, Format] = {
    "html": Format("html", _html),
    "docx": Format("docx", _word),
    "md": Format("md", _markdown),
    "csv": Format("csv", _csv_danish),
    "csv-int": Format("csv", _csv_rest),
    "json": Format("json", _run_file),
}
"""The formats by the name they are chosen by."""
