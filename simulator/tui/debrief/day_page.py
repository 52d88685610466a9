"""The day: the timeline in three lanes, the key of its signs, and the same as a table."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from simulator.core.texts import Measure, Teller
from simulator.tui.debrief.evidence import what
from simulator.tui.debrief.pictures import draw_key, draw_timeline
from simulator.tui.debrief.saying import Book, said
from simulator.tui.debrief.tables import ruled
from simulator.tui.systems.drawn import Drawn

if TYPE_CHECKING:
    from simulator.debrief.timeline import Mark

HEADS = ("day.when", "day.lane", "day.sign", "day.what")


def day_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Give the timeline, its key and its table."""
    drawn = book.reading.debrief.timeline
    yield said(say(drawn.caption), "caption")
    if not drawn.marks:
        yield said(say("debrief-screens.day.nothing"))
        return
    yield Drawn(lambda width: draw_timeline(drawn, say, width), classes="picture")
    yield said(say("debrief-screens.day.key"), "heading")
    yield Drawn(lambda width: draw_key(drawn, say, width))
    yield said(say("debrief-screens.day.table"), "heading")
    yield Drawn(lambda width: day_table(book, say, width), classes="picture")


def day_table(book: Book, say: Teller, width: int) -> Content:
    """Rule the table: every mark of the timeline with its word, its event and what it was."""
    heads = [say(f"debrief-screens.{name}") for name in HEADS]
    rows = [_row(book, say, mark) for mark in book.reading.debrief.timeline.marks]
    return ruled([*heads, say("export.event")], rows, width, (0, 0, 0, 1, 0))


def _row(book: Book, say: Teller, mark: "Mark") -> tuple[str, ...]:
    line = book.reading.lines.get(mark.event)
    word = say(f"debrief.mark.{mark.what}.word")
    return (
        say.write(Measure(mark.minute, "clock")),
        say(f"debrief.lane.{mark.lane}"),
        say(f"debrief.mark.{mark.what}.sign"),
        what(line, say, word) if line else word,
        str(mark.event),
    )
