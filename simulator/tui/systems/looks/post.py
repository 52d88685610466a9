"""The mailbox: who, what and when; that something was delivered is not that it was read."""

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.casework.views import Row
from simulator.tui.content import shown
from simulator.tui.systems.fields import Face, across, edge
from simulator.tui.systems.look import Look, Paper

EDGE = "▰▱"
"""The edge of an envelope that is sent by air."""

DRAWING = """\
╭──────────────╮
│╲            ╱│
│  ╲________╱  │
╰──────────────╯"""


class Post(Face):
    """A page as a box with letters in it."""

    DEFAULT_CSS = """
    Post > * { max-width: 130; }
    Post .edge { color: #9a1b2f; }
    Post .end { margin-top: 1; color: #27468f; }
    Post FieldLine { border-bottom: solid #b9c0cf; }
    Post FieldLine:focus { background: #e4e9f4; }
    Post .cell.label { width: 2fr; text-style: bold; }
    Post .cell.value { width: 3fr; }
    Post .cell.date { width: 9; margin: 0; }
    Post.-slim .cell { margin-right: 1; }
    Post.-slim .cell.date { margin: 0; }
    """

    CELLS = ("sign faint", "named label", "listed value", "date faint")

    def compose(self) -> ComposeResult:
        """Draw the page."""
        page, say = self.page, self.say
        left = f"✉ {say(page.name)} · {page.subject}"
        yield edge(EDGE)
        yield across(left, f"{say(page.title)} ({len(page.rows)})")
        yield Static(shown(say("systems.post.from", owner=page.owner)), classes="faint")
        yield from self.fields()
        yield Static(shown(say("systems.post.delivered-not-read")), classes="faint")
        yield edge(EDGE, "edge end")

    def texts(self, row: Row) -> dict[str, str]:
        """Put a dot before each letter."""
        return super().texts(row) | {"sign": "·"}


LOOK = Look(
    face=Post,
    paper=Paper(
        ground="#fbfbfd",
        ink="#1c2433",
        faint="#55607a",
        bright="#9a1b2f",
        line="#b9c0cf",
        chosen="#e4e9f4",
    ),
    drawing=DRAWING,
)
