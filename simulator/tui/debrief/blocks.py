"""Blocks on the full screen: any of them, with the events that can be opened."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.debrief.blocks import (
    Answer,
    Block,
    Events,
    Figure,
    Items,
    Lanes,
    Pairs,
    Paragraph,
    Picture,
    Question,
    Rungs,
    Said,
    Section,
    Table,
)
from simulator.debrief.context import Context
from simulator.tui.content import shown
from simulator.tui.debrief.book import Book
from simulator.tui.debrief.paragraphs import Card, paragraph
from simulator.tui.debrief.pictures import draw_key, draw_ladder, draw_timeline
from simulator.tui.debrief.tables import ruled
from simulator.tui.systems.drawn import Drawn


class Blocks:
    """Draws blocks; which events are open is remembered under ``name`` and a number."""

    def __init__(self, book: Book, context: Context, name: str) -> None:
        self._book, self._context, self._name, self._rows = book, context, name, 0

    def sections(self, sections: Iterable[Section]) -> Iterator[Widget]:
        """Yield each section as a card with its heading."""
        for section in sections:
            yield Card(paragraph(section.title, "rule"), *self.draw(section.blocks))

    def draw(self, blocks: Iterable[Block]) -> Iterator[Widget]:
        """Yield the widgets that show the blocks, one under another."""
        for block in blocks:
            yield from _DRAWS[type(block)](self, block)

    def _paragraph(self, block: Paragraph) -> Iterator[Widget]:
        yield paragraph(block.text, "muted" if block.quiet else "told")
        if block.events:
            yield from self._events(block.events)

    def _items(self, block: Items) -> Iterator[Widget]:
        yield paragraph("\n".join(f"· {line}" for line in block.lines))

    def _pairs(self, block: Pairs) -> Iterator[Widget]:
        for name, text in block.rows:
            yield Static(shown(f"{name}: ", "bold") + shown(text), classes="said")

    def _table(self, block: Table) -> Iterator[Widget]:
        yield paragraph(block.caption, "caption")
        yield Drawn(lambda width: ruled(block.head, block.rows, width), classes="picture")

    def _figure(self, block: Figure) -> Iterator[Widget]:
        """Yield the picture with its key, and its table if the picture does not show all of it."""
        draw = _PICTURES[type(block.picture)]
        yield paragraph(block.caption, "caption")
        yield Drawn(lambda width: draw(block.picture, width), classes="picture")
        if block.key:
            yield paragraph(self._context.writer.say("debrief-screens.key"), "heading")
            yield Drawn(lambda width: draw_key(block.key, width))
        if not isinstance(block.picture, Rungs):
            yield from self._table(block.table)

    def _said(self, block: Said) -> Iterator[Widget]:
        yield paragraph(block.line, "where muted")
        yield paragraph(block.text, "sentence")
        yield from self._events(block.events)
        yield from (paragraph(own, "own") for own in block.own)

    def _events(self, block: Events) -> Iterator[Widget]:
        self._rows += 1
        if block.numbers:
            yield self._book.numbers(self._context, f"{self._name}-{self._rows}", block.numbers)

    def _asked(self, block: Question) -> Iterator[Widget]:
        yield paragraph(block.text, "asks")

    def _answered(self, block: Answer) -> Iterator[Widget]:
        yield from self._pairs(Pairs(((block.asked, block.text),)))


_DRAWS: Mapping[type[Block], Callable[[Blocks, Any], Iterator[Widget]]] = {
    Paragraph: Blocks._paragraph,
    Items: Blocks._items,
    Pairs: Blocks._pairs,
    Table: Blocks._table,
    Figure: Blocks._figure,
    Said: Blocks._said,
    Events: Blocks._events,
    Question: Blocks._asked,
    Answer: Blocks._answered,
}
_PICTURES: Mapping[type[Picture], Callable[[Any, int], Content]] = {
    Lanes: draw_timeline,
    Rungs: draw_ladder,
}
