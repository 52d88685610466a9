"""What leaves the room: a word for the shared glossary, and the message to the IT department."""

from textual.app import ComposeResult
from textual.widgets import Button, Input, Static

from simulator.casework.actions.debriefing import AddWord
from simulator.core.untrusted import clean
from simulator.debrief.phases import GLOSSARY, MESSAGE
from simulator.tui.content import shown
from simulator.tui.debrief.paragraphs import Card, pair, paragraph
from simulator.tui.debrief.part import Part
from simulator.tui.debrief.question import Question
from simulator.tui.writing import OwnLine

LONGEST = {"word": 60}
A_LINE = 300


class Glossary(Part):
    """The words that were put in the glossary, and the form for one more."""

    def compose(self) -> ComposeResult:
        """Show each word with what was written about it."""
        yield paragraph(self.say("debrief-screens.glossary.how"), "muted")
        for entry in self.book.state.student.glossary:
            words = {name: self.book.debriefing.words(number) for name, number in entry.items()}
            about = (
                pair(self.say, f"debrief.glossary.{name}", words[name])
                for name in GLOSSARY[1:]
                if words.get(name)
            )
            yield Card(paragraph(words.get("word", ""), "rule"), *about)
        yield Entry(self.book, self.say)


class Entry(Part):
    """A word, what each side hears in it, and what to ask."""

    def compose(self) -> ComposeResult:
        """Ask for each."""
        for name in GLOSSARY:
            yield Static(shown(self.say(f"debrief.glossary.{name}")), classes="asks")
            text, longest = self.draft(f"glossary.{name}"), LONGEST.get(name, A_LINE)
            yield OwnLine(text, longest=longest, id=f"glossary-{name}")
        yield Button(shown(self.say("debrief-screens.glossary.do")), id="glossary-do")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is half written."""
        event.stop()
        self.keep_draft((event.input.id or "").replace("-", "."), event.value)

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
            self.tell(command, *(f"glossary.{name}" for name in GLOSSARY))
        else:
            self.query_one("#glossary-word").focus()


class MessageToIT(Part):
    """The fields of a message that an IT department can act on."""

    DEFAULT_CSS = """
    MessageToIT { margin-bottom: 1; }
    MessageToIT Question:last-of-type { margin-bottom: 0; }
    """

    def compose(self) -> ComposeResult:
        """Ask for each field."""
        yield paragraph(self.say("debrief-screens.message.how"), "muted")
        for field in MESSAGE:
            yield Question(field, self.book, self.say)
