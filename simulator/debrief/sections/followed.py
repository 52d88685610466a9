"""What followed: by citizen, in their order of time; beside it the field's own figures."""

from simulator.casework.field_figures import field_figures
from simulator.debrief.blocks import Block, Paragraph, Said, Section
from simulator.debrief.context import Context
from simulator.debrief.followed import Followed
from simulator.debrief.sections.front import HELD_BACK


def section(context: Context) -> Section:
    """Return what followed as a section of a document."""
    return context.writer.section("followed.title", *sheet(context))


def sheet(context: Context) -> tuple[Block, ...]:
    """Return what followed in each case, and where nothing did; then the field's own figures."""
    writer, debrief = context.writer, context.debrief
    if not debrief.over:
        return (Paragraph(writer.say(HELD_BACK)),)
    told = tuple(_told(context, each) for each in debrief.followed)
    cases = len(debrief.evidence.cases)
    more = {each.case for each in debrief.followed}
    left = [case for case in debrief.evidence.cases if case not in more]
    unanswered = sum(debrief.day.cases[case].standing.letter is None for case in left)
    rest = writer.say("export.followed.rest", n=len(left), of=cases, open=unanswered)
    figures = field_figures(debrief.day, debrief.evidence.events)
    beside = tuple(Paragraph(writer.say(figure), quiet=True) for figure in figures)
    how = (writer.quiet("export.followed.how"),) if told else ()
    return (*how, *told, Paragraph(rest), *beside)


def _told(context: Context, each: Followed) -> Said:
    writer = context.writer
    phrases = filter(None, map(context.told, each.events))
    text = " ".join(map(writer.say, phrases))
    name = writer.say(context.debrief.evidence.case_name(each.case))
    return Said(name, text, writer.events(*each.events))
