"""The data map and the time account: tables with a sentence each, drawn for the width there is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from simulator.core.texts import Teller
from simulator.debrief.time_account import COLUMNS as MINUTES
from simulator.tui.debrief.saying import Book, said
from simulator.tui.debrief.tables import ruled
from simulator.tui.systems.drawn import Drawn

if TYPE_CHECKING:
    from simulator.debrief.data_map import ManyWays, Used


def map_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Give what was used of every source, in four columns that stay apart."""
    found = book.reading.debrief.data_map
    yield said(say(found.caption), "caption")
    yield said(say("debrief.map.how"), "muted")
    yield Drawn(lambda width: _map(found.rows, say, width), classes="picture")
    if found.not_used:
        names = ", ".join(say(one) for one in found.not_used)
        yield said(say("debrief.map.not-used", systems=names))
    for one in found.many_ways:
        yield said(say("debrief.map.many-ways", fact=one.fact), "heading")
        yield said("\n".join(_ways(book, say, one)))


def _map(rows: "tuple[Used, ...]", say: Teller, width: int) -> Content:
    names = ("source", "exposed", "opened", "relied-on", "told", "oldest", "note")
    heads = [say(f"debrief.map.{name}") for name in names]
    cells = [_used(one, say) for one in rows]
    return ruled(heads, cells, width, (2, 1, 1, 1, 1, 1, 3))


def _used(one: "Used", say: Teller) -> tuple[str, ...]:
    counts = (one.exposed, one.opened, one.relied_on, one.told)
    age = "–" if one.oldest is None else say("debrief-screens.map.age", n=one.oldest)
    note = say("debrief.map.unopened") if one.unopened else ""
    return (say(one.name), *(str(count) for count in counts), age, note)


def _ways(book: Book, say: Teller, one: "ManyWays") -> Iterator[str]:
    evidence = book.reading.debrief.evidence
    for way in one.ways:
        stations = " → ".join(say(station) for station in way.stations)
        cases = ", ".join(say(evidence.case_name(case)) for case in way.cases)
        yield say("debrief.map.way", way=stations, cases=cases)


def time_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Give what the levels saved, and where the minutes came back; then the facts of work."""
    found = book.reading.debrief
    yield said(say(found.time_account.caption), "caption")
    yield said(say("debrief.time.how"), "muted")
    yield Drawn(lambda width: _minutes(book, say, width), classes="picture")
    yield said(say("debrief.work.title"), "heading")
    yield said(" · ".join(say(one.said) for one in found.work))
    numbers = sorted({seq for one in found.work for seq in one.events})
    yield book.numbers(say, "work", tuple(numbers)[:A_FEW])


A_FEW = 40
"""Event numbers laid out at once."""


def _minutes(book: Book, say: Teller, width: int) -> Content:
    heads = [say("debrief.time.step"), *(say(f"debrief.time.{name}") for name in MINUTES)]
    rows = [
        (
            say(one.said),
            *(str(one.minutes[name]) for name in MINUTES),
        )
        for one in book.reading.debrief.time_account.rows
    ]
    return ruled(heads, rows, width, (3, 1, 1, 1, 1, 1)) if rows else Content("")
