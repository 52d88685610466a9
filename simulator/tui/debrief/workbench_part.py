"""The landscape workbench: stop an arrow, repair one, change its rhythm, and look again.

Nothing is at stake here: the day stays as it was, and nothing of it is written down.
"""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.casework.form import Option
from simulator.debrief.workbench import (
    MOST,
    TURNS,
    Again,
    answer_again,
    arrow_phrase,
    changed_landscape,
    field_phrase,
    look_again,
    turn_of,
    turn_phrase,
    turned,
)
from simulator.debrief.writer import when
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.paragraphs import paragraph
from simulator.tui.debrief.part import Part
from simulator.tui.debrief.pick import Pick


class Workbench(Part):
    """Arrows to change; below them the day's look-ups, made again with the changes."""

    DEFAULT_CSS = """
    Workbench Choices { max-height: 10; max-width: 120; }
    Workbench #again { margin-top: 1; }
    """

    def compose(self) -> ComposeResult:
        """Show the arrows, what can be changed about the chosen one, and the look-ups."""
        say, book, day = self.say, self.book, self.book.debrief.day
        yield paragraph(say("debrief.workbench.how"), "muted")
        arrows = day.opening.landscape.integrations
        if not arrows:
            return
        book.arrow = book.arrow or arrows[0].id
        options = [
            Option(arrow.id, arrow_phrase(day, arrow, book.changes.get(arrow.id)))
            for arrow in arrows
        ]
        yield Choices(options, say, (book.arrow,), id="arrows")
        turns = [(turn, say(turn_phrase(turn))) for turn in TURNS]
        here = turn_of(book.changes.get(book.arrow))
        yield Pick(say("debrief-screens.workbench.turn"), turns, here, id="turn")
        yield Static(shown("\n".join(self._again()), lines=True), id="again", classes="said")

    async def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Choose another arrow."""
        event.stop()
        self.book.arrow = event.value
        await self._draw("#turn")

    async def on_pick_picked(self, event: Pick.Picked) -> None:
        """Change the chosen arrow, or set it back as it was."""
        event.stop()
        opening = self.book.debrief.day.opening
        for arrow in opening.landscape.integrations:
            if arrow.id == self.book.arrow:
                self.book.changes = turned(self.book.changes, arrow, event.value, opening.date)
        await self._draw("#turn")

    async def _draw(self, focus: str) -> None:
        await self.recompose()
        self.query_one(focus).focus()

    def _again(self) -> Iterator[str]:
        say, evidence = self.say, self.book.debrief.evidence
        if not self.book.changes:
            yield say("debrief.workbench.turn-one")
            return
        opening = evidence.day.opening
        landscape = changed_landscape(opening.landscape, self.book.changes.values())
        other = [look for look in look_again(evidence, landscape) if look.other]
        if not other:
            yield say("debrief.workbench.nothing-other")
        for look in other[:MOST]:
            yield from self._look_lines(look)
        if other[MOST:]:
            yield say("debrief.workbench.more", n=len(other) - MOST)

    def _look_lines(self, look: Again) -> Iterator[str]:
        say, evidence = self.say, self.book.debrief.evidence
        kind, case = say(f"debrief.workbench.{look.kind}"), say(evidence.case_name(look.case))
        yield f"{say(when(look.minute))} · {case} · {kind}"
        for field in look.fields:
            if field.other:
                yield f"   {say(field_phrase(evidence.day, field))}"
        if answer := answer_again(evidence, look):
            yield f"   {say(answer)}"
