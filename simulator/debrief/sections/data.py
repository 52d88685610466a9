"""The data map: what was used from which source, and the routes of a few facts."""

from simulator.core.texts import Argument, Phrase
from simulator.debrief.blocks import Block, Items, Paragraph, Section
from simulator.debrief.context import Context
from simulator.debrief.data_map import ManyWays, Used

EASIER_AND_HARDER = "3b"
"""The question of what became easier, and what harder to notice."""
COLUMNS = "source exposed opened relied-on told oldest"
NOTE = " note"
"""The column of remarks, which is left out if there are none."""


def section(context: Context) -> Section:
    """Return the data map of a document: with what was answered to its question."""
    answer = context.answered((EASIER_AND_HARDER,))
    return context.writer.section("data.title", *sheet(context), *answer)


def sheet(context: Context) -> tuple[Block, ...]:
    """Return the data map."""
    writer, data_map = context.writer, context.debrief.data_map
    noted = any(_note(row) for row in data_map.rows)
    head = writer.words(COLUMNS + NOTE * noted, "debrief.map")
    rows = [(*_row(row), _note(row)) if noted else _row(row) for row in data_map.rows]
    table = writer.ruled(data_map.caption, head, rows)
    unused = ", ".join(map(writer.say, data_map.not_used))
    rest = (Paragraph(writer.say("debrief.map.not-used", systems=unused)),) if unused else ()
    ways = (block for many in data_map.many_ways for block in _ways(context, many))
    return (writer.quiet("debrief.map.how"), table, *rest, *ways)


def _row(row: Used) -> tuple[Argument, ...]:
    oldest = None if row.oldest is None else Phrase("debrief.days", {"n": row.oldest})
    return row.name, row.exposed, row.opened, row.relied_on, row.told, oldest


def _note(row: Used) -> Phrase | None:
    """Return what is to be said of a source: of what nobody opened nobody looked anything up."""
    if row.unfounded:
        return Phrase("debrief.map.unfounded", {"n": row.unfounded})
    return Phrase("debrief.map.unopened") if row.unopened else None


def _ways(context: Context, many: ManyWays) -> tuple[Block, ...]:
    """Return the routes of one fact: its name, then a line per route with its cases."""
    say, case_name = context.writer.say, context.debrief.evidence.case_name
    lines = (
        say(
            "debrief.map.way",
            way=" → ".join(map(say, way.stations)),
            cases="; ".join(say(case_name(case)) for case in way.cases),
        )
        for way in many.ways
    )
    return Paragraph(say("debrief.map.many-ways", fact=many.fact)), Items(tuple(lines))
