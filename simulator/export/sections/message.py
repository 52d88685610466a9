"""The message to the IT department: one page that can be used outside the room."""

from simulator.debrief.phases import MESSAGE
from simulator.export.blocks import Paragraph, Section
from simulator.export.paper import Paper


def section(paper: Paper) -> Section:
    """Return the message, its empty fields as lines to write on."""
    how = Paragraph(paper.pen.say("export.message.how"))
    fields = (paper.asked(one, 2) for one in MESSAGE)
    return paper.pen.section("message.title", how, *fields, new_page=True)
