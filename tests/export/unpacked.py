"""Word documents and tables taken apart, as whoever opens them would."""

import csv
import io
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def part(file: bytes, name: str) -> ElementTree.Element:
    """A part of a document, parsed."""
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        return ElementTree.fromstring(packed.read(name))


def elements(file: bytes) -> list[str]:
    """The elements of the body in their order, apart from how a picture was painted."""
    return [one.tag for one in part(file, "word/document.xml").iter()]


def outline(file: bytes) -> list[str]:
    """A line a paragraph with its style, a line a row, a line a picture with what is told of it."""
    (body,) = part(file, "word/document.xml")
    lines = []
    for one in body:
        if one.tag == f"{W}p":
            style = one.find(f"{W}pPr/{W}pStyle")
            name = "Normal" if style is None else style.get(f"{W}val")
            lines.append(f"{name}: {_text(one)}")
            lines += [f"picture: {drawn.get('descr')}" for drawn in one.iter(DRAWN)]
        for row in one.iter(f"{W}tr") if one.tag == f"{W}tbl" else ():
            head = "head" if row.find(f"{W}trPr/{W}tblHeader") is not None else "row"
            lines.append(f"{head}: " + " | ".join(_text(cell) for cell in row.iter(f"{W}tc")))
    return lines


def _text(element: ElementTree.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def cells(table: bytes) -> list[list[str]]:
    """The cells of a table, as a spreadsheet of its country reads them."""
    text = table.decode("utf-8-sig")
    between = ";" if '";' in text.splitlines()[0] else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
