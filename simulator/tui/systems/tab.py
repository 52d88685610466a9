"""A page of a system that can be opened, as one pressable piece."""

from dataclasses import dataclass

from textual.content import Content
from textual.style import Style

from simulator.tui.content import shown
from simulator.tui.key_bar import Chip


@dataclass(frozen=True)
class Tab(Chip):
    """A page that can be opened. It takes its colours from the paper under it."""

    open: bool = False
    """Whether it is the page on the screen."""
    sign: str = ""

    def content(self, number: int, hovered: bool) -> Content:
        """Return it as one pressable piece."""
        label = f"{self.key} {self.label}"
        how = "bold underline" if self.open else "bold" if self.possible else "dim"
        parts = (shown(f"{self.sign} "), shown(label, how), "  ")
        piece = Content.assemble(*parts).stylize(Style.from_meta({"chip": number}))
        return piece.stylize("reverse") if hovered else piece
