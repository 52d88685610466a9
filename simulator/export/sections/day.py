"""The day in brief: the timeline, the student's estimates beside the log, and their own story."""

from collections.abc import Iterable

from simulator.core.texts import Phrase
from simulator.debrief.timeline import LANES, Mark
from simulator.export.blocks import Block, Figure, Section, Table
from simulator.export.figures import draw_timeline
from simulator.export.paper import Paper
from simulator.export.pen import Pen

STORY = "2b"
"""The question that asks for the day in four sentences."""


def section(paper: Paper) -> Section:
    """Return the day in brief."""
    story = paper.asked(STORY, 4)
    return paper.pen.section("day.title", _timeline(paper), *_estimates(paper), story)


def _timeline(paper: Paper) -> Figure:
    pen, drawn = paper.pen, paper.debrief.timeline
    head = (pen.say("export.day.hour"), *(pen.say(f"debrief.lane.{lane}") for lane in LANES))
    rows = tuple(
        (pen.say("debrief.clock", at=hour), *(_marks(pen, marks) for marks in lanes))
        for hour, lanes in drawn.hours()
    )
    table = Table(pen.say("export.day.table"), head, rows)
    picture = draw_timeline(drawn, pen.say)
    return Figure(pen.say(drawn.caption), picture, signs(paper), table)


def signs(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Return every sign of the timeline with its word."""
    words = dict.fromkeys(f"debrief.mark.{mark.what}" for mark in paper.debrief.timeline.marks)
    return tuple((paper.pen.say(f"{one}.sign"), paper.pen.say(f"{one}.word")) for one in words)


def _marks(pen: Pen, marks: Iterable[Mark]) -> str:
    numbers: dict[str, list[str]] = {}
    for mark in marks:
        numbers.setdefault(pen.say(f"debrief.mark.{mark.what}.word"), []).append(str(mark.event))
    said = (f"{word} ({', '.join(found)})" for word, found in numbers.items())
    return "; ".join(said) or pen.cell(None)


def _estimates(paper: Paper) -> tuple[Block, ...]:
    """Put the guesses beside the log; nothing where nobody was asked."""
    guesses = paper.part.guesses
    if guesses is None:
        return ()
    rows = [
        (
            Phrase(f"debrief.estimate.{one.what}"),
            guesses.get(one.what, Phrase("debrief.estimate.passed")),
            one.counted,
            one.of,
        )
        for one in paper.debrief.figures
    ]
    head = "estimate.what estimate.guess estimate.counted estimate.of"
    return (paper.pen.table("estimate.table", head, rows),)
