"""The texts the student wrote during the day, which are included only by choice."""

from collections.abc import Iterator

from simulator.casework.events import Event
from simulator.core.texts import Phrase
from simulator.debrief.blocks import Paragraph, Section
from simulator.debrief.context import Context
from simulator.debrief.sharing import of_the_day
from simulator.debrief.writer import when


def section(context: Context) -> Section | None:
    """Return the student's texts of the day, or ``None`` if they are not to be included."""
    if context.words is None:
        return None
    rows = [
        (event.seq, when(event.minute), what, text)
        for event in of_the_day(context.debrief)
        for number, what in _written(event)
        if (text := context.own(number))
    ]
    table = context.writer.table("words.table", "event appendix.when words.what words.text", rows)
    none = Paragraph(context.writer.say("export.words.none"))
    return context.writer.section("words.title", table if rows else none)


def _written(event: Event) -> Iterator[tuple[int, Phrase]]:
    """Yield the number of each of the student's texts in an event, with what it belongs to."""
    words: int | tuple[tuple[str, int], ...] | None = getattr(event, "words", None)
    if isinstance(words, int):
        yield words, Phrase(f"debrief.mark.{event.kind}.word")
    elif words:
        yield from ((number, Phrase(f"part.{part}")) for part, number in words)
