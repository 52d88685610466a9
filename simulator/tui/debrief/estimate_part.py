"""Estimate before reveal: three figures guessed at, then held beside what the log has."""

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widgets import Button, Input, Static

from simulator.casework.actions.debriefing import GiveEstimate
from simulator.debrief.estimates import ESTIMATES
from simulator.debrief.sections.day import estimates
from simulator.tui.content import shown
from simulator.tui.debrief.blocks import Blocks
from simulator.tui.debrief.paragraphs import paragraph
from simulator.tui.debrief.part import Part
from simulator.tui.writing import OwnLine

DIGITS = 4


class Estimate(Part):
    """Three fields for figures. The log is not shown before they are given or passed over."""

    DEFAULT_CSS = """
    Estimate Input { width: 14; margin-bottom: 1; }
    Estimate .digits { width: auto; margin: 1; color: $text-muted; }
    Estimate Button { margin-right: 2; }
    """

    def compose(self) -> ComposeResult:
        """Ask for the guesses, or hold them beside the log."""
        say = self.say
        yield paragraph(say("debrief.estimate.how"), "muted")
        if self.book.state.student.guesses is not None:
            context = self.book.context(say)
            yield from Blocks(self.book, context, "figure").draw(estimates(context))
            return
        for what in ESTIMATES:
            yield Static(shown(say(f"debrief.estimate.{what}")), classes="asks")
            with HorizontalGroup():
                yield OwnLine(longest=DIGITS, digits=True, id=f"guess-{what}")
                yield Static(shown(say("debrief-screens.guess.digits")), classes="digits")
        with HorizontalGroup():
            yield Button(shown(say("debrief-screens.guess.give")), id="guesses-give")
            yield Button(shown(say("debrief-screens.guess.pass")), id="guesses-pass")

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
        self.tell(GiveEstimate({} if passed else guesses))
