"""What the systems showed and what was true, and why they differed."""

from collections.abc import Iterable

from simulator.debrief.causes import Compared
from simulator.export.blocks import Block, Items, Pairs, Paragraph, Section, Table
from simulator.export.paper import Paper
from simulator.export.pen import date, events, when


def section(paper: Paper) -> Section:
    """Return what was shown beside what was true."""
    return paper.pen.section("truth.title", *_blocks(paper))


def facts(paper: Paper, caption: str, found: Iterable[Compared]) -> Table:
    """Rule a table of facts: what was shown, and what was true."""
    rows = [
        (
            one.fact,
            paper.debrief.evidence.case_name(one.case),
            one.source,
            one.showed,
            date(one.as_of),
            one.truth,
            one.event,
        )
        for one in found
    ]
    head = "truth.fact truth.case truth.source truth.showed truth.as-of truth.held event"
    return paper.pen.table(caption, head, rows)


def _blocks(paper: Paper) -> tuple[Block, ...]:
    pen, debrief, told = paper.pen, paper.debrief, []
    for one in debrief.revealed:
        about = {"case": debrief.evidence.case_name(one.case), "events": events(one.event)}
        line = pen.say("export.truth.cause", when=when(one.minute), **about)
        told.append((line, " ".join(map(pen.say, one.causes))))
    causes = Pairs(tuple(told)) if told else Paragraph(pen.say("export.truth.none"))
    parted = [one for one in debrief.compared if not one.same]
    table = (facts(paper, "truth.table", parted),) if parted else ()
    return (Paragraph(pen.say("export.truth.how")), causes, *_lay(paper), *table)


def _lay(paper: Paper) -> tuple[Block, ...]:
    """Say what lay in the day, and which letters reached nobody."""
    pen, debrief = paper.pen, paper.debrief
    lost = (
        pen.say("export.truth.unread", letter=one.what, events=events(one.event))
        for one in debrief.unread
    )
    lines = (*map(pen.say, debrief.declared), *lost)
    return (Paragraph(pen.say("export.truth.lay")), Items(lines)) if lines else ()
