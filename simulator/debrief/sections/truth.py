"""What the systems showed and what was true, and why they differed."""

from collections.abc import Iterable

from simulator.debrief.blocks import Block, Items, Paragraph, Said, Section, Table
from simulator.debrief.causes import Compared, Revealed
from simulator.debrief.context import Context
from simulator.debrief.declared import Unread
from simulator.debrief.sections.front import HELD_BACK
from simulator.debrief.writer import date, when


def section(context: Context) -> Section:
    """Return what was shown beside what was true; facts that agreed are in the appendix."""
    return context.writer.section("truth.title", *_blocks(context))


def sheet(context: Context) -> tuple[Block, ...]:
    """Return what was shown beside what was true, including facts that agreed."""
    return (*_blocks(context), *_facts(context, "truth.all", context.debrief.compared))


def facts(context: Context, caption: str, compared: Iterable[Compared]) -> Table:
    """Return a table of facts with what was shown and what was true."""
    rows = [
        (
            fact.fact,
            context.debrief.evidence.case_name(fact.case),
            fact.source,
            fact.showed,
            date(fact.as_of),
            fact.truth,
            fact.event,
        )
        for fact in compared
    ]
    head = "truth.fact truth.case truth.source truth.showed truth.as-of truth.held event"
    return context.writer.table(caption, head, rows)


def _facts(context: Context, caption: str, compared: Iterable[Compared]) -> tuple[Table, ...]:
    table = facts(context, caption, compared)
    return (table,) if table.rows else ()


def _blocks(context: Context) -> tuple[Block, ...]:
    writer, debrief = context.writer, context.debrief
    if not debrief.over:
        return (Paragraph(writer.say(HELD_BACK)),)
    causes: tuple[Block, ...] = tuple(
        _cause(context, suggestion) for suggestion in debrief.revealed
    )
    none = Paragraph(writer.say("export.truth.none"))
    parted = _facts(context, "truth.table", (fact for fact in debrief.compared if not fact.same))
    others = (*_departures(context), *_lay(context), *parted)
    return (writer.quiet("export.truth.how"), *(causes or (none,)), *others)


def _cause(context: Context, revealed: Revealed) -> Said:
    say, case = context.writer.say, context.debrief.evidence.case_name(revealed.case)
    line = f"{say(when(revealed.minute))} · {say(case)}"
    causes = [say(cause) for cause in revealed.causes]
    if len(causes) > 1:
        causes = [f"({number}) {cause}" for number, cause in enumerate(causes, 1)]
    text = " ".join((say(revealed.what), *causes, say(revealed.how)))
    return Said(line, text, context.writer.events(revealed.event))


def _departures(context: Context) -> tuple[Block, ...]:
    """Return the decisions that part from what had been worked out in the same case."""
    say, debrief = context.writer.say, context.debrief
    lines = tuple(
        Said(
            f"{say(when(parted.minute))} · {say(debrief.evidence.case_name(parted.case))}",
            say(parted.what),
            context.writer.events(parted.worked_out, parted.event),
        )
        for parted in debrief.departures
    )
    return (Paragraph(say("export.truth.parted")), *lines) if lines else ()


def _lay(context: Context) -> tuple[Block, ...]:
    """Return what the scenario had put into the day, and the letters that reached nobody."""
    say, debrief = context.writer.say, context.debrief
    lines = tuple(map(say, debrief.declared))
    lost = tuple(_lost(context, letter) for letter in debrief.unread)
    lay = (Paragraph(say("export.truth.lay")),) if lines or lost else ()
    return (*lay, *((Items(lines),) if lines else ()), *lost)


def _lost(context: Context, letter: Unread) -> Paragraph:
    return Paragraph(context.writer.say(letter.what), context.writer.events(letter.event))
