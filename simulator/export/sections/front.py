"""The first section: what the document is, what it is not, and who may see it."""

from simulator.core.texts import Measure, Phrase
from simulator.export.blocks import Items, Section
from simulator.export.paper import Paper

LINES = "is-log is-opening not-verdict not-thoughts not-real planned yours"
FOR_THE_CLASS = "is-choices not-verdict not-thoughts not-real yours"


def section(paper: Paper) -> Section:
    """Return the first section."""
    pen, imprint, opening = paper.pen, paper.imprint, paper.debrief.day.opening
    about = pen.pairs(
        {
            "front.share": Phrase(f"export.share.{imprint.share}.says"),
            "front.scenario": opening.title,
            "front.municipality": opening.municipality,
            "front.date": Measure(opening.date, "date"),
            "front.rule-year": opening.rule_year,
            "front.seed": opening.seed,
            "front.code": imprint.code,
            "front.version": imprint.version,
        }
    )
    names = FOR_THE_CLASS if imprint.share == "class" else LINES
    lines = Items(tuple(pen.say(f"export.front.{name}") for name in names.split()))
    return pen.section("front.title", lines, about)
