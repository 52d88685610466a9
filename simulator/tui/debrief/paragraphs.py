"""The pieces every page of the debrief is made of: paragraphs, pairs, cards."""

from textual.containers import VerticalGroup
from textual.widgets import Static

from simulator.core.texts import Argument, Teller
from simulator.tui.content import shown


class Card(VerticalGroup):
    """A framed group of widgets that belong together."""

    DEFAULT_CSS = """
    Card {
        max-width: 120; padding: 0 1; margin-bottom: 1;
        border: round $border-blurred; background: $surface;
    }
    Card:focus-within { border: round $primary; }
    Card .rule { text-style: bold; color: $primary; }
    Card .sentence { margin: 1 0; }
    Card .where { margin-top: 1; }
    """


def paragraph(text: str, classes: str = "") -> Static:
    """Return a text as a paragraph; ``classes`` are more style classes than ``said``."""
    return Static(shown(text, lines=True), classes=f"said {classes}")


def pair(say: Teller, word: str, text: Argument) -> Static:
    """Return a line with a name and its value."""
    return Static(shown(f"{say(word)}: ", "bold") + shown(say.write(text)), classes="said")
