"""Help about the screen in front: what it is for, and every key that works on it."""

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.tui.base import ALWAYS, HouseDialog, HouseScreen
from simulator.tui.content import shown
from simulator.tui.keys import TABLE


class HelpScreen(HouseDialog[None]):
    """Made of the table of keys and a few words for each screen."""

    HAS = ("back",)

    def __init__(self, about: HouseScreen[object]) -> None:
        super().__init__()
        self.about = about

    def heading(self) -> str:
        """Return what it is about."""
        return self.say("key.help")

    def body(self) -> ComposeResult:
        """Yield the words about the screen, then its keys, then how to press anything."""
        word = f"tui.help.{type(self.about).__name__}"
        if self.say.knows(word):
            yield Static(shown(self.say(word), lines=True), classes="question")
        for id_ in (*self.about.HAS, *(one for one in ALWAYS if one not in self.about.HAS)):
            yield Static(self._line(id_))
        yield Static(shown(self.say("tui.help.mouse"), lines=True), classes="muted gap")

    def _line(self, id_: str) -> object:
        key, say = TABLE[id_], self.say
        word = f"key-help.{id_}"
        said = say(word) if say.knows(word) else say(f"key.{id_}")
        pressed = (
            f"{key.shown} / {key.while_writing}"
            if _another(key.shown, key.while_writing)
            else key.shown
        )
        return shown(f"{pressed:>10}  ", "bold $primary") + shown(said)


def _another(shown_: str, writing: str) -> bool:
    return bool(writing) and writing != shown_
