"""The day in brief: the timeline, the student's estimates beside the log, and their own story."""

from collections.abc import Iterable, Iterator

from simulator.core.texts import Argument, Measure, Phrase
from simulator.debrief.blocks import Block, Figure, Lanes, Paragraph, Section, Table
from simulator.debrief.context import Context
from simulator.debrief.timeline import LANES, Mark
from simulator.debrief.writer import Writer

STORY = "2b"
"""The question that asks for the day in four sentences."""


def section(context: Context) -> Section:
    """Return the section on the day for a document: its timeline has a row per hour."""
    story = context.asked(STORY, 4)
    timeline = _timeline(context, _by_hour(context))
    guesses = estimates(context)
    how = (context.writer.quiet("export.estimate.how"),) if guesses else ()
    return context.writer.section("day.title", timeline, *how, *guesses, story)


def sheet(context: Context) -> tuple[Block, ...]:
    """Return the timeline with a row for every mark."""
    writer, timeline = context.writer, context.debrief.timeline
    if not timeline.marks:
        nothing = Paragraph(writer.say("export.day.nothing"))
        return Paragraph(writer.say(timeline.caption)), nothing
    return (_timeline(context, _by_mark(context)),)


def signs(context: Context) -> tuple[tuple[str, str], ...]:
    """Return every sign of the timeline with its word."""
    say = context.writer.say
    words = dict.fromkeys(f"debrief.mark.{mark.what}" for mark in context.debrief.timeline.marks)
    return tuple((say(f"{word}.sign"), say(f"{word}.word")) for word in words)


def estimates(context: Context) -> tuple[Block, ...]:
    """Return each guess beside the figure of the log; ``()`` if no guesses were given."""
    guesses, writer = context.student.guesses, context.writer
    if guesses is None:
        return ()
    return tuple(
        Paragraph(
            writer.say(figure.beside(guesses.get(figure.what))),
            writer.events(*figure.events) if figure.events else None,
        )
        for figure in context.debrief.figures
    )


def _timeline(context: Context, table: Table) -> Figure:
    say, timeline = context.writer.say, context.debrief.timeline
    lanes = tuple((lane, say(f"debrief.lane.{lane}")) for lane in LANES)
    marks = tuple(
        (mark.lane, mark.minute, say(f"debrief.mark.{mark.what}.sign")) for mark in timeline.marks
    )
    picture = Lanes(timeline.opens, timeline.closes, lanes, marks)
    return Figure(say(timeline.caption), picture, signs(context), table)


def _by_hour(context: Context) -> Table:
    writer = context.writer
    head = (writer.say("export.day.hour"), *writer.words(" ".join(LANES), "debrief.lane"))
    rows = tuple(
        (writer.say("debrief.clock", at=hour), *(_marks(writer, marks) for marks in lanes))
        for hour, lanes in context.debrief.timeline.hours()
    )
    return Table(writer.say("export.day.table"), head, rows)


def _marks(writer: Writer, marks: Iterable[Mark]) -> str:
    numbers: dict[str, list[str]] = {}
    for mark in marks:
        word = writer.say(f"debrief.mark.{mark.what}.word")
        numbers.setdefault(word, []).append(str(mark.event))
    cited = (f"{word} ({', '.join(events)})" for word, events in numbers.items())
    return "; ".join(cited) or writer.cell(None)


def _by_mark(context: Context) -> Table:
    head = "day.when day.lane day.sign day.what event"
    return context.writer.table("day.marks", head, _rows(context))


def _rows(context: Context) -> Iterator[tuple[Argument, ...]]:
    for mark in context.debrief.timeline.marks:
        sign = f"debrief.mark.{mark.what}"
        yield (
            Measure(mark.minute, "clock"),
            Phrase(f"debrief.lane.{mark.lane}"),
            Phrase(f"{sign}.sign"),
            context.told(mark.event) or Phrase(f"{sign}.word"),
            mark.event,
        )
