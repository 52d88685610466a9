"""Who decided: the ladder of one case, and the step the student would move."""

from simulator.core.texts import Phrase
from simulator.debrief.blocks import Answer, Block, Figure, Items, Paragraph, Rungs, Section
from simulator.debrief.context import Context
from simulator.debrief.ladder import Ladder
from simulator.debrief.student_side import Moved

WHICH_STEP = "4c"
"""The question of which step to move, and what must then be in place."""


def section(context: Context) -> Section:
    """Return who decided what, in the case with most to talk about."""
    ladders = context.debrief.ladders
    first = ladder(context, ladders[0]) if ladders else (no_ladder(context),)
    return context.writer.section("ladder.title", *first, *_moved(context))


def no_ladder(context: Context) -> Paragraph:
    """Return the paragraph saying that no step of any case was done."""
    return Paragraph(context.writer.say("export.ladder.none"))


def ladder(context: Context, ladder: Ladder) -> tuple[Block, ...]:
    """Return the ladder of a case, with the event behind each step."""
    writer = context.writer
    rows = [
        (
            Phrase(f"function.{rung.function}"),
            None if rung.level is None else Phrase(f"level.{rung.level}"),
            rung.who,
            rung.event,
        )
        for rung in ladder.rungs
    ]
    table = writer.table("ladder.table", "ladder.step ladder.level ladder.who event", rows)
    caption = writer.say("export.ladder.caption", case=ladder.name)
    steps = tuple(
        (step, rung.level, who)
        for rung, (step, _, who, _) in zip(ladder.rungs, table.rows, strict=True)
    )
    levels = tuple(writer.say(f"level.{level}") for level in range(5))
    picture = Rungs(levels, steps, writer.say("export.ladder.who"))
    events = (rung.event for rung in ladder.rungs if rung.event is not None)
    return Figure(caption, picture, (), table), writer.events(*events)


def _moved(context: Context) -> tuple[Block, ...]:
    """Return the moved steps, or the question about them; room to write only below a ladder."""
    steps = tuple(_step(context, moved) for moved in context.student.moved)
    asked = context.asked(WHICH_STEP, 2)
    if steps:
        blocks = (Paragraph(context.writer.say("export.ladder.moved")), Items(steps))
        return (*blocks, asked) if isinstance(asked, Answer) else blocks
    return (asked,) if context.debrief.ladders or isinstance(asked, Answer) else ()


def _step(context: Context, moved: Moved) -> str:
    say, step, words = context.writer.say, context.debrief.moved(moved), context.own(moved.words)
    return say("export.ladder.moved-words", moved=step, words=words) if words else say(step)
