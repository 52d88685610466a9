"""The threshold: what stands on the screen while words, shelf and store are fetched."""

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

HOUSE = r"""
        _______
       /       \__
      /   P R A   \
     /  K S I S    \
    /_______________\
     |  _   _    _ |
     | |_| |_|  | ||
     |__________|_||
"""


class Threshold(Screen[None]):
    """A house and nothing more: it needs no word in any language, so it is there at once."""

    DEFAULT_CSS = """
    Threshold { align: center middle; }
    Threshold Static { width: auto; height: auto; color: $primary; }
    """

    def compose(self) -> ComposeResult:
        """Draw the house."""
        yield Static(HOUSE.strip("\n"), markup=False)

    def on_mount(self) -> None:
        """Fetch the rest once this has been painted."""
        self.call_after_refresh(self._inside)

    def _inside(self) -> None:
        from simulator.tui.rooms import arrive

        arrive(self.app)  # type: ignore[arg-type] # there is one app
