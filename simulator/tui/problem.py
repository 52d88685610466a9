"""A problem with storage, in words: what is wrong, what is kept, what to do."""

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.store.problems import StoreProblem
from simulator.tui.content import shown
from simulator.tui.house_screen import HouseDialog
from simulator.tui.key_bar import Chip, Flow


class ProblemScreen(HouseDialog[None]):
    """Says what storage could not do. Nothing that was acknowledged is lost."""

    HAS = ("go", "back")
    ABOVE = ("go",)

    def __init__(self, problem: StoreProblem) -> None:
        super().__init__()
        self.problem = problem

    def heading(self) -> str:
        """Return the title of the dialog."""
        return self.say("tui.problem.title")

    def body(self) -> ComposeResult:
        """Yield the problem in words, and that the day so far is kept."""
        word = f"store.{self.problem.code}"
        known = word if self.say.knows(word) else "store.failed"
        yield Static(shown(self.say(known, **self.problem.arguments)), classes="question")
        if self.house.session is not None:
            yield Static(shown(self.say("tui.problem.kept")), classes="muted gap")

    def foot(self) -> ComposeResult:
        """Yield the key that goes on."""
        yield Flow([Chip("Enter", self.say("tui.problem.on"), "screen.go", first=True)], id="doing")

    def action_go(self) -> None:
        """Go on: read the session again where another window has written."""
        self.dismiss(None)
        if self.problem.code == "elsewhere":
            self.house.read_again()
