"""Every format a debrief is written in: the one table that help, faces and files go by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulator.core.texts import Teller
from simulator.debrief import Debrief
from simulator.export.blocks import Document
from simulator.export.csv_tables import csv_danish, csv_international
from simulator.export.document import document
from simulator.export.pen import Imprint
from simulator.export.rendering import html, markdown
from simulator.export.run_file import run_file

Make = Callable[[Debrief, Teller, Imprint], Mapping[str, bytes]]
"""Makes the files of a format: what each is called beside the debrief's own name, its bytes."""


@dataclass(frozen=True)
class Format:
    """One format: the ending of its files, and what makes them."""

    ending: str
    make: Make


def _text(render: Callable[[Document], str]) -> Make:
    def make(debrief: Debrief, teller: Teller, imprint: Imprint) -> Mapping[str, bytes]:
        return {"": render(document(debrief, teller, imprint)).encode()}

    return make


def _word(debrief: Debrief, teller: Teller, imprint: Imprint) -> Mapping[str, bytes]:
    from simulator.export.word import docx  # loads a word processor's library

    return {"": docx(document(debrief, teller, imprint), debrief.day.opening.date)}


KINDS: Mapping[str, Format] = {
    "html": Format("html", _text(html)),
    "docx": Format("docx", _word),
    "md": Format("md", _text(markdown)),
    "csv": Format("csv", csv_danish),
    "csv-int": Format("csv", csv_international),
    "json": Format("json", run_file),
}
"""The formats by the name they are asked for by."""
