"""The events behind a sentence: their numbers as buttons; opening one shows its line."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.widgets import Button, Static

from simulator.core.texts import Teller
from simulator.tui.content import shown

ABREAST = 8
"""How many event numbers stand on a line."""
A_FEW = 40
"""How many event numbers are shown; of the rest only their count."""


class EventNumbers(VerticalGroup):
    """Event numbers that can be opened and closed again."""

    DEFAULT_CSS = """
    EventNumbers .name { width: auto; color: $text-muted; margin-right: 1; }
    EventNumbers Button.-open { text-style: bold underline; }
    EventNumbers .line { margin-left: 2; }
    """

    def __init__(
        self, numbers: Sequence[int], line: Callable[[int], str], say: Teller, opened: set[int]
    ) -> None:
        """``line`` returns an event's text by its number; ``opened`` holds the open numbers."""
        super().__init__()
        self._numbers, self._more = numbers[:A_FEW], len(numbers[A_FEW:])
        self._line, self._say, self._opened = line, say, opened

    def compose(self) -> ComposeResult:
        """Show the numbers, and the lines of those that are open."""
        for start in range(0, len(self._numbers), ABREAST):
            with HorizontalGroup():
                if start == 0:
                    word = self._say("debrief-screens.events", n=len(self._numbers))
                    yield Static(shown(word), classes="name")
                for seq in self._numbers[start : start + ABREAST]:
                    sign = "▾" if seq in self._opened else "▸"
                    button = Button(shown(f"{sign} {seq}"), name=str(seq))
                    yield button.set_class(seq in self._opened, "-open")
        if self._more:
            word = self._say("debrief-screens.more", n=self._more)
            yield Static(shown(word), classes="name")
        for seq in self._numbers:
            if seq in self._opened:
                yield Static(shown(self._line(seq)), classes="line")

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open an event, or close it."""
        event.stop()
        seq = int(event.button.name or "0")
        self._opened ^= {seq}
        await self.recompose()
        for button in self.query(Button):
            if button.name == str(seq):
                button.focus()
