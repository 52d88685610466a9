"""The time account: what the levels saved and where it came back; sums; and the facts of work."""

from simulator.core.texts import Argument, Measure, Phrase
from simulator.debrief.blocks import Block, Pairs, Paragraph, Section
from simulator.debrief.context import Context
from simulator.debrief.time_account import COLUMNS, Account


def section(context: Context) -> Section:
    """Return the time account of a document."""
    return context.writer.section("minutes.title", *sheet(context))


def sheet(context: Context) -> tuple[Block, ...]:
    """Return the time account, and the facts of work in one line with their events."""
    writer, account, work = context.writer, context.debrief.time_account, context.debrief.work
    columns = writer.words(" ".join(COLUMNS), "debrief.time")
    head = (writer.say("debrief.time.step"), writer.say("export.ladder.level"), *columns)
    rows = map(_row, account.rows)
    table = writer.ruled(account.caption, head, rows)
    line = "; ".join(writer.say(fact.said) for fact in work)
    return (
        writer.quiet("debrief.time.how"),
        table if account.rows else Paragraph(table.caption),
        *_answered(context),
        *_amounts(context),
        Pairs(((writer.say("debrief.work.title"), line),)),
        writer.events(*sorted({number for fact in work for number in fact.events})),
    )


def _answered(context: Context) -> tuple[Block, ...]:
    """Return how many of the cases were answered, for the account is of no others."""
    account, say = context.debrief.time_account, context.writer.say
    which = "-all" if account.answered == account.cases else ""
    told = say(f"debrief.time.answered{which}", n=account.answered, of=account.cases)
    return (Paragraph(told),) if account.cases else ()


def _amounts(context: Context) -> tuple[Block, ...]:
    """Return the sums that are not what the rule gives, case by case; nothing in a day's midst."""
    writer, debrief = context.writer, context.debrief
    if not debrief.over:
        return ()
    amounts = debrief.time_account.amounts
    if not amounts:
        return (Paragraph(writer.say("debrief.time.paid-none")),)
    name = debrief.evidence.case_name
    lines = tuple((writer.say(name(amount.case)), writer.say(amount.said)) for amount in amounts)
    title = Paragraph(writer.say("debrief.time.paid"))
    how = writer.quiet("debrief.time.paid-how")
    return title, how, Pairs(lines), writer.events(*(amount.event for amount in amounts))


def _row(row: Account) -> tuple[Argument, ...]:
    minutes = (Measure(row.minutes[column]) for column in COLUMNS)
    return Phrase(f"function.{row.function}"), Phrase(f"level.{row.level}"), *minutes
