"""A question with a field to answer in. What is half written is kept; leaving the field says it."""

from textual.app import ComposeResult
from textual.widgets import Static, TextArea

from simulator.casework.actions.debriefing import WriteAnswer
from simulator.core.texts import Teller
from simulator.core.untrusted import clean
from simulator.tui.content import shown
from simulator.tui.debrief.book import Book
from simulator.tui.debrief.part import Part
from simulator.tui.writing import OwnWords


class Question(Part):
    """One question, and the student's own answer: optional, short, and kept apart from the log."""

    DEFAULT_CSS = """
    Question { max-width: 110; margin-bottom: 1; }
    Question OwnWords { height: 4; }
    """

    def __init__(self, asked: str, book: Book, say: Teller) -> None:
        super().__init__(book, say)
        self.asked = asked

    def compose(self) -> ComposeResult:
        """Put the question, and what was answered or half written."""
        yield Static(shown(self.say(self.book.state.question(self.asked))), classes="asks")
        text = self.draft(self.asked) or self.book.debriefing.answer(self.asked)
        yield OwnWords(text, id=f"answer-{self.asked.replace('.', '-')}")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is half written."""
        event.stop()
        if event.text_area.text != self.book.debriefing.answer(self.asked):
            self.keep_draft(self.asked, event.text_area.text)

    def on_descendant_blur(self) -> None:
        """Send what was written to the debrief, if it differs from the answer it has."""
        text = clean(self.query_one(OwnWords).text, lines=True).strip()
        if text != self.book.debriefing.answer(self.asked):
            self.tell(WriteAnswer(self.asked, text), self.asked)
