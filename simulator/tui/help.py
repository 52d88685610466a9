"""Help about the screen in front: what it is for, and every key that works on it."""

from collections.abc import Collection

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from simulator.tui.content import shown, stacked
from simulator.tui.house_screen import ALWAYS, HouseDialog, HouseScreen
from simulator.tui.keys import TABLE, Key
from simulator.tui.screens import name_of
from simulator.tui.systems.drawn import Drawn

KEY, APART = 10, 2
"""Cells for a key, and between it and what it does."""


class HelpScreen(HouseDialog[None]):
    """Made of the table of keys and a few words for each screen."""

    NAMED = "key.help"
    HAS = ("back", "scroll")

    def __init__(self, about: HouseScreen[object]) -> None:
        super().__init__()
        self.about = about

    def idle_keys(self) -> Collection[str]:
        """Return the key of help itself."""
        return ("help",)

    def body(self) -> ComposeResult:
        """Yield how keys are written, the words about the screen, its keys, and how to press."""
        yield Static(shown(self.say("tui.help.ctrl")), classes="muted")
        word = f"tui.help.{name_of(self.about)}"
        if self.say.knows(word):
            yield Static(shown(self.say(word), lines=True), classes="help-line")
        yield Drawn(self._keys)
        yield Static(shown(self.say("tui.help.mouse"), lines=True), classes="muted gap")

    def _keys(self, width: int) -> Content:
        """Return every key with what it does; one drawing, since forty rows of widgets are slow."""
        lines: list[Content] = []
        for id_ in (*self.about.HAS, *(id_ for id_ in ALWAYS if id_ not in self.about.HAS)):
            pressed = shown(f"{_pressed(TABLE[id_]):>{KEY}}", "bold $primary")
            first, *rest = shown(self._about(id_)).wrap(max(KEY, width - KEY - APART))
            lines.append(pressed + shown(" " * APART) + first)
            lines += [shown(" " * (KEY + APART)) + line for line in rest]
        return stacked(*lines)

    def _about(self, id_: str) -> str:
        if own := self.about.own_label(id_):
            return own
        word = f"key-help.{id_}"
        return self.say(word if self.say.knows(word) else f"key.{id_}")


def _pressed(key: Key) -> str:
    """Return how a key is shown; if another is for while text is written, both."""
    if key.while_writing and key.while_writing != key.shown:
        return f"{key.shown} / {key.while_writing}"
    return key.shown
