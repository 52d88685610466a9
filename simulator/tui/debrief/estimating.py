"""Estimate before reveal: three figures guessed at, then held beside what the log has."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from simulator.casework.actions.debriefing import GiveEstimate
from simulator.core.texts import Teller
from simulator.debrief.estimates import ESTIMATES
from simulator.debrief.sections.day import estimates
from simulator.tui.content import shown
from simulator.tui.debrief.blocks import Blocks
from simulator.tui.debrief.saying import Book, paragraph
from simulator.tui.debrief.saying_to import SaidTo
from simulator.tui.writing import OwnLine

DIGITS = 4


class Guesses(VerticalGroup):
    """Three fields for figures. The log is not shown before they are given or passed over."""

    DEFAULT_CSS = """
    Guesses { height: auto; max-width: 110; }
    Guesses Input { width: 14; margin-bottom: 1; }
    Guesses HorizontalGroup { height: auto; }
    Guesses .digits { width: auto; margin: 1; color: $text-muted; }
    Guesses Button { margin-right: 2; }
    """

    def __init__(self, say: Teller) -> None:
        super().__init__()
        self._say = say

    def compose(self) -> ComposeResult:
        """Ask for each figure."""
        for what in ESTIMATES:
            yield Static(shown(self._say(f"debrief.estimate.{what}")), classes="asks")
            with HorizontalGroup():
                yield OwnLine(longest=DIGITS, digits=True, id=f"guess-{what}")
                yield Static(shown(self._say("debrief-screens.guess.digits")), classes="digits")
        with HorizontalGroup():
            yield Button(shown(self._say("debrief-screens.guess.give")), id="guesses-give")
            yield Button(shown(self._say("debrief-screens.guess.pass")), id="guesses-pass")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Send the guesses, or that none are made."""
        event.stop()
        self._give(passed=event.button.id == "guesses-pass")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field; from the last, send the guesses."""
        event.stop()
        if event.input.id == f"guess-{ESTIMATES[-1]}":
            self._give()
        else:
            self.screen.focus_next()

    def _give(self, *, passed: bool = False) -> None:
        written = {what: self.query_one(f"#guess-{what}", Input).value for what in ESTIMATES}
        guesses = {what: int(text) for what, text in written.items() if text.isdigit()}
        self.post_message(SaidTo(GiveEstimate({} if passed else guesses)))


def estimate_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Ask for the guesses, or hold them beside the log."""
    state = book.reading.debriefing.state
    yield paragraph(say("debrief.estimate.how"), "muted")
    if state.student.guesses is None:
        yield Guesses(say)
        return
    context = book.context(say)
    yield from Blocks(book, context, "figure").draw(estimates(context))
