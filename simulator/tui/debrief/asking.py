"""A question with a field to answer in. What is half written is kept; leaving the field says it."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widgets import Static, TextArea

from simulator.casework.actions.debriefing import WriteAnswer
from simulator.core.texts import Teller
from simulator.core.untrusted import clean
from simulator.tui.content import shown
from simulator.tui.debrief.keeping import draft_field, draft_of, keep_draft
from simulator.tui.debrief.saying_to import SaidTo
from simulator.tui.writing import OwnWords

if TYPE_CHECKING:
    from simulator.debrief.debrief_session import DebriefSession


class Question(VerticalGroup):
    """One question, and the student's own answer: optional, short, and kept apart from the log."""

    DEFAULT_CSS = """
    Question { height: auto; max-width: 110; margin-bottom: 1; }
    Question OwnWords { height: 4; }
    """

    def __init__(self, asked: str, debriefing: "DebriefSession", say: Teller) -> None:
        super().__init__()
        self.asked, self._debriefing, self._say = asked, debriefing, say

    def compose(self) -> ComposeResult:
        """Put the question, and what was answered or half written."""
        yield Static(shown(self._asks()), classes="asks")
        text = draft_of(self, draft_field(self.asked))
        yield OwnWords(
            text or self._debriefing.answer(self.asked), id=f"answer-{_slug(self.asked)}"
        )

    def _asks(self) -> str:
        return self._say(self._debriefing.state.question(self.asked))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is half written."""
        event.stop()
        text = event.text_area.text
        if text != self._debriefing.answer(self.asked):
            keep_draft(self, draft_field(self.asked), text)

    def on_descendant_blur(self) -> None:
        """Send what was written to the debrief, if it differs from the answer it has."""
        text = clean(self.query_one(OwnWords).text, lines=True).strip()
        if text != self._debriefing.answer(self.asked):
            self.post_message(SaidTo(WriteAnswer(self.asked, text), draft_field(self.asked)))


def _slug(asked: str) -> str:
    return asked.replace(".", "-")
