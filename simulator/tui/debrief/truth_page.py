"""What the systems showed and what was true, with the integration that made the difference."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from simulator.core.clock import day_of
from simulator.core.texts import Measure, Teller
from simulator.tui.debrief.evidence import when
from simulator.tui.debrief.saying import Book, Card, said
from simulator.tui.debrief.tables import ruled
from simulator.tui.systems.drawn import Drawn

if TYPE_CHECKING:
    from simulator.debrief.causes import Compared


def truth_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Give the suggestions the truth would not have given and why, then the facts side by side."""
    found = book.reading.debrief
    yield said(say("export.truth.how" if found.revealed else "export.truth.none"), "muted")
    for number, one in enumerate(found.revealed):
        case = say(found.evidence.case_name(one.case))
        yield Card(
            said(f"{when(one.minute, say)} · {case}", "rule"),
            said(" ".join(map(say, one.causes)), "sentence"),
            book.numbers(say, f"truth-{number}", (one.event,)),
        )
    if found.declared or found.unread:
        yield said(say("export.truth.lay"), "heading")
    for line in found.declared:
        yield said(f"· {say(line)}")
    for number, lost in enumerate(found.unread):
        yield said(f"· {say(lost.what)}")
        yield book.numbers(say, f"unread-{number}", (lost.event,))
    parted = [one for one in found.compared if not one.same]
    yield from _facts(say, "truth.table", parted)
    yield from _facts(say, "truth.all", found.compared)


def _facts(say: Teller, caption: str, rows: "Sequence[Compared]") -> Iterator[Widget]:
    if rows:
        yield said(say(f"export.{caption}"), "heading")
        yield Drawn(lambda width: facts_table(say, rows, width), classes="picture")


def facts_table(say: Teller, found: "Sequence[Compared]", width: int) -> Content:
    """Rule a table of facts: what was shown, since when, and what was true."""
    heads = [say(f"export.truth.{n}") for n in ("fact", "source", "showed", "as-of", "held")]
    rows = [
        (
            say.write(one.fact),
            say.write(one.source),
            say.write(one.showed),
            "–" if one.as_of is None else say.write(Measure(day_of(one.as_of), "date")),
            say.write(one.truth),
        )
        for one in found
    ]
    return ruled(heads, rows, width, (4, 2, 3, 0, 3))
