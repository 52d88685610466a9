"""The time account: what the levels saved and where it came back; and the facts of work."""

from simulator.core.texts import Argument, Measure, Phrase
from simulator.debrief.time_account import COLUMNS, Account
from simulator.export.blocks import Block, Pairs, Paragraph, Section
from simulator.export.paper import Paper


def section(paper: Paper) -> Section:
    """Return the time account."""
    pen, account = paper.pen, paper.debrief.time_account
    rows = [_row(row) for row in account.rows]
    columns = pen.words(" ".join(COLUMNS), "debrief.time")
    head = (pen.say("debrief.time.step"), pen.say("export.ladder.level"), *columns)
    table: tuple[Block, ...] = (pen.ruled(account.caption, head, rows),) if rows else ()
    how = Paragraph(pen.say("debrief.time.how"))
    work = "; ".join(pen.say(one.said) for one in paper.debrief.work)
    line = Pairs(((pen.say("debrief.work.title"), work),))
    return pen.section("minutes.title", how, *table, line)


def _row(row: Account) -> tuple[Argument, ...]:
    minutes = (Measure(row.minutes[column], "minutes") for column in COLUMNS)
    return Phrase(f"function.{row.function}"), Phrase(f"level.{row.level}"), *minutes
