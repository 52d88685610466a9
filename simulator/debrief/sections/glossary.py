"""The shared glossary: words both sides use, and what each hears in them."""

from simulator.debrief.blocks import Section
from simulator.debrief.context import Context
from simulator.debrief.phases import GLOSSARY


def section(context: Context) -> Section | None:
    """Return the glossary, or ``None`` if the document has no word of it."""
    writer = context.writer
    rows = [
        tuple(context.own(word.get(name)) or None for name in GLOSSARY)
        for word in context.student.glossary
        if context.own(word.get("word"))
    ]
    if not rows:
        return None
    head = writer.words(" ".join(GLOSSARY), "debrief.glossary")
    return writer.section("glossary.title", writer.ruled("glossary.table", head, rows))
