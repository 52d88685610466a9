"""The mailbox: who, what and when; that something was delivered is not that it was read."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from simulator.casework.views import Row
from simulator.tui.content import shown
from simulator.tui.systems.drawn import Drawn
from simulator.tui.systems.fields import Face, FieldLine, across, cell, listed, named, reported
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
    Post Static { height: auto; }
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

    def compose(self) -> ComposeResult:
        """Draw the page."""
        yield Drawn(_edge, classes="edge")
        yield Drawn(self._heading, classes="bright")
        yield Static(shown(self.say("systems.post.from", owner=self.page.owner)), classes="faint")
        for row in self.page.rows:
            yield FieldLine(row, *self._cells(row))
        yield Static(shown(self.say("systems.post.delivered-not-read")), classes="faint foot")
        yield Drawn(_edge, classes="edge end")

    def _heading(self, width: int) -> Content:
        page, say = self.page, self.say
        left = f"✉ {say(page.name)} · {page.subject}"
        return across(left, f"{say(page.title)} ({len(page.rows)})", width)

    def _cells(self, row: Row) -> tuple[Static, ...]:
        date = reported(row.as_of)
        return (
            cell("·", "sign faint"),
            cell(named(row, self.say), "label"),
            cell(listed(row, self.say, "post"), "value"),
            cell(date, "date faint"),
        )


def _edge(width: int) -> Content:
    return shown((EDGE * width)[:width])


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
