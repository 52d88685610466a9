"""Statement cards to work with: sentence, readings, and the student's verdict and placing."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.casework.actions.debriefing import ContestStatement, PlaceStatement
from simulator.core.texts import Teller
from simulator.core.untrusted import clean
from simulator.debrief.sections.statements import as_said, readings
from simulator.debrief.student_side import PLACES, VERDICTS
from simulator.tui.content import shown
from simulator.tui.debrief.blocks import Blocks
from simulator.tui.debrief.book import Book
from simulator.tui.debrief.paragraphs import Card, paragraph
from simulator.tui.debrief.part import Part
from simulator.tui.debrief.pick import Pick
from simulator.tui.writing import OwnLine

LONGEST_REMARK = 400


class Cards(Part):
    """The first statements by time of day, each with buttons to contest and to place it."""

    DEFAULT_CSS = """
    Cards { margin-bottom: 1; }
    Cards Card:last-of-type { margin-bottom: 0; }
    """

    def compose(self) -> ComposeResult:
        """Show the cards."""
        say, cards, context = self.say, self.book.state.cards, self.book.context(self.say)
        word = "debrief-screens.cards.how" if cards else "export.said.none"
        yield paragraph(say(word), "muted")
        for number, statement in enumerate(cards):
            blocks = Blocks(self.book, context, f"card-{number}")
            told = as_said(context, statement), readings(context, statement.indicator)
            rule = paragraph(say(self.book.debrief.rule_name(statement.indicator)), "rule")
            yield Card(rule, *blocks.draw(told), Verdict(statement.id, number, self.book, say))


class Verdict(Part):
    """Whether a statement fits, where it is placed on its value, and a remark."""

    DEFAULT_CSS = """
    Verdict { margin-top: 1; }
    """

    def __init__(self, statement: str, number: int, book: Book, say: Teller) -> None:
        super().__init__(book, say)
        self.statement, self._number = statement, number

    def compose(self) -> ComposeResult:
        """Show the student's verdict, placing and remark so far."""
        say, student = self.say, self.book.state.student
        for question, kind, names, opinions in (
            ("fits", "verdict", VERDICTS, student.contested),
            ("place", "place", PLACES, student.placed),
        ):
            yield Pick(
                say(f"debrief-screens.cards.{question}"),
                [(name, say(f"debrief.{kind}.{name}")) for name in names],
                opinions[self.statement].what if self.statement in opinions else "",
                id=f"{kind}-{self._number}",
            )
        yield Static(shown(say("debrief-screens.cards.remark")), classes="muted")
        text = self.draft(self.statement) or self._remark
        yield OwnLine(text, longest=LONGEST_REMARK, id=f"remark-{self._number}")

    @property
    def _remark(self) -> str:
        """The remark that was sent last."""
        verdict = self.book.state.student.contested.get(self.statement)
        return self.book.debriefing.words(verdict.words) if verdict else ""

    def on_pick_picked(self, event: Pick.Picked) -> None:
        """Send the verdict or the placing that was picked to the debrief."""
        event.stop()
        if (event.pick.id or "").startswith("place"):
            self.tell(PlaceStatement(self.statement, event.value))
        else:
            if not event.value:  # what was said is taken back, the remark with it
                self.query_one(Input).value = ""
            self._contest(event.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is half written."""
        event.stop()
        if event.value != self._remark:
            self.keep_draft(self.statement, event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Send the remark."""
        event.stop()
        self._remarked()

    def on_descendant_blur(self) -> None:
        """Send the remark, if it differs from the one before."""
        self._remarked()

    def _remarked(self) -> None:
        """Send the remark with the verdict picked; without one, it counts as "needs explaining"."""
        text = clean(self.query_one(Input).value).strip()
        if text == self._remark:
            return
        pick = self.query_one(f"#verdict-{self._number}", Pick)
        if not pick.picked:
            pick.show("explain")
        self._contest(pick.picked)

    def _contest(self, verdict: str) -> None:
        """Send the verdict to the debrief, with the remark in the field."""
        words = clean(self.query_one(Input).value).strip()
        self.tell(ContestStatement(self.statement, verdict, words), self.statement)
