"""Words that can be pressed, laid one after another and on to the next line: keys and actions."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.visual import VisualType
from textual.widget import Widget

from simulator.tui.content import shown


@dataclass(frozen=True)
class Chip:
    """A key with what it does; pressing it with the mouse does the same."""

    key: str
    label: str
    action: str
    after: str = ""
    """What stands after the label: the price."""
    possible: bool = True
    first: bool = False
    """Whether it belongs to the step at hand."""

    def content(self, number: int, hovered: bool) -> Content:
        """Return the chip as content that holds ``number``, to be found where it is pressed."""
        label = "" if self.possible else "$foreground-muted"
        parts = [
            shown(f" {self.key} ", "$primary bold" if self.possible else label),
            shown(self.label, f"{label} bold" if self.first else label),
        ]
        if self.after:
            parts.append(shown(f" {self.after}", "$foreground-muted"))
        piece = Content.assemble(*parts, " ").stylize(Style.from_meta({"chip": number}))
        return piece.stylize("on $primary 25%") if hovered and self.action else piece


class Flow(Widget):
    """Chips in lines as wide as there is room for, so that nothing is cut off."""

    DEFAULT_CSS = """
    Flow { height: auto; width: 1fr; }
    """

    def __init__(self, chips: Iterable[Chip] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.chips = tuple(chips)
        self._hovered = -1

    def show(self, chips: Iterable[Chip]) -> None:
        """Show other chips."""
        new = tuple(chips)
        if new != self.chips:
            self.chips = new
            self.refresh(layout=True)

    def render(self) -> VisualType:
        """Draw the lines."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the chips take."""
        return len(self._lines(width)) if self.chips else 0

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        line = Content("")
        for number, chip in enumerate(self.chips):
            piece = chip.content(number, number == self._hovered)
            if line.cell_length and line.cell_length + piece.cell_length > max(width, 1):
                lines.append(line)
                line = Content("")
            line = line + piece
        return [*lines, line]

    async def on_click(self, event: events.Click) -> None:
        """Do what was pressed."""
        number = event.style.meta.get("chip", -1)
        if 0 <= number < len(self.chips) and self.chips[number].action:
            event.stop()
            await self.run_action(self.chips[number].action)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up what the mouse is on."""
        self._hover(event.style.meta.get("chip", -1))

    def on_leave(self) -> None:
        """Put the light out."""
        self._hover(-1)

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.refresh()
