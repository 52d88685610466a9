"""The data map: what was used of which source, and one fact's many ways."""

from collections.abc import Callable, Iterator

from simulator.core.texts import Argument, Phrase
from simulator.debrief.data_map import ManyWays, Used
from simulator.export.blocks import Block, Items, Paragraph, Section
from simulator.export.paper import Paper

EASIER_AND_HARDER = "3b"
"""The question of what became easier, and what harder to notice."""
COLUMNS = "source exposed opened relied-on told oldest"
NOTE = " note"
"""A column that is there where there is something to note."""


def section(paper: Paper) -> Section:
    """Return the data map."""
    pen, found = paper.pen, paper.debrief.data_map
    noted = any(row.unopened for row in found.rows)
    head = pen.words(COLUMNS + NOTE * noted, "debrief.map")
    rows = [(*_row(row), _note(row)) if noted else _row(row) for row in found.rows]
    table = pen.ruled(found.caption, head, rows)
    unused = ", ".join(map(pen.say, found.not_used))
    rest = (Paragraph(pen.say("debrief.map.not-used", systems=unused)),) if unused else ()
    ways = (block for many in found.many_ways for block in _ways(paper, many))
    answer = paper.answered((EASIER_AND_HARDER,))
    how = Paragraph(pen.say("debrief.map.how"))
    return pen.section("data.title", how, table, *rest, *ways, *answer)


def _row(row: Used) -> tuple[Argument, ...]:
    oldest = None if row.oldest is None else Phrase("debrief.days", {"n": row.oldest})
    return row.name, row.exposed, row.opened, row.relied_on, row.told, oldest


def _note(row: Used) -> Phrase | None:
    return Phrase("debrief.map.unopened") if row.unopened else None


def _ways(paper: Paper, many: ManyWays) -> tuple[Block, ...]:
    caption, *lines = way_lines(many, paper.pen.say)
    return Paragraph(caption), Items(tuple(lines))


def way_lines(many: ManyWays, say: Callable[..., str]) -> Iterator[str]:
    """Give one fact's ways as they are said: the fact first, then a line a way."""
    yield say("debrief.map.many-ways", fact=many.fact)
    for way in many.ways:
        stations = " → ".join(map(say, way.stations))
        yield say("debrief.map.way", way=stations, cases=", ".join(way.cases))
