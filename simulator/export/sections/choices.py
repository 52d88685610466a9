"""What a class may see of one day: its choices, and nothing that was made of them."""

from simulator.export.blocks import Paragraph, Section
from simulator.export.paper import Paper
from simulator.export.pen import when


def section(paper: Paper) -> Section:
    """Return the choices in the order they were made."""
    pen = paper.pen
    rows = [
        (one.event, when(one.minute), one.case or None, one.what) for one in paper.debrief.choices
    ]
    table = pen.table("class.table", "event appendix.when truth.case appendix.what", rows)
    return pen.section("class.title", table if rows else Paragraph(pen.say("export.class.none")))
