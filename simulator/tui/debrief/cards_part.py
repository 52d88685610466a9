"""Statement cards to work with: sentence, readings, and the student's verdict and placing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.casework.actions.debriefing import ContestStatement, PlaceStatement
from simulator.core.texts import Teller
from simulator.core.untrusted import clean
from simulator.debrief.context import Context
from simulator.debrief.sections.statements import as_said, readings
from simulator.debrief.student_side import PLACES, VERDICTS
from simulator.tui.content import shown
from simulator.tui.debrief.blocks import Blocks
from simulator.tui.debrief.keeping import draft_field, draft_of, keep_draft
from simulator.tui.debrief.picking import Pick
from simulator.tui.debrief.saying import Book, Card, paragraph
from simulator.tui.debrief.saying_to import SaidTo
from simulator.tui.writing import OwnLine

if TYPE_CHECKING:
    from simulator.debrief.debrief_session import DebriefSession
    from simulator.debrief.statements import Statement

LONGEST_REMARK = 400


def cards_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Yield the first statements by time of day, each with buttons to contest and to place it."""
    cards, context = book.reading.debriefing.state.cards, book.context(say)
    yield paragraph(say("debrief-screens.cards.how" if cards else "export.said.none"), "muted")
    for number, statement in enumerate(cards):
        yield Card(*_parts(book, context, number, statement))


def _parts(book: Book, context: Context, number: int, statement: "Statement") -> Iterator[Widget]:
    blocks = Blocks(book, context, f"card-{number}")
    say = context.writer.teller
    yield paragraph(say(book.reading.debrief.rule_name(statement.indicator)), "rule")
    yield from blocks.draw((as_said(context, statement), readings(context, statement.indicator)))
    yield Verdict(statement.id, number, book.reading.debriefing, say)


class Verdict(VerticalGroup):
    """Whether a statement fits, where it is placed on its value, and a remark."""

    DEFAULT_CSS = """
    Verdict { height: auto; margin-top: 1; }
    """

    def __init__(
        self, statement: str, number: int, debriefing: "DebriefSession", say: Teller
    ) -> None:
        super().__init__()
        self.statement, self._number = statement, number
        self._debriefing, self._say = debriefing, say

    def compose(self) -> ComposeResult:
        """Show the student's verdict, placing and remark so far."""
        say, student = self._say, self._debriefing.state.student
        verdict, placed = student.contested.get(self.statement), student.placed.get(self.statement)
        yield Pick(
            say("debrief-screens.cards.fits"),
            [(name, say(f"debrief.verdict.{name}")) for name in VERDICTS],
            verdict.what if verdict else "",
            id=f"verdict-{self._number}",
        )
        yield Pick(
            say("debrief-screens.cards.place"),
            [(name, say(f"debrief.place.{name}")) for name in PLACES],
            placed.what if placed else "",
            id=f"place-{self._number}",
        )
        yield Static(shown(say("debrief-screens.cards.remark")), classes="muted")
        text = draft_of(self, draft_field(self.statement)) or self._remark()
        yield OwnLine(text, longest=LONGEST_REMARK, id=f"remark-{self._number}")

    def _remark(self) -> str:
        verdict = self._debriefing.state.student.contested.get(self.statement)
        return self._debriefing.words(verdict.words) if verdict else ""

    def on_pick_picked(self, event: Pick.Picked) -> None:
        """Send the verdict or the placing that was picked to the debrief."""
        event.stop()
        if (event.pick.id or "").startswith("place"):
            self.post_message(SaidTo(PlaceStatement(self.statement, event.value)))
        else:
            if not event.value:  # what was said is taken back, the remark with it
                self.query_one(Input).value = ""
            self._contest(event.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is half written."""
        event.stop()
        field = draft_field(self.statement)
        if event.value not in (self._remark(), draft_of(self, field)):
            keep_draft(self, field, event.value)

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
        if text == self._remark():
            return
        pick = self.query_one(f"#verdict-{self._number}", Pick)
        if not pick.picked:
            pick.show("explain")
        self._contest(pick.picked)

    def _contest(self, verdict: str) -> None:
        """Send the verdict to the debrief, with the remark in the field."""
        words = clean(self.query_one(Input).value).strip()
        command = ContestStatement(self.statement, verdict, words)
        self.post_message(SaidTo(command, draft_field(self.statement)))
