"""One of a few, side by side: ``‹ question  ○ this  ● that ›``, on as many lines as it takes."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.visual import VisualType
from textual.widget import Widget

from simulator.tui.content import shown


class Pick(Widget, can_focus=True):
    """Options in a row. Arrows move, Enter or the mouse picks; picking again takes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("enter,space", "pick", show=False),
    ]

    DEFAULT_CSS = """
    Pick { height: auto; width: 1fr; max-width: 110; padding-left: 1; }
    Pick:focus { background: $primary 15%; }
    """

    class Picked(Message):
        """An option was picked; ``value`` is ``""`` if the picked one was taken back."""

        def __init__(self, pick: "Pick", value: str) -> None:
            super().__init__()
            self.pick, self.value = pick, value

    def __init__(
        self,
        question: str,
        options: Sequence[tuple[str, str]],
        picked: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """``options`` are (value, word) in their order; ``picked`` is the value picked so far."""
        super().__init__(id=id)
        self._question, self._choice = question, tuple(options)
        self.picked = picked
        values = [value for value, _ in self._choice]
        self._at = values.index(picked) if picked in values else 0

    def show(self, picked: str) -> None:
        """Show another option as the one that is picked."""
        self.picked = picked
        self.refresh()

    def render(self) -> VisualType:
        """Draw the question and the options."""
        return Content("\n").join(self._lines(self.size.width - 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines, line = [], shown(self._question, "bold") if self._question else Content("")
        for number in range(len(self._choice)):
            piece = self._piece(number)
            if line.cell_length and line.cell_length + piece.cell_length > max(width, 1):
                lines.append(line)
                line = Content("")
            line = line + piece
        return [*lines, line]

    def _piece(self, number: int) -> Content:
        value, word = self._choice[number]
        here = self.has_focus and number == self._at
        sign = "●" if value == self.picked else "○"
        piece = shown(f" {'›' if here else ' '}{sign} {word} ", "bold" if here else "")
        return piece.stylize(Style.from_meta({"pick": number}))

    def action_move(self, by: int) -> None:
        """Move to the next option, round again at the end."""
        self._at = (self._at + by) % len(self._choice)
        self.refresh()

    def action_pick(self) -> None:
        """Pick the option in front, or take it back."""
        value = self._choice[self._at][0]
        self.picked = "" if value == self.picked else value
        self.refresh()
        self.post_message(self.Picked(self, self.picked))

    def on_click(self, event: events.Click) -> None:
        """Pick what was pressed."""
        number = event.style.meta.get("pick", -1)
        if 0 <= number < len(self._choice):
            self._at = number
            self.action_pick()
