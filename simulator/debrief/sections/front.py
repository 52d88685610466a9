"""The first section: what the document is, what it is not, and who may see it."""

from simulator.core.texts import Measure, Phrase
from simulator.debrief.blocks import Items, Section
from simulator.debrief.context import Context

LINES = "is-log is-opening not-verdict not-thoughts not-real planned yours"
HELD_BACK = "export.held-back"
"""The word that says why nothing of the truth stands in the debrief of a day that is not over."""
FOR_THE_CLASS = "is-choices not-verdict not-thoughts not-real yours"


def section(context: Context) -> Section:
    """Return the first section."""
    writer, imprint, opening = context.writer, context.imprint, context.debrief.day.opening
    about = writer.pairs(
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
    lines = Items(tuple(writer.say(f"export.front.{name}") for name in names.split()))
    return writer.section("front.title", lines, about)


def notices_here(context: Context) -> tuple[str, ...]:
    """Return the notices for the user of this machine, with the paths of fault reports."""
    paths = context.debrief.reports
    reports = (context.writer.say("cli.fault.report", path=path) for path in paths)
    return (*notices(context), *reports)


def notices(context: Context) -> tuple[str, ...]:
    """Return what to read first: the day is not over, the log has gaps, or an indicator failed."""
    debrief, say = context.debrief, context.writer.say
    cut = () if debrief.complete else (say("export.cut" if debrief.over else HELD_BACK),)
    rules = ", ".join(debrief.broken)
    return (*cut, say("export.broken", rules=rules)) if rules else cut
