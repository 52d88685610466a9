"""The pieces every page of the debrief is made of: paragraphs, pairs, cards, event numbers."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from simulator.core.texts import Argument, Teller
from simulator.tui.content import shown
from simulator.tui.debrief.evidence import EventNumbers
from simulator.tui.debrief.reading import Reading

if TYPE_CHECKING:
    from simulator.debrief.context import Context
    from simulator.debrief.workbench import Changes


class Card(Widget):
    """Something said, with all that belongs to it."""

    DEFAULT_CSS = """
    Card {
        layout: vertical; height: auto; width: 1fr; max-width: 120; padding: 0 1; margin-bottom: 1;
        border: round $border-blurred; background: $surface;
    }
    Card:focus-within { border: round $primary; }
    Card .rule { text-style: bold; color: $primary; }
    Card .sentence { margin: 1 0; }
    Card .where { margin-top: 1; }
    """

    def __init__(self, *parts: Widget) -> None:
        super().__init__(*parts)


def said(text: str, classes: str = "") -> Static:
    """Return a paragraph."""
    return Static(shown(text, lines=True), classes=f"said {classes}")


def pair(say: Teller, word: str, text: Argument) -> Static:
    """Return a name with what is said of it."""
    return Static(shown(f"{say(word)}: ", "bold") + shown(say.write(text)), classes="said")


@dataclass
class Book:
    """A reading that is being leafed through: it remembers which events are open."""

    reading: Reading
    opened: dict[str, set[int]] = field(default_factory=dict)
    """The open events of every row of numbers, by its name."""
    case: str = ""
    """The case whose ladder is in front; empty: the first."""
    arrow: str = ""
    """The arrow in hand at the workbench; empty: the first."""
    changes: "Changes" = field(default_factory=dict)
    """The arrows that were changed at the workbench, by id; none of it is written down."""

    def context(self, say: Teller) -> "Context":
        """Return what the blocks of the debrief are made from."""
        return self.reading.holding.context(say)

    def numbers(self, context: "Context", name: str, numbers: tuple[int, ...]) -> EventNumbers:
        """Return a row of event numbers; ``name`` tells it from the other rows."""
        opened = self.opened.setdefault(name, set())
        return EventNumbers(numbers, context.line, context.writer.teller, opened)
