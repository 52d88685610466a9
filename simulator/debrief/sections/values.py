"""The value profile: where the student has placed the rules' statements, as codes, not counts."""

from simulator.core.texts import Argument, Phrase
from simulator.debrief.blocks import Block, Section
from simulator.debrief.context import Context
from simulator.debrief.profile import COLUMNS, ValueRow, profile


def section(context: Context) -> Section | None:
    """Return the value profile, or ``None`` before anything is placed and for a student alone."""
    student = context.student
    if not student.placed or student.route == "alone":
        return None
    return context.writer.section("values.title", *sheet(context))


def sheet(context: Context) -> tuple[Block, ...]:
    """Return the value profile; it starts empty and fills as statements are placed."""
    writer = context.writer
    head = (writer.say("export.values.value"), *writer.words(" ".join(COLUMNS), "debrief.place"))
    rows = map(_row, profile(context.debrief, context.student))
    return writer.quiet("export.values.how"), writer.ruled("values.table", head, rows)


def _row(row: ValueRow) -> tuple[Argument, ...]:
    codes = (" ".join(row.codes[column]) or None for column in COLUMNS)
    return Phrase(f"debrief.value.{row.value}"), *codes
