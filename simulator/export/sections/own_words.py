"""What the student wrote on the day itself: only by choice."""

from collections.abc import Iterator

from simulator.casework.events import Event
from simulator.core.texts import Phrase
from simulator.export.blocks import Paragraph, Section
from simulator.export.paper import Paper
from simulator.export.pen import when
from simulator.export.sharing import of_the_day


def section(paper: Paper) -> Section | None:
    """Return the words of the day, each with what it was written for; nothing unasked."""
    if paper.words is None:
        return None
    rows = [
        (event.seq, when(event.minute), what, text)
        for event in of_the_day(paper.debrief)
        for number, what in _written(event)
        if (text := paper.own(number))
    ]
    table = paper.pen.table("words.table", "event appendix.when words.what words.text", rows)
    none = Paragraph(paper.pen.say("export.words.none"))
    return paper.pen.section("words.title", table if rows else none)


def _written(event: Event) -> Iterator[tuple[int, Phrase]]:
    """Give the numbers of the student's words that an event holds, and what each belongs to."""
    found: int | tuple[tuple[str, int], ...] | None = getattr(event, "words", None)
    if isinstance(found, int):
        yield found, Phrase(f"debrief.mark.{event.kind}.word")
    elif found:
        yield from ((number, Phrase(f"part.{part}")) for part, number in found)
