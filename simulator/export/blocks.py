"""The neutral document: sections of a few kinds of block, all of it plain text in one language."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from simulator.core.texts import Language

if TYPE_CHECKING:
    from simulator.export.figures import Picture


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    kind: ClassVar = "paragraph"
    text: str


@dataclass(frozen=True)
class Items:
    """A list."""

    kind: ClassVar = "items"
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Pairs:
    """Terms with what is said of each."""

    kind: ClassVar = "pairs"
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table; the first cell of every row names the row."""

    kind: ClassVar = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A picture with its caption, the key of its signs and the same as a table."""

    kind: ClassVar = "figure"
    caption: str
    picture: "Picture"
    key: tuple[tuple[str, str], ...]
    table: Table


@dataclass(frozen=True)
class Said:
    """A statement; on equal footing what the student said of it, or what there is to tick."""

    kind: ClassVar = "said"
    line: str
    text: str
    own: tuple[str, ...]
    ticks: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A question with empty lines to write on."""

    kind: ClassVar = "question"
    text: str
    lines: int = 3


@dataclass(frozen=True)
class Answer:
    """A question with what was answered."""

    kind: ClassVar = "answer"
    asked: str
    text: str


Block = Paragraph | Items | Pairs | Table | Figure | Said | Question | Answer


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it."""

    title: str
    blocks: tuple[Block, ...]
    parts: tuple["Section", ...] = ()
    new_page: bool = False
    """It begins on a page of its own, where there are pages."""


@dataclass(frozen=True)
class Document:
    """A whole document."""

    language: Language
    title: str
    subtitle: str
    skip: str
    contents: str
    notices: tuple[str, ...]
    """What has to be known before anything else is read."""
    sections: tuple[Section, ...]
