"""Words that can be pressed, laid one after another and on to the next line: keys and actions."""

from collections.abc import Iterable
from dataclasses import dataclass

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
    """The price."""
    possible: bool = True
    first: bool = False
    """It belongs to the step at hand."""

    def content(self) -> Content:
        """Return it as one pressable piece."""
        press = Style.from_meta({"@click": self.action}) if self.action else Style()
        label = "$text" if self.possible else "$text-muted"
        parts = [
            shown(f" {self.key} ", "$footer-key-foreground bold" if self.possible else label),
            shown(self.label, f"{label} bold underline" if self.first else label),
        ]
        if self.after:
            parts.append(shown(f" {self.after}", "$text-muted"))
        return Content.assemble(*parts, " ").stylize(press)


class Flow(Widget):
    """Chips in lines as wide as there is room for, so that nothing is cut off."""

    DEFAULT_CSS = """
    Flow { height: auto; width: 1fr; }
    """

    def __init__(self, chips: Iterable[Chip] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._chips = tuple(chips)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What is shown."""
        return self._chips

    def show(self, chips: Iterable[Chip]) -> None:
        """Show other chips."""
        new = tuple(chips)
        if new != self._chips:
            self._chips = new
            self.refresh(layout=True)

    def render(self) -> VisualType:
        """Draw the lines."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the chips take."""
        return len(self._lines(width)) if self._chips else 0

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        line = Content("")
        for piece in (chip.content() for chip in self._chips):
            if line.cell_length and line.cell_length + piece.cell_length > max(width, 1):
                lines.append(line)
                line = Content("")
            line = line + piece
        return [*lines, line]
