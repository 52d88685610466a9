"""What a debrief says, as a tree of a few kinds of block: plain text in one language.

The sections make it once; the full screen, the plain console and each format of file draw any of
its blocks in their own way.
"""

from dataclasses import dataclass
from typing import ClassVar

from simulator.core.texts import Language


@dataclass(frozen=True)
class Events:
    """The events that what stands above rests on.

    As a block of its own it is for a face on which an event can be opened; the others pass it over,
    for the numbers stand in a table they have.
    """

    kind: ClassVar = "events"
    numbers: tuple[int, ...]
    text: str
    """The numbers as they are cited: ``events 12, 13``."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    kind: ClassVar = "paragraph"
    text: str
    events: Events | None = None
    quiet: bool = False
    """It tells how to read what follows; a face may set it in softer letters."""

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
class Lanes:
    """A timeline to draw: hours across, lanes under each other. Minutes count from midnight."""

    name: ClassVar = "timeline"
    opens: int
    closes: int
    lanes: tuple[tuple[str, str], ...]
    """(id, name)."""
    marks: tuple[tuple[str, int, str], ...]
    """(id of the lane, minute, sign)."""


@dataclass(frozen=True)
class Rungs:
    """A ladder to draw: levels across, and for every step down the level it was done at."""

    name: ClassVar = "ladder"
    levels: tuple[str, ...]
    steps: tuple[tuple[str, int | None, str], ...]
    """(step, level, who decided); the level is ``None`` where the step was not done."""
    who: str
    """The head of *who decided*."""


Picture = Lanes | Rungs


@dataclass(frozen=True)
class Figure:
    """A picture with its caption, the key of its signs and the same as a table."""

    kind: ClassVar = "figure"
    caption: str
    picture: Picture
    key: tuple[tuple[str, str], ...]
    table: Table


@dataclass(frozen=True)
class Said:
    """A statement; on equal footing what the student said of it, or what there is to tick."""

    kind: ClassVar = "said"
    line: str
    """When it was, and of what it is said."""
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


Block = Paragraph | Items | Pairs | Table | Figure | Said | Question | Answer | Events


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
