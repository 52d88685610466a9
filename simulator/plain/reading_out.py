"""A document read out: the same sections as every export, one fact a line."""

from collections.abc import Callable, Iterable
from typing import Any

from simulator.export.blocks import (
    Answer,
    Block,
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
    """Say a section with everything under it."""
    console.line()
    console.line(section.title)
    for block in section.blocks:
        _say(console, block)
    for part in section.parts:
        say_section(console, part)


def _say(console: Console, block: Block) -> None:
    _SAYS[type(block)](console, block)


def _paragraph(console: Console, block: Paragraph) -> None:
    console.line(block.text)


def _items(console: Console, block: Items) -> None:
    _lines(console, block.lines)


def _pairs(console: Console, block: Pairs) -> None:
    for name, said in block.rows:
        console.say("plain.pair", name=name, said=said)


def _table(console: Console, block: Table) -> None:
    console.line(block.caption)
    for row in block.rows:
        cells = (
            console.text("plain.cell", head=head.removesuffix("?"), cell=cell)
            for head, cell in zip(block.head, row, strict=True)
        )
        console.line(", ".join(cells))


def _figure(console: Console, block: Figure) -> None:
    """Say what the picture shows: its signs are for the eye, its table is for the ear."""
    console.line(block.caption)
    _table(console, block.table)


def _said(console: Console, block: Said) -> None:
    console.line(block.line)
    _lines(console, (block.text, *block.own))


def _question(console: Console, block: Question) -> None:
    console.say("plain.question", ask=block.text)


def _answer(console: Console, block: Answer) -> None:
    _lines(console, (block.asked, block.text))


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
}
