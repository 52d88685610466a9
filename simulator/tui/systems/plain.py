"""The face of any system that has none of its own: names, values, and dates where it shows them."""

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.tui.content import shown
from simulator.tui.systems.fields import Face
from simulator.tui.systems.look import Look


class Plain(Face):
    """A page as a list."""

    DEFAULT_CSS = """
    Plain { background: $surface; }
    Plain .masthead { text-style: bold; margin-bottom: 1; }
    Plain FieldLine:focus { background: $panel; }
    Plain .cell.label { width: 26; color: $text-muted; }
    Plain .cell.value { width: 1fr; }
    Plain .cell.date { width: 20; color: $text-muted; }
    Plain.-slim .cell.label { width: 12; margin-right: 1; }
    Plain.-slim .cell.value { margin-right: 1; }
    Plain.-slim .cell.date { width: 12; margin: 0; }
    """

    CELLS = ("named label", "listed value", "reported date")

    def compose(self) -> ComposeResult:
        """Draw the page."""
        page, say = self.page, self.say
        title = f"{say(page.name)} · {say(page.title)} · {page.subject}"
        yield Static(shown(title), classes="masthead")
        yield from self.fields()


PLAIN = Look(face=Plain)
