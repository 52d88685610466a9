"""The value profile: where the student has placed what the rules said, by code, never by count."""

from simulator.core.texts import Argument, Phrase
from simulator.debrief.profile import COLUMNS, ValueRow, profile
from simulator.export.blocks import Paragraph, Section
from simulator.export.paper import Paper


def section(paper: Paper) -> Section | None:
    """Return the value profile; nothing until something is placed, or where one is alone."""
    pen, part = paper.pen, paper.part
    if not part.placed or part.route == "alone":
        return None
    head = (pen.say("export.values.value"), *pen.words(" ".join(COLUMNS), "debrief.place"))
    table = pen.ruled("values.table", head, map(_row, profile(paper.debrief, part)))
    return pen.section("values.title", Paragraph(pen.say("export.values.how")), table)


def _row(row: ValueRow) -> tuple[Argument, ...]:
    codes = (" ".join(row.codes[column]) or None for column in COLUMNS)
    return Phrase(f"debrief.value.{row.value}"), *codes
