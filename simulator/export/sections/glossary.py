"""The shared glossary: words both sides use, and what each hears in them."""

from simulator.debrief.phases import GLOSSARY
from simulator.export.blocks import Section
from simulator.export.paper import Paper


def section(paper: Paper) -> Section | None:
    """Return the glossary; nothing where no word goes along."""
    pen = paper.pen
    rows = [
        tuple(paper.own(word.get(name)) or None for name in GLOSSARY)
        for word in paper.part.glossary
        if paper.own(word.get("word"))
    ]
    if not rows:
        return None
    head = pen.words(" ".join(GLOSSARY), "debrief.glossary")
    return pen.section("glossary.title", pen.ruled("glossary.table", head, rows))
