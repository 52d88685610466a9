"""The overview: smooth cards, everything in one place, and not a word of where it came from."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.widgets import Static

from simulator.casework.views import Row
from simulator.tui.content import shown
from simulator.tui.systems.fields import Face
from simulator.tui.systems.look import Look, Paper

CARD = 36
"""About how wide a card should be."""

DRAWING = """\
╭───╮ ╭───╮ ╭───╮
│   │ │   │ │   │
╰───╯ ╰───╯ ╰───╯"""


class Cards(Face):
    """A page as cards."""

    DEFAULT_CSS = """
    Cards > Static { padding: 0 1; }
    Cards Grid { grid-size: 2; grid-gutter: 0 1; grid-rows: auto; height: auto; }
    Cards FieldLine {
        layout: vertical; border: round #9db7e6; padding: 0 1; min-height: 4;
    }
    Cards FieldLine:focus { border: heavy #1d4fb8; }
    Cards FieldLine > .pointer { display: none; }
    Cards .cell.value { text-style: bold; }
    Cards .cell.value, Cards .cell.label { width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
    ]

    CELLS = ("label faint", "listed value", "reported label faint")
    LISTED = "{value}  {month}"

    columns = 2

    def compose(self) -> ComposeResult:
        """Draw the page."""
        page, say = self.page, self.say
        yield Static(shown(f"{page.subject} · {say(page.title)}"), classes="bright")
        yield Static(shown(say("systems.cards.greeting")), classes="faint")
        with Grid():
            yield from self.fields()

    def texts(self, row: Row) -> dict[str, str]:
        """Leave the date out where there is none: the card is shorter then."""
        texts = super().texts(row)
        if not texts["reported"]:
            del texts["reported"]
        return texts

    def on_resize(self, event: events.Resize) -> None:
        """Put as many cards beside each other as there is room for."""
        self.columns = max(1, min(4, event.size.width // CARD))
        self.query_one(Grid).styles.grid_size_columns = self.columns

    def action_row(self, by: int) -> None:
        """Go to the card above or below."""
        self.action_step(by * self.columns)


LOOK = Look(
    face=Cards,
    paper=Paper(
        ground="#eef3fb",
        ink="#1b2a4a",
        faint="#52617d",
        bright="#1d4fb8",
        line="#9db7e6",
        chosen="#dbe6f8",
    ),
    drawing=DRAWING,
    page_signs=("○", "●"),
)
