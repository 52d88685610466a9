"""The old terminal: fixed columns, codes, capital letters. It is quick, and it logs."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from simulator.casework.views import Row
from simulator.core.clock import clock_text
from simulator.core.texts import Measure, Teller
from simulator.tui.content import shown
from simulator.tui.systems.drawn import Drawn
from simulator.tui.systems.fields import (
    Face,
    FieldLine,
    cell,
    months,
    reported,
    short_date,
    value_text,
    values,
)


class Terminal(Face):
    """A page as an old mainframe draws it."""

    DEFAULT_CSS = """
    Terminal { background: #06130d; color: #8fd3a8; padding: 0 1; scrollbar-size-vertical: 1; }
    Terminal > * { max-width: 100; }
    Terminal .top { color: #c9f2d6; text-style: bold; }
    Terminal .greeting { color: #8fd3a8; margin: 0 0 1 2; height: auto; }
    Terminal FieldLine > .code { width: 13; }
    Terminal FieldLine > .value { width: 5fr; color: #d6f7e0; }
    Terminal FieldLine > .label { width: 4fr; }
    Terminal FieldLine > .date { width: 12; margin: 0; }
    Terminal FieldLine:focus { background: #123a26; }
    Terminal.-slim FieldLine > .label { display: none; }
    Terminal .bottom { margin: 1 0 0 2; height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Draw the page."""
        yield Drawn(self._top, classes="top")
        yield Static(self._capitals("systems.terminal.greeting"), classes="greeting")
        for row in self.page.rows:
            yield FieldLine(row, *self._cells(row))
        count = self._capitals("systems.terminal.end", n=len(self.page.rows))
        yield Static(count, classes="bottom")

    def _top(self, width: int) -> Content:
        page = self.page
        left = f"{page.system}00 ── {self.say(page.title)} ".upper()
        when = f" {short_date(page.date)} {clock_text(page.minute)} "
        user = f" {self.say('systems.terminal.user', user=self.user)}".upper()
        room = max(2, width - len(left) - len(when) - len(user) - 2)
        return shown(left + "─" * room + when + "──" + user)

    def _capitals(self, word: str, **arguments: int) -> Content:
        said = self.say(word, user=self.user, name=self.page.subject, **arguments)
        return shown(said.upper())

    def _cells(self, row: Row) -> tuple[Static, ...]:
        label = self.say.write(row.label)
        date = reported(row.as_of)
        return (
            cell((row.code or label).upper(), "code"),
            cell("\n".join(_value(row, self.say)).upper(), "value"),
            cell(label.upper() if row.code else "", "label"),
            cell(self.say("systems.terminal.reported", day=date).upper() if date else "", "date"),
        )


def _value(row: Row, say: Teller) -> tuple[str, ...]:
    """Return a field's lines; dates as digits, and the mark of a number that can be nobody's."""
    if row.state == "shown" and isinstance(row.value, Measure) and row.value.how == "date":
        return (_digits(row.value),)
    if row.state == "shown" and row.path.endswith("person.number"):
        return (f"{value_text(row, say, 'terminal')}  {say('systems.terminal.test')}",)
    listed = months(row)
    shown_values = values(row, say, "terminal")
    if not listed:
        return shown_values
    return tuple(f"{month}  {value}" for month, value in zip(listed, shown_values, strict=False))


def _digits(value: Measure) -> str:
    return short_date(value.value) if isinstance(value.value, int) else str(value.value)
