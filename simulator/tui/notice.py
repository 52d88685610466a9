"""Something to be read before going on: a scenario that was refused, and why."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.tui.content import shown
from simulator.tui.house_screen import HouseDialog
from simulator.tui.key_bar import Chip, Flow


class NoticeScreen(HouseDialog[None]):
    """Lines that were said elsewhere, shown until they are read."""

    HAS = ("go", "back")
    ABOVE = ("go",)

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title, self._lines = title, tuple(lines)

    def heading(self) -> str:
        """Return the title of the dialog."""
        return self.say(self._title)

    def body(self) -> ComposeResult:
        """Yield the lines."""
        for line in self._lines[:60]:
            yield Static(shown(line), classes="question")

    def foot(self) -> ComposeResult:
        """Yield the key that goes on."""
        yield Flow([Chip("Enter", self.say("tui.problem.on"), "screen.go", first=True)], id="doing")

    def action_go(self) -> None:
        """Go on."""
        self.dismiss(None)
