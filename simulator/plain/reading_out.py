"""The blocks of a debrief printed on a console, one fact per line for those who listen."""

from collections.abc import Callable, Iterable
from typing import Any

from simulator.debrief.blocks import (
    Answer,
    Block,
    Events,
    Figure,
    Items,
    Pairs,
    Paragraph,
    Question,
    Said,
    Section,
    Table,
)
from simulator.plain.console import Console


def say_section(console: Console, section: Section) -> None:
    """Print a section with everything below it."""
    console.line()
    console.line(section.title)
    say_blocks(console, section.blocks)
    for part in section.parts:
        say_section(console, part)


def say_blocks(console: Console, blocks: Iterable[Block]) -> None:
    """Print blocks one after another."""
    for block in blocks:
        _SAYS[type(block)](console, block)


def _paragraph(console: Console, block: Paragraph) -> None:
    console.line(block.cited)


def _items(console: Console, block: Items) -> None:
    _lines(console, block.lines)


def _pairs(console: Console, block: Pairs) -> None:
    for name, text in block.rows:
        console.say("plain.pair", name=name, said=text)


def _table(console: Console, block: Table) -> None:
    """Print each row with the headings of its cells, leaving out empty cells."""
    console.line(block.caption)
    empty = console.text("export.none")
    for row in block.rows:
        cells = (
            console.text("plain.cell", head=head.removesuffix("?"), cell=cell)
            for head, cell in zip(block.head, row, strict=True)
            if cell != empty
        )
        console.line(", ".join(cells))


def _figure(console: Console, block: Figure) -> None:
    """Print the caption and table of a picture, since the picture itself cannot be listened to."""
    console.line(block.caption)
    _table(console, block.table)


def _said(console: Console, block: Said) -> None:
    _lines(console, (block.cited, block.text, *block.own))


def _question(console: Console, block: Question) -> None:
    console.say("plain.question", ask=block.text)


def _answer(console: Console, block: Answer) -> None:
    _lines(console, (block.asked, block.text))


def _events(console: Console, block: Events) -> None:
    """Print nothing of their own: the numbers are in the other blocks."""


def _lines(console: Console, lines: Iterable[str]) -> None:
    for line in lines:
        console.line(line)


_SAYS: dict[type, Callable[[Console, Any], None]] = {
    Paragraph: _paragraph,
    Items: _items,
    Pairs: _pairs,
    Table: _table,
    Figure: _figure,
    Said: _said,
    Question: _question,
    Answer: _answer,
    Events: _events,
}
