"""A picture made of characters, drawn anew for the width there is."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.visual import VisualType
from textual.widget import Widget

Draw = Callable[[int], Content]
"""Draws for a width in cells."""


class Drawn(Widget):
    """Shows what a function draws for the width of the moment; as high as the drawing is."""

    DEFAULT_CSS = """
    Drawn { height: auto; width: 1fr; }
    """

    def __init__(self, draw: Draw, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._draw = draw

    def render(self) -> VisualType:
        """Draw it."""
        return self._draw(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the drawing has, long lines folded."""
        return sum(max(1, len(line.wrap(width))) for line in self._draw(width).split("\n"))
