"""The register: sober columns with field numbers, months and the day each value was reported."""

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widgets import Static

from simulator.core.clock import moment
from simulator.core.texts import Measure
from simulator.tui.content import shown
from simulator.tui.systems.fields import Face, cell
from simulator.tui.systems.look import Look, Paper


class Ledger(Face):
    """A page as a register prints it."""

    DEFAULT_CSS = """
    Ledger > * { max-width: 120; }
    Ledger .heads > .cell { margin-right: 2; }
    Ledger .heads > .pointer { width: 1; margin-right: 1; }
    Ledger .heads { color: #1f2b35; text-style: bold; border-bottom: solid #8c8674; }
    Ledger .byline { margin-bottom: 1; }
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

    CELLS = ("code", "label", "month", "value", "date")

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
        heads = (cell(say(f"systems.ledger.{name}"), name) for name in self.CELLS)
        yield HorizontalGroup(cell(" ", "pointer"), *heads, classes="heads")
        yield from self.fields()


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
