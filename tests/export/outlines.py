"""What a file is built of, without its wording: headings, shapes of tables, counts, alt texts.

The golden file of a format says only this. The words stand in one format, Markdown, and
``test_golden`` holds that the others say every one of them, so that a word that is changed is read
once in a diff and not in eight files.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from tests.export.pages import Element, page
from tests.export.unpacked import outline as paragraphs

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
COUNTED = {"p": "paragraph", "li": "item", "dt": "term", "textarea": "field"}
"""What is only counted, where several stand beside each other."""


def counted(lines: Iterable[str]) -> list[str]:
    """Lines of which equal neighbours are one, with how many there are."""
    runs = ((line, len([*same])) for line, same in groupby(lines))
    return [line if times == 1 else f"{line} ×{times}" for line, times in runs]


def of_html(source: str) -> list[str]:
    """How a page is built."""
    (body,) = page(source).all("body")
    named = {part.attributes["id"]: part for part in body.all() if "id" in part.attributes}
    return counted(_of_element(body, named))


def _of_element(element: Element, named: Mapping[str, Element]) -> Iterator[str]:
    for part in element.children():
        if part.tag in HEADINGS:
            yield f"{part.tag}: {' '.join(part.text().split())}"
        elif part.tag == "svg":
            caption = named[part.attributes["aria-labelledby"]]
            signs = len(part.all("text"))
            yield f"picture of {signs} words and signs: {' '.join(caption.text().split())}"
        elif part.tag == "table":
            yield shape([[*row.all("th", "td")] for row in part.all("tr")])
        else:
            if part.tag in COUNTED:
                yield COUNTED[part.tag]
            yield from _of_element(part, named)


def shape(rows: list[list[object]]) -> str:
    """How many rows and columns a table has."""
    columns = sorted({len(row) for row in rows})
    return f"table: {len(rows)} rows of {' or '.join(map(str, columns))}"


def of_word(file: bytes) -> list[str]:
    """How a document is built; of its headings and pictures the words too."""
    lines: list[str] = []
    table: list[list[object]] = []
    for line in [*paragraphs(file), "Normal: "]:
        style, _, words = line.partition(": ")
        if style == "head" and table:
            lines.append(shape(table))
            table = []
        if style in ("head", "row"):
            table.append([*words.split(" | ")])
            continue
        if table:
            lines.append(shape(table))
            table = []
        told = re.match(r"Title|Subtitle|Heading|picture", style)
        lines.append(line if told else style)
    return counted(lines[:-1])


def of_run_file(file: bytes) -> list[str]:
    """Which keys a run file has, what kind of value each is, and how many of the lists' rows."""
    return counted(_of_value("", json.loads(file)))


def _of_value(path: str, value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _of_value(f"{path}.{key}" if path else key, inner)
    elif isinstance(value, list):
        yield f"{path}: list of {len(value)}"
        yield from sorted({line for inner in value for line in _of_value(f"{path}[]", inner)})
    else:
        yield f"{path}: {type(value).__name__}"
