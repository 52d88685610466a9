"""The account register: a little book with lines, a stamp, and an account that is covered."""

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.casework.views import Row
from simulator.core.clock import clock_text
from simulator.tui.content import shown
from simulator.tui.systems.fields import Face, across, edge, short_date
from simulator.tui.systems.look import Look, Paper

PATTERN = "∿∾"
"""What stands along the edge of a book of accounts, so that nobody draws one himself."""

DRAWING = """\
╭───────┬───────╮
│ ≈≈≈≈≈ │ ≈≈≈≈≈ │
│ ≈≈≈≈≈ │ ≈≈≈   │
╰───────┴───────╯"""


class Bank(Face):
    """A page as a page of an account book."""

    DEFAULT_CSS = """
    Bank { align-horizontal: center; }
    Bank > * { max-width: 96; }
    Bank .edge { color: #446353; }
    Bank FieldLine { border-bottom: solid #8db79a; }
    Bank FieldLine:focus { background: #cfe5d3; }
    Bank .cell.date { width: 8; }
    Bank .cell.label { width: 1fr; }
    Bank .cell.value { width: 1fr; text-align: right; text-style: bold; margin: 0; }
    Bank.-slim .cell { margin-right: 1; }
    Bank .stamp { text-align: right; }
    """

    CELLS = ("date faint", "named label", "listed value")

    def compose(self) -> ComposeResult:
        """Draw the page."""
        page, say = self.page, self.say
        left = f"{say(page.name)} · {say(page.title)}"
        yield edge(PATTERN)
        yield across(left, say("systems.bank.holder", name=page.subject))
        yield from self.fields()
        stamp = f"{short_date(page.date)} {clock_text(page.minute)} {self.user}".strip()
        yield Static(shown(say("systems.bank.stamp", stamp=stamp)), classes="stamp faint")
        yield edge(PATTERN)

    def texts(self, row: Row) -> dict[str, str]:
        """Put a dot where there is no date."""
        texts = super().texts(row)
        return texts | {"date": texts["date"] or "·"}


LOOK = Look(
    face=Bank,
    paper=Paper(
        ground="#e9f3ea",
        ink="#1b3a2a",
        faint="#446353",
        bright="#14502f",
        line="#8db79a",
        chosen="#cfe5d3",
    ),
    drawing=DRAWING,
)
