"""The events behind a sentence: their numbers as buttons; opening one shows its line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.widgets import Button, Static

from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Phrase, Teller
from simulator.tui.content import shown

if TYPE_CHECKING:
    from simulator.debrief import Debrief
    from simulator.debrief.citing import CitedLine

ABREAST = 8
"""Event numbers beside each other."""


class EventNumbers(VerticalGroup):
    """Event numbers that can be opened and closed again."""

    DEFAULT_CSS = """
    EventNumbers HorizontalGroup { height: auto; }
    EventNumbers .name { width: auto; color: $text-muted; margin-right: 1; }
    EventNumbers Button.-open { text-style: bold underline; }
    EventNumbers .line { margin-left: 2; height: auto; }
    """

    def __init__(
        self, numbers: Sequence[int], lines: Mapping[int, str], say: Teller, opened: set[int]
    ) -> None:
        super().__init__()
        self._numbers, self._texts, self._say, self._opened = numbers, lines, say, opened

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
        for seq in self._numbers:
            if seq in self._opened:
                yield Static(shown(self._texts.get(seq, "")), classes="line")

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open an event, or close it."""
        event.stop()
        seq = int(event.button.name or "0")
        self._opened ^= {seq}
        await self.recompose()
        for button in self.query(Button):
            if button.name == str(seq):
                button.focus()


def event_lines(
    debrief: "Debrief", lines: "Mapping[int, CitedLine]", say: Teller
) -> dict[int, str]:
    """Return every event as a line: its number, when, of which case, what happened."""
    return {seq: " · ".join(_parts(debrief, one, say)) for seq, one in lines.items()}


def _parts(debrief: "Debrief", one: "CitedLine", say: Teller) -> Iterator[str]:
    yield str(one.event)
    yield when(one.minute, say)
    if one.case is not None:
        yield say(debrief.evidence.case_name(one.case))
    yield what(one, say, say("debrief-screens.unsaid"))


def what(one: "CitedLine", say: Teller, otherwise: str) -> str:
    """Return what happened as it was told, or ``otherwise`` where nothing is told of it."""
    known = not isinstance(one.what.text, str) or say.knows(one.what.text)
    return say(one.what) if known else otherwise


def when(minute: int, say: Teller) -> str:
    """Return a minute as it is said: the time, and how many days later it was."""
    later, at = divmod(minute, MINUTES_A_DAY)
    return say(Phrase("debrief.later" if later else "debrief.clock", {"n": later, "at": at}))
