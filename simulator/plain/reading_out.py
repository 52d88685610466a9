"""The blocks of a debrief printed on a console, one fact per line for those who listen."""

from collections.abc import Iterable, Sequence

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
        for line in _lines(console, block):
            console.line(line)


def _lines(console: Console, block: Block) -> Iterable[str]:
    """Return the lines of a block."""
    match block:
        case Paragraph():
            return (block.cited,)
        case Items():
            return block.lines
        case Pairs():
            return (console.text("plain.pair", name=name, said=text) for name, text in block.rows)
        case Table():
            return (block.caption, *(_row(console, block.head, row) for row in block.rows))
        case Figure():  # the picture itself cannot be listened to
            return (block.caption, *_lines(console, block.table))
        case Said():
            return (block.cited, block.text, *block.own)
        case Question():
            return (console.text("plain.question", ask=block.text),)
        case Answer():
            return (block.asked, block.text)
        case Events():  # the numbers are in the other blocks
            return ()


def _row(console: Console, head: Sequence[str], row: Sequence[str]) -> str:
    """Return a row with the headings of its cells, leaving out empty cells."""
    empty = console.text("export.none")
    return ", ".join(
        console.text("plain.cell", head=name.removesuffix("?"), cell=cell)
        for name, cell in zip(head, row, strict=True)
        if cell != empty
    )
