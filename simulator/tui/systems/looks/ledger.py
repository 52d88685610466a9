"""The register: sober columns with field numbers, months and the day each value was reported."""

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from simulator.casework.views import Row
from simulator.core.clock import moment
from simulator.core.texts import Measure
from simulator.tui.content import shown
from simulator.tui.systems.fields import Face, FieldLine, cell, months, reported, values
from simulator.tui.systems.look import Look, Paper

COLUMNS = ("code", "label", "month", "value", "date")


class Heads(Widget):
    """The heads of the columns."""

    DEFAULT_CSS = """
    Heads { layout: horizontal; width: 1fr; height: auto; }
    Heads > .cell { height: auto; margin-right: 2; }
    Heads > .pointer { width: 1; margin-right: 1; }
    """


class Ledger(Face):
    """A page as a register prints it."""

    DEFAULT_CSS = """
    Ledger > * { max-width: 120; }
    Ledger .masthead { height: auto; }
    Ledger .byline { height: auto; margin-bottom: 1; }
    Ledger Heads { color: #1f2b35; text-style: bold; border-bottom: solid #8c8674; }
    Ledger FieldLine:focus { background: #dde4e2; }
    Ledger .cell.code { width: 16; }
    Ledger .cell.label { width: 1fr; }
    Ledger .cell.month { width: 7; }
    Ledger .cell.value { width: 22; text-align: right; }
    Ledger .cell.date { width: 12; margin: 0; }
    Ledger.-slim .cell.code { display: none; }
    Ledger.-slim .cell { margin-right: 1; }
    Ledger.-slim .cell.month { width: 6; }
    Ledger.-slim .cell.value { width: 14; }
    Ledger.-slim .cell.date { width: 8; margin: 0; }
    """

    def compose(self) -> ComposeResult:
        """Draw the page."""
        page, say = self.page, self.say
        yield Static(shown(f"{say(page.name)} · {say(page.title)}"), classes="masthead bright")
        extract = say(
            "systems.ledger.extract",
            name=page.subject,
            owner=page.owner,
            at=Measure(moment(page.date, page.minute), "moment"),
        )
        yield Static(shown(extract), classes="byline faint")
        heads = (cell(say(f"systems.ledger.{name}"), name) for name in COLUMNS)
        yield Heads(cell(" ", "pointer"), *heads)
        for row in page.rows:
            yield FieldLine(row, *self._cells(row))

    def _cells(self, row: Row) -> tuple[Static, ...]:
        return (
            cell(row.code or "–", "code"),
            cell(self.say.write(row.label), "label"),
            cell("\n".join(months(row)), "month"),
            cell("\n".join(values(row, self.say, "ledger")), "value"),
            cell(reported(row.as_of), "date"),
        )


LOOK = Look(
    face=Ledger,
    paper=Paper(
        ground="#f3f0e6",
        ink="#1f2b35",
        faint="#4d5963",
        bright="#1f2b35",
        line="#8c8674",
        chosen="#dde4e2",
    ),
)
