"""The first screen: it stands while words, days and the store are loaded."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

_HOUSE = """\
         ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
        ╱                   ╲
       ╱     PRAKSISHUS      ╲
      ╱▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁╲
       │  ┌─┬─┐  ┌─┬─┐  ┌───┐│
       │  │▒│▒│  │░│░│  │   ││
       │  └─┴─┘  └─┴─┘  │  ·││
  ▁▁▁▁▁│▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁│▁▁▁│┤▁▁▁▁▁"""


def house() -> Content:
    """Return the house, with a light in one of its windows."""
    drawn = Content(_HOUSE).stylize("$primary")
    for at, character in enumerate(_HOUSE):
        if character == "▒":
            drawn = drawn.stylize("bold $secondary", at, at + 1)
    name = _HOUSE.index("PRAKSISHUS")
    return drawn.stylize("bold $foreground", name, name + len("PRAKSISHUS"))


class LoadingScreen(Screen[None]):
    """A house and nothing more: it needs no word in any language, so it is there at once."""

    DEFAULT_CSS = """
    LoadingScreen { align: center middle; }
    LoadingScreen Static { width: auto; height: auto; }
    """

    def __init__(self, enter: Callable[[], None]) -> None:
        super().__init__()
        self._enter = enter

    def compose(self) -> ComposeResult:
        """Draw the house."""
        yield Static(house())

    def on_mount(self) -> None:
        """Load the rest once this has been painted."""
        self.call_after_refresh(self._inside)

    def _inside(self) -> None:
        self._enter()
