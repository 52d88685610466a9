"""The ladder of one case at a time, from a list; and a step moved up or down for tomorrow."""

from textual.app import ComposeResult
from textual.widgets import Button, Input, Static

from simulator.casework.actions.debriefing import MoveStep
from simulator.casework.case_types import Function, step_id
from simulator.casework.form import Option
from simulator.core.untrusted import clean
from simulator.debrief.sections.decided import ladder, no_ladder
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.blocks import Blocks
from simulator.tui.debrief.paragraphs import paragraph
from simulator.tui.debrief.part import Part
from simulator.tui.debrief.pick import Pick
from simulator.tui.writing import OwnLine


class Ladders(Part):
    """The cases in which something was done, and the ladder of the one in front."""

    DEFAULT_CSS = """
    Ladders Choices { max-height: 8; max-width: 110; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        """Show the list where there is more than one, then the ladder."""
        context = self.book.context(self.say)
        ladders = {by_case.case: by_case for by_case in self.book.debrief.ladders}
        if not ladders:
            yield from Blocks(self.book, context, "ladder").draw([no_ladder(context)])
            return
        case = self.book.case if self.book.case in ladders else next(iter(ladders))
        if len(ladders) > 1:
            options = [Option(case_id, by_case.name) for case_id, by_case in ladders.items()]
            yield Choices(options, self.say, (case,), id="ladders")
        yield from Blocks(self.book, context, f"ladder-{case}").draw(ladder(context, ladders[case]))

    async def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Show another case."""
        event.stop()
        self.book.case = event.value
        await self.recompose()
        self.query_one("#ladders").focus()


class Move(Part):
    """The steps that were moved, and a form: which step, to which level, what must be in place."""

    DEFAULT_CSS = """
    Move Choices { max-height: 8; max-width: 110; }
    """

    _chosen: tuple[str, Function] | None = None
    """The type of case and the step that is to be moved."""

    def compose(self) -> ComposeResult:
        """Ask for the step, the level and the words."""
        say, evidence, state = self.say, self.book.debrief.evidence, self.book.state
        yield paragraph(say("debrief-screens.move.how"), "muted")
        for move in state.student.moved:
            words = self.book.debriefing.words(move.words)
            yield paragraph(f"{say(state.debrief.moved(move))} {words}".rstrip(), "moved")
        steps = [
            Option((kind.id, function), evidence.step_name(kind.id, function))
            for kind in evidence.day.opening.case_types.values()
            for function in kind.order
        ]
        yield Choices(steps, say, id="moving-step")
        levels = [(str(level), say(f"level.{level}")) for level in range(5)]
        yield Pick(say("debrief-screens.move.to"), levels, id="moving-level")
        yield Static(shown(say("debrief-screens.move.place")), classes="asks")
        yield OwnLine(self.draft(self._field), longest=400, id="moving-words")
        yield Button(shown(say("debrief-screens.move.do")), id="moving-do")

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Choose a step, and fill in what was half written about it."""
        event.stop()
        before, self._chosen = self._chosen, event.value
        event.choices.show((event.value,))
        written, kept = self.query_one(Input), self.draft(self._field)
        if kept or before:
            written.value = kept
        elif written.value:  # it was begun before the step was chosen
            self.keep_draft(self._field, written.value)

    @property
    def _field(self) -> str:
        return f"moved.{step_id(*self._chosen)}" if self._chosen else "moved"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is half written."""
        event.stop()
        self.keep_draft(self._field, event.value)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Move the step, once both are chosen."""
        event.stop()
        level = self.query_one(Pick).picked
        if not self._chosen:
            self.query_one("#moving-step").focus()
        elif not level:
            self.query_one("#moving-level").focus()
        else:
            words = clean(self.query_one(Input).value).strip()
            self.tell(MoveStep(*self._chosen, int(level), words), self._field, "moved")
