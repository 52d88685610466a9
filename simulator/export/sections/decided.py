"""Who decided: the ladder of one case, and the step the student would move."""

from simulator.core.texts import Phrase
from simulator.debrief.part import Moved
from simulator.export.blocks import Answer, Block, Figure, Items, Paragraph, Section
from simulator.export.figures import draw_ladder
from simulator.export.paper import Paper

WHICH_STEP = "4c"
"""The question of which step one would move, and what must then be in place."""


def section(paper: Paper) -> Section:
    """Return who decided what."""
    ladder = _ladder(paper)
    return paper.pen.section("ladder.title", ladder, *_moved(paper))


def _ladder(paper: Paper) -> Block:
    pen, ladders = paper.pen, paper.debrief.ladders
    if not ladders:
        return Paragraph(pen.say("export.ladder.none"))
    one = ladders[0]
    rows = [
        (
            Phrase(f"function.{rung.function}"),
            None if rung.level is None else Phrase(f"level.{rung.level}"),
            rung.who,
            rung.event,
        )
        for rung in one.rungs
    ]
    table = pen.table("ladder.table", "ladder.step ladder.level ladder.who event", rows)
    caption = pen.say("export.ladder.caption", case=one.name)
    return Figure(caption, draw_ladder(one, pen.say), (), table)


def _moved(paper: Paper) -> tuple[Block, ...]:
    """Tell what was moved, or ask: with room to write only where there is a ladder."""
    steps = tuple(_said(paper, one) for one in paper.part.moved)
    asked = paper.asked(WHICH_STEP, 2)
    if steps:
        told = (Paragraph(paper.pen.say("export.ladder.moved")), Items(steps))
        return (*told, asked) if isinstance(asked, Answer) else told
    return (asked,) if paper.debrief.ladders or isinstance(asked, Answer) else ()


def _said(paper: Paper, one: Moved) -> str:
    pen, moved, words = paper.pen, paper.debrief.moved(one), paper.own(one.words)
    return (
        pen.say("export.ladder.moved-words", moved=moved, words=words) if words else pen.say(moved)
    )
