"""The ladder of one case at a time, from a list; and a step moved up or down for tomorrow."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from simulator.casework.actions.debriefing import MoveStep
from simulator.casework.form import Option
from simulator.core.texts import Teller
from simulator.core.untrusted import clean
from simulator.debrief.sections.decided import ladder as ladder_of
from simulator.debrief.sections.decided import no_ladder
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.blocks import Blocks
from simulator.tui.debrief.keeping import draft_field, draft_of, keep_draft
from simulator.tui.debrief.picking import Pick
from simulator.tui.debrief.saying import Book, paragraph
from simulator.tui.debrief.saying_to import SaidTo
from simulator.tui.writing import OwnLine


def ladder_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Yield the ladder, one case at a time, with the event behind each step."""
    if book.reading.debrief.ladders:
        yield Ladders(book, say)
    else:
        context = book.context(say)
        yield from Blocks(book, context, "ladder").draw([no_ladder(context)])


class Ladders(VerticalGroup):
    """The cases in which something was done, and the ladder of the one in front."""

    DEFAULT_CSS = """
    Ladders { height: auto; }
    Ladders Choices { max-height: 8; max-width: 110; height: auto; margin-bottom: 1; }
    """

    def __init__(self, book: Book, say: Teller) -> None:
        super().__init__()
        self._book, self._say = book, say
        self._ladders = {ladder.case: ladder for ladder in book.reading.debrief.ladders}

    @property
    def _case(self) -> str:
        return self._book.case if self._book.case in self._ladders else next(iter(self._ladders))

    def compose(self) -> ComposeResult:
        """Show the list where there is more than one, then the ladder."""
        say, case = self._say, self._case
        if len(self._ladders) > 1:
            options = [Option(ladder.case, ladder.name) for ladder in self._ladders.values()]
            yield Choices(options, say, (case,), id="ladders")
        context = self._book.context(say)
        blocks = Blocks(self._book, context, f"ladder-{case}")
        yield from blocks.draw(ladder_of(context, self._ladders[case]))

    async def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Show another case."""
        event.stop()
        self._book.case = event.value
        await self.recompose()
        self.query_one("#ladders").focus()


def move_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Yield the steps that were moved, and the form for moving one more."""
    yield paragraph(say("debrief-screens.move.how"), "muted")
    state = book.reading.debriefing.state
    for move in state.student.moved:
        words = book.reading.debriefing.words(move.words)
        yield paragraph(f"{say(state.debrief.moved(move))} {words}".rstrip(), "moved")
    yield Moving(book, say)


class Moving(VerticalGroup):
    """A form: which step, to which level, and what must then be in place."""

    DEFAULT_CSS = """
    Moving { height: auto; max-width: 110; }
    Moving Choices { max-height: 8; height: auto; }
    """

    def __init__(self, book: Book, say: Teller) -> None:
        super().__init__()
        self._book, self._say = book, say
        self._chosen = ""

    def compose(self) -> ComposeResult:
        """Ask for the step, the level and the words."""
        say, evidence = self._say, self._book.reading.debrief.evidence
        steps = [
            Option(f"{kind.id}/{function}", evidence.step_name(kind.id, function))
            for kind in evidence.day.opening.case_types.values()
            for function in kind.order
        ]
        yield Choices(steps, say, id="moving-step")
        levels = [(str(level), say(f"level.{level}")) for level in range(5)]
        yield Pick(say("debrief-screens.move.to"), levels, id="moving-level")
        yield Static(shown(say("debrief-screens.move.place")), classes="asks")
        yield OwnLine(draft_of(self, self._field), longest=400, id="moving-words")
        yield Button(shown(say("debrief-screens.move.do")), id="moving-do")

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Choose a step, and fill in what was half written about it."""
        event.stop()
        before, self._chosen = self._chosen, event.value
        event.choices.show((event.value,))
        written, kept = self.query_one(Input), draft_of(self, self._field)
        if kept or before:
            written.value = kept
        elif written.value:  # it was begun before the step was chosen
            keep_draft(self, self._field, written.value)

    @property
    def _field(self) -> str:
        step = self._chosen.replace("/", ".")
        return draft_field(f"moved.{step}" if step else "moved")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is half written."""
        event.stop()
        if event.value != draft_of(self, self._field):
            keep_draft(self, self._field, event.value)

    def on_pick_picked(self, event: Pick.Picked) -> None:
        """Keep the level in the form; nothing is sent yet."""
        event.stop()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Move the step, once both are chosen."""
        event.stop()
        case_type, _, function = self._chosen.partition("/")
        level = self.query_one(Pick).picked
        if not function:
            self.query_one("#moving-step").focus()
        elif not level:
            self.query_one("#moving-level").focus()
        else:
            words = clean(self.query_one(Input).value).strip()
            command = MoveStep(case_type, function, int(level), words)
            self.post_message(SaidTo(command, self._field, draft_field("moved")))
