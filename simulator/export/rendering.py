"""Documents as HTML and Markdown: one jinja2 template per format, and the escaping of text.

Both environments escape every expression; only what stands in the templates themselves is markup.
"""

import re
from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from simulator.debrief.blocks import Document, Picture
from simulator.export.figures import placed

# What CommonMark and its common extensions could read as markup, wherever it stands.
_MARKED = re.compile(r"([\\`*_\[\]<>|~&$@#]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
# ... what they, or a spreadsheet a table is pasted into, could read at the beginning of a text ...
_LEADING = re.compile(r"^[+\-=:]")
# ... and what they could at the beginning of a line.
_NUMBERED = re.compile(r"^(\d+)(?=[.)])")

_NAMED = 'xmlns="http://www.w3.org/2000/svg"'


def html(document: Document) -> str:
    """Return a document as one HTML page without scripts, which loads nothing from elsewhere."""
    return _environment().get_template("page.html.jinja").render(document=document)


def markdown(document: Document) -> str:
    """Return a document as Markdown: CommonMark with tables."""
    text = _environment(_escaped).get_template("page.md.jinja").render(document=document)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def drawing(picture: Picture) -> str:
    """Return a picture alone as SVG, with the same looks as on the page."""
    drawn = getattr(_environment().get_template("figures.svg.jinja").module, picture.name)
    return str(drawn(picture, "caption")).strip().replace("<svg ", f"<svg {_NAMED} ", 1)


@cache
def looks() -> str:
    """Return the style sheet of the pictures, with values for CSS variables: not all readers do."""
    sheet = PackageLoader("simulator.export").get_source(Environment(), "style.css")[0]  # noqa: S701
    colours = dict(re.findall(r"(--\w+): (#\w+);", sheet))
    rules = "\n".join(line for line in sheet.splitlines() if line.startswith("svg "))
    return re.sub(r"var\((--\w+)\)", lambda match: colours[match[1]], rules)


@cache
def _environment(finalize: Callable[[object], object] | None = None) -> Environment:
    made = Environment(
        loader=PackageLoader("simulator.export"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(begins=_begins, placed=placed)
    return made


def _escaped(value: object) -> Markup:
    """Return a value escaped for Markdown; a macro's result is Markdown already."""
    if isinstance(value, Markup):
        return value
    text = _MARKED.sub(r"\\\1", re.sub(r"[ \t\r\n]+", " ", str(value)).strip())
    return Markup(_LEADING.sub(r"\\\g<0>", text))  # noqa: S704 - escaped just now


def _begins(value: object) -> Markup:
    """Return a value escaped for the beginning of a line, where ``1.`` would begin a list."""
    return Markup(_NUMBERED.sub(r"\1\\", _escaped(value)))  # noqa: S704 - escaped just now
