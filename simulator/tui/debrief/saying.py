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
    """A framed group of widgets that belong together."""

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


def paragraph(text: str, classes: str = "") -> Static:
    """Return a text as a paragraph; ``classes`` are more style classes than ``said``."""
    return Static(shown(text, lines=True), classes=f"said {classes}")


def pair(say: Teller, word: str, text: Argument) -> Static:
    """Return a line with a name and its value."""
    return Static(shown(f"{say(word)}: ", "bold") + shown(say.write(text)), classes="said")


@dataclass
class Book:
    """A debrief while it is read: it remembers which events, case and arrow are open."""

    reading: Reading
    opened: dict[str, set[int]] = field(default_factory=dict)
    """The numbers of the open events, by the name of their row."""
    case: str = ""
    """The id of the case whose ladder is shown; ``""`` for the first."""
    arrow: str = ""
    """The id of the arrow chosen at the workbench; ``""`` for the first."""
    changes: "Changes" = field(default_factory=dict)
    """What was changed about arrows at the workbench, by id; it is not stored."""

    def context(self, say: Teller) -> "Context":
        """Return the context that blocks of the debrief are made in."""
        return self.reading.debriefing.context(say)

    def numbers(self, context: "Context", name: str, numbers: tuple[int, ...]) -> EventNumbers:
        """Return a row of event numbers; ``name`` is the row's own key in ``opened``."""
        opened = self.opened.setdefault(name, set())
        return EventNumbers(numbers, context.line, context.writer.teller, opened)
