"""Dialogs that say something and ask at most one thing: to read on, to wait, to go home."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.casework.commands import Offer
from simulator.casework.form import Answers
from simulator.store.problems import StoreProblem
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
        yield Flow([self.chip("go", "tui.problem.on", first=True)], id="doing")

    def action_go(self) -> None:
        """Go on."""
        self.dismiss(None)


class ProblemScreen(NoticeScreen):
    """Says what storage could not do. Nothing that was acknowledged is lost."""

    def __init__(self, problem: StoreProblem) -> None:
        super().__init__("tui.problem.title", ())
        self.problem = problem

    def body(self) -> ComposeResult:
        """Yield the problem in words, and that the day so far is kept."""
        word = f"store.{self.problem.code}"
        known = word if self.say.knows(word) else "store.failed"
        yield Static(shown(self.say(known, **self.problem.arguments)), classes="question")
        if self.house.session is not None:
            yield Static(shown(self.say("tui.problem.kept")), classes="muted gap")

    def action_go(self) -> None:
        """Go on: read the session again where another window has written."""
        super().action_go()
        if self.problem.code == "elsewhere":
            self.house.read_again()


class WaitingScreen(HouseDialog[None]):
    """Says that another program writes; it closes by itself, or the command is left."""

    NAMED = "tui.waiting.title"
    ABOVE = ("back",)

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave

    def body(self) -> ComposeResult:
        """Yield what is waited for."""
        yield Static(shown(self.say("tui.waiting.busy")), classes="question")

    def foot(self) -> ComposeResult:
        """Yield the key that gives the command up."""
        yield Flow([self.chip("back", "tui.waiting.stop")], id="doing")

    def on_unmount(self) -> None:
        """Give the command up if the program is left."""
        self._leave()

    def action_back(self) -> None:
        """Give the command up; if it was stored in the meantime it stays."""
        self._leave()


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
        waiting = view.unanswered
        running = view.going_on_alone
        yield Static(shown(say("tui.home.enough")), classes="question")
        yield Static(shown(say("tui.home.waiting", n=waiting) if waiting else say("tui.home.none")))
        if running:
            yield Static(shown(say("tui.home.running", n=running)))
        yield Static(shown(say("tui.home.after")), classes="muted gap")

    def foot(self) -> ComposeResult:
        """Yield the keys to go and to stay."""
        say = self.say
        go = Chip("Enter/^S", say("key.go_home"), "screen.go", first=True)
        yield Flow([go, self.chip("back", "tui.home.stay")], id="doing")

    def action_go(self) -> None:
        """Go home."""
        self.dismiss({})

    def action_do(self) -> None:
        """Go home; every dialog is sent by the same key."""
        self.action_go()
