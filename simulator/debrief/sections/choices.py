"""What a class may see of one day: its choices, and nothing that was made of them."""

from simulator.debrief.blocks import Paragraph, Section
from simulator.debrief.context import Context
from simulator.debrief.writer import when


def section(context: Context) -> Section:
    """Return the choices in the order they were made."""
    writer = context.writer
    rows = [
        (choice.event, when(choice.minute), choice.case or None, choice.what)
        for choice in context.debrief.choices
    ]
    table = writer.table("class.table", "event appendix.when truth.case appendix.what", rows)
    none = Paragraph(writer.say("export.class.none"))
    return writer.section("class.title", table if rows else none)
