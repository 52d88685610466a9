"""The notice that stands while a command waits for another program that writes."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.tui.content import shown
from simulator.tui.house_screen import HouseDialog
from simulator.tui.key_bar import Chip, Flow


class WaitingScreen(HouseDialog[None]):
    """Says that another program writes; it closes by itself, or the command is left."""

    ABOVE = ("back",)

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave

    def heading(self) -> str:
        """Return the title of the dialog."""
        return self.say("tui.waiting.title")

    def body(self) -> ComposeResult:
        """Yield what is waited for."""
        yield Static(shown(self.say("tui.waiting.busy")), classes="question")

    def foot(self) -> ComposeResult:
        """Yield the key that gives the command up."""
        yield Flow([Chip("Esc", self.say("tui.waiting.stop"), "screen.back")], id="doing")

    def on_unmount(self) -> None:
        """Give the command up if the program is left."""
        self._leave()

    def action_back(self) -> None:
        """Give the command up; if it was stored in the meantime it stays."""
        self._leave()
