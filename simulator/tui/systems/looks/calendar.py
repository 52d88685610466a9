"""A system of appointments: sheets of months, and the page's fields as their entries."""

from calendar import Calendar as Weeks
from collections.abc import Iterator
from datetime import date

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widgets import Static

from simulator.core.clock import date_of
from simulator.core.texts import Measure
from simulator.tui.content import shown
from simulator.tui.systems.fields import Face, across, short_date
from simulator.tui.systems.look import Look, Paper

TODAY, AGREED = "›", "•"
SIGNS = {TODAY: "systems.calendar.today", AGREED: "systems.calendar.agreed"}
"""The words for the signs beside a day: the day it is, and a day that a field names."""


class Calendar(Face):
    """A page as entries beside the sheets of the months."""

    DEFAULT_CSS = """
    Calendar > * { max-width: 130; }
    Calendar .top { border-bottom: heavy #b5482a; }
    Calendar .month { width: 28; margin: 1 3 0 0; }
    Calendar .entries { margin-top: 1; }
    Calendar FieldLine { border-left: outer #b5482a; padding-left: 1; margin-bottom: 1; }
    Calendar FieldLine:focus { background: #f6d9c8; }
    Calendar .cell.label { width: 2fr; }
    Calendar .cell.value { width: 3fr; text-style: bold; }
    Calendar .cell.date { width: 8; margin: 0; }
    Calendar .foot { margin-top: 1; }
    Calendar.-slim .month { display: none; }
    Calendar.-slim FieldLine { margin-bottom: 0; }
    Calendar.-slim .cell { margin-right: 1; }
    """

    CELLS = ("named label", "listed value", "date faint")

    def compose(self) -> ComposeResult:
        """Draw the page."""
        page, say = self.page, self.say
        week = say(
            "systems.calendar.week",
            n=date_of(page.date).isocalendar().week,
            day=short_date(page.date),
        )
        yield across(f"{say(page.name)} ◫ {page.subject}", week, "top bright")
        with HorizontalGroup():
            yield Static(self._sheets(), classes="month")
            with VerticalGroup(classes="entries"):
                yield Static(shown(say(page.title)), classes="bright")
                yield from self.fields()
        yield Static(shown(say("systems.calendar.foot", user=self.user)), classes="foot faint")

    def _sheets(self) -> Content:
        """Return the month it is and the next one with a named day, and what their signs mean."""
        say, today, agreed = self.say, date_of(self.page.date), set(self._days())
        first = today.replace(day=1)
        later = sorted({month for day in agreed if (month := day.replace(day=1)) > first})
        sheets = [self._sheet(month, today, agreed) for month in (first, *later[:1])]
        drawn = "\n\n".join(sheets)
        key = [f"{sign} {say(word)}" for sign, word in SIGNS.items() if sign in drawn]
        return shown("\n".join([drawn, "", *key]), lines=True)

    def _sheet(self, first: date, today: date, agreed: set[date]) -> str:
        """Return a month: its name, and a line a week."""
        weeks = Weeks().monthdatescalendar(first.year, first.month)
        month = self.say("systems.calendar.month", month=first.isoformat())
        lines = [
            "".join(
                _day(day, today, agreed) if day.month == first.month else "    " for day in week
            )
            for week in weeks
        ]
        return "\n".join([month, self.say("systems.calendar.days"), *lines])

    def _days(self) -> Iterator[date]:
        """Yield the days that the fields show."""
        for row in self.page.rows:
            value = row.value
            if isinstance(value, Measure) and value.how == "date" and isinstance(value.value, int):
                yield date_of(value.value)


def _day(day: date, today: date, agreed: set[date]) -> str:
    """Return a day with its signs: today's before it, that of a named day after it."""
    return f"{TODAY if day == today else ' '}{day.day:2}{AGREED if day in agreed else ' '}"


LOOK = Look(
    face=Calendar,
    paper=Paper(
        ground="#fbf4ea",
        ink="#33261d",
        faint="#6d5a4a",
        bright="#8f3317",
        line="#b5482a",
        chosen="#f6d9c8",
    ),
    drawing="""\
┌─┴──┴─┐
│ ▪ ▪ ▪│
│ ▪ ▫ ▪│
└──────┘""",
    page_signs=("▫", "▪"),
)
