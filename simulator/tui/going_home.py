"""Going home: one question, a kind word, and what is left as it is."""

from typing import Any

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.casework.commands import Offer
from simulator.casework.form import Answers
from simulator.tui.content import shown
from simulator.tui.house_screen import HouseDialog
from simulator.tui.key_bar import Chip, Flow


class GoingHome(HouseDialog[Answers | None]):
    """Asks once. Staying is one key, going is another."""

    HAS = ("go", "do", "back")
    ABOVE = ("go", "do", "back")

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.offer = offer

    def heading(self) -> str:
        """Return the offer's own label."""
        return self.say(self.offer.label)

    def body(self) -> ComposeResult:
        """Yield a kind word and what still waits."""
        view, say = self.view, self.say
        waiting = sum(item.state != "away" for item in view.inbox)
        running = sum(dial.level == 4 for dial in view.dials)
        yield Static(shown(say("tui.home.enough")), classes="question")
        yield Static(shown(say("tui.home.waiting", n=waiting) if waiting else say("tui.home.none")))
        if running:
            yield Static(shown(say("tui.home.running", n=running)))
        yield Static(shown(say("tui.home.after")), classes="muted gap")

    def foot(self) -> ComposeResult:
        """Yield the keys to go and to stay."""
        say = self.say
        go = Chip("Enter/^S", say("key.go_home"), "screen.go", first=True)
        stay = Chip("Esc", say("tui.home.stay"), "screen.back")
        yield Flow([go, stay], id="doing")

    def action_go(self) -> None:
        """Go home."""
        self.dismiss({})

    def action_do(self) -> None:
        """Go home; every dialog is sent by the same key."""
        self.action_go()

    def action_back(self) -> Any:
        """Stay."""
        self.dismiss(None)
