"""The text of a debrief as a tree of a few kinds of block: plain text in one language.

``sections`` makes the blocks; the full screen, the plain console and each file format draw them in
their own way.
"""

from dataclasses import dataclass
from typing import ClassVar

from simulator.core.texts import Language


@dataclass(frozen=True)
class Events:
    """The numbers of the events behind the block above.

    As a block of its own it is for a face on which an event can be opened; other faces skip it,
    because their tables have the numbers.
    """

    kind: ClassVar = "events"
    numbers: tuple[int, ...]
    text: str
    """The numbers as a citation: ``events 12, 13``."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    kind: ClassVar = "paragraph"
    text: str
    events: Events | None = None
    quiet: bool = False
    """Whether it explains how to read what follows; a face may draw it less prominently."""

    @property
    def cited(self) -> str:
        """The text with its events, for a face that cannot open them."""
        return f"{self.text} ({self.events.text})" if self.events else self.text


@dataclass(frozen=True)
class Items:
    """A list."""

    kind: ClassVar = "items"
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Pairs:
    """Terms, each with its explanation: (term, text)."""

    kind: ClassVar = "pairs"
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table; the first cell of every row is the row's heading."""

    kind: ClassVar = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Lanes:
    """A timeline to draw: hours from left to right, lanes below each other, midnight is 0."""

    name: ClassVar = "timeline"
    opens: int
    closes: int
    lanes: tuple[tuple[str, str], ...]
    """(id, name)."""
    marks: tuple[tuple[str, int, str], ...]
    """(id of the lane, minute, sign)."""


@dataclass(frozen=True)
class Rungs:
    """A ladder to draw: levels from left to right, steps below each other."""

    name: ClassVar = "ladder"
    levels: tuple[str, ...]
    steps: tuple[tuple[str, int | None, str], ...]
    """(step, level, who decided); the level is ``None`` where the step was not done."""
    who: str
    """The heading of the column *who decided*."""


Picture = Lanes | Rungs


@dataclass(frozen=True)
class Figure:
    """A picture with its caption, the key to its signs, and the same content as a table."""

    kind: ClassVar = "figure"
    caption: str
    picture: Picture
    key: tuple[tuple[str, str], ...]
    table: Table


@dataclass(frozen=True)
class Said:
    """A statement, with the student's opinion of it in equal size, or boxes to tick."""

    kind: ClassVar = "said"
    line: str
    """When it happened and what it is about."""
    text: str
    events: Events
    own: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()

    @property
    def cited(self) -> str:
        """The line with its events, for a face that cannot open them."""
        return f"{self.line} · {self.events.text}"


@dataclass(frozen=True)
class Question:
    """A question with a number of empty lines to write on."""

    kind: ClassVar = "question"
    text: str
    lines: int = 3


@dataclass(frozen=True)
class Answer:
    """A question with the student's answer."""

    kind: ClassVar = "answer"
    asked: str
    text: str


Block = Paragraph | Items | Pairs | Table | Figure | Said | Question | Answer | Events


@dataclass(frozen=True)
class Section:
    """A heading with its blocks, and the sections below it."""

    title: str
    blocks: tuple[Block, ...]
    parts: tuple["Section", ...] = ()
    new_page: bool = False
    """Whether it begins on a new page, in a format with pages."""


@dataclass(frozen=True)
class Document:
    """A whole document."""

    language: Language
    title: str
    subtitle: str
    skip: str
    contents: str
    notices: tuple[str, ...]
    """Warnings to read first, such as that the log is incomplete."""
    sections: tuple[Section, ...]
