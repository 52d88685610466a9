"""What leaves the room: a word for the shared glossary, and the message to the IT department."""

from collections.abc import Iterator, Mapping

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from simulator.casework.actions.debriefing import AddWord
from simulator.core.texts import Teller
from simulator.core.untrusted import clean
from simulator.debrief.phases import GLOSSARY, MESSAGE
from simulator.tui.content import shown
from simulator.tui.debrief.asking import Question
from simulator.tui.debrief.keeping import draft_field, draft_of, keep_draft
from simulator.tui.debrief.saying import Book, Card, pair, paragraph
from simulator.tui.debrief.saying_to import SaidTo
from simulator.tui.writing import OwnLine

LONGEST = {"word": 60}
A_LINE = 300


def glossary_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Yield the words that were put in the glossary, and the form for one more."""
    yield paragraph(say("debrief-screens.glossary.how"), "muted")
    for entry in book.reading.debriefing.state.student.glossary:
        yield Card(*_entry(book, say, entry))
    yield Entry(say)


def _entry(book: Book, say: Teller, entry: Mapping[str, int]) -> Iterator[Widget]:
    words = {name: book.reading.debriefing.words(number) for name, number in entry.items()}
    yield paragraph(words.get("word", ""), "rule")
    for name in GLOSSARY[1:]:
        if words.get(name):
            yield pair(say, f"debrief.glossary.{name}", words[name])


class Entry(VerticalGroup):
    """A word, what each side hears in it, and what to ask."""

    DEFAULT_CSS = """
    Entry { height: auto; max-width: 110; }
    """

    def __init__(self, say: Teller) -> None:
        super().__init__()
        self._say = say

    def compose(self) -> ComposeResult:
        """Ask for each."""
        for name in GLOSSARY:
            yield Static(shown(self._say(f"debrief.glossary.{name}")), classes="asks")
            text, longest = draft_of(self, _field(name)), LONGEST.get(name, A_LINE)
            yield OwnLine(text, longest=longest, id=f"glossary-{name}")
        yield Button(shown(self._say("debrief-screens.glossary.do")), id="glossary-do")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is half written."""
        event.stop()
        field = _field((event.input.id or "").removeprefix("glossary-"))
        if event.value != draft_of(self, field):
            keep_draft(self, field, event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.screen.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Put the word in the glossary, once there is one."""
        event.stop()
        own = {
            name: clean(self.query_one(f"#glossary-{name}", Input).value).strip()
            for name in GLOSSARY
        }
        if own["word"]:
            command = AddWord({k: text for k, text in own.items() if text})
            self.post_message(SaidTo(command, *map(_field, GLOSSARY)))
        else:
            self.query_one("#glossary-word").focus()


def _field(name: str) -> str:
    return draft_field(f"glossary.{name}")


def message_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Yield the fields of a message that an IT department can act on."""
    yield paragraph(say("debrief-screens.message.how"), "muted")
    for field in MESSAGE:
        yield Question(field, book.reading.debriefing, say)
