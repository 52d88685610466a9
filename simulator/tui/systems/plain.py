"""The face of any system that has none of its own: names, values, and dates where it shows them."""

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.casework.views import Row
from simulator.tui.content import shown
from simulator.tui.systems.fields import Face, FieldLine, cell, listed, named, reported
from simulator.tui.systems.look import Look


class Plain(Face):
    """A page as a list."""

    DEFAULT_CSS = """
    Plain { background: $surface; }
    Plain .masthead { text-style: bold; height: auto; margin-bottom: 1; }
    Plain FieldLine:focus { background: $panel; }
    Plain .cell.label { width: 26; color: $text-muted; }
    Plain .cell.value { width: 1fr; }
    Plain .cell.date { width: 20; color: $text-muted; }
    Plain.-slim .cell.label { width: 12; margin-right: 1; }
    Plain.-slim .cell.value { margin-right: 1; }
    Plain.-slim .cell.date { width: 12; margin: 0; }
    """

    def compose(self) -> ComposeResult:
        """Draw the page."""
        page, say = self.page, self.say
        title = f"{say(page.name)} · {say(page.title)} · {page.subject}"
        yield Static(shown(title), classes="masthead")
        for row in page.rows:
            yield FieldLine(row, *self._cells(row))

    def _cells(self, row: Row) -> tuple[Static, ...]:
        date = reported(row.as_of)
        return (
            cell(named(row, self.say), "label"),
            cell(listed(row, self.say, "plain"), "value"),
            cell(self.say("systems.plain.reported", day=date) if date else "", "date"),
        )


PLAIN = Look(face=Plain)
