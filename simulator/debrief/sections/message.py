"""The message to the IT department: one page that can be used outside the room."""

from simulator.debrief.blocks import Paragraph, Section
from simulator.debrief.context import Context
from simulator.debrief.phases import MESSAGE


def section(context: Context) -> Section:
    """Return the message; a field without an answer has lines to write on."""
    how = Paragraph(context.writer.say("export.message.how"))
    fields = (context.asked(field, 2) for field in MESSAGE)
    return context.writer.section("message.title", how, *fields, new_page=True)
