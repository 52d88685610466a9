"""The landscape workbench: stop an arrow, repair one, change its rhythm, and look again.

Nothing is at stake here: the day stays as it was, and nothing of it is written down.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Static

from simulator.casework.form import Option
from simulator.core.texts import Phrase, Teller
from simulator.debrief.workbench import (
    MOST,
    TURNS,
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
from simulator.tui.debrief.picking import Pick
from simulator.tui.debrief.saying import Book, paragraph

if TYPE_CHECKING:
    from simulator.debrief.workbench import Again
    from simulator.landscape.integrations import Integration


def workbench_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Yield the arrows of the landscape, and what the day's look-ups would have shown."""
    yield paragraph(say("debrief.workbench.how"), "muted")
    yield Workbench(book, say)


class Workbench(VerticalGroup):
    """Arrows to change; below them the day's look-ups, made again with the changes."""

    DEFAULT_CSS = """
    Workbench { height: auto; max-width: 120; }
    Workbench Choices { height: auto; max-height: 10; }
    Workbench #again { margin-top: 1; height: auto; }
    """

    def __init__(self, book: Book, say: Teller) -> None:
        super().__init__()
        self._book, self._say = book, say

    def compose(self) -> ComposeResult:
        """Show the arrows, what can be changed about the chosen one, and the look-ups."""
        say, book = self._say, self._book
        arrows = book.reading.debrief.day.opening.landscape.integrations
        if not arrows:
            return
        book.arrow = book.arrow or arrows[0].id
        options = [Option(arrow.id, self._arrow(arrow)) for arrow in arrows]
        yield Choices(options, say, (book.arrow,), id="arrows")
        turns = [(turn, say(turn_phrase(turn))) for turn in TURNS]
        here = turn_of(book.changes.get(book.arrow))
        yield Pick(say("debrief-screens.workbench.turn"), turns, here, id="turn")
        yield Static(shown("\n".join(self._again()), lines=True), id="again", classes="said")

    def _arrow(self, arrow: "Integration") -> Phrase:
        day = self._book.reading.debrief.day
        return arrow_phrase(day, arrow, self._book.changes.get(arrow.id))

    async def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Choose another arrow."""
        event.stop()
        self._book.arrow = event.value
        await self._draw("#turn")

    async def on_pick_picked(self, event: Pick.Picked) -> None:
        """Change the chosen arrow, or set it back as it was."""
        event.stop()
        opening = self._book.reading.debrief.day.opening
        for arrow in opening.landscape.integrations:
            if arrow.id == self._book.arrow:
                self._book.changes = turned(self._book.changes, arrow, event.value, opening.date)
        await self._draw("#turn")

    async def _draw(self, focus: str) -> None:
        await self.recompose()
        self.query_one(focus).focus()

    def _again(self) -> Iterator[str]:
        say, evidence = self._say, self._book.reading.debrief.evidence
        if not self._book.changes:
            yield say("debrief.workbench.turn-one")
            return
        opening = evidence.day.opening
        landscape = changed_landscape(opening.landscape, self._book.changes.values())
        other = [look for look in look_again(evidence, landscape) if look.other]
        if not other:
            yield say("debrief.workbench.nothing-other")
        for look in other[:MOST]:
            yield from self._look_lines(look)
        if other[MOST:]:
            yield say("debrief.workbench.more", n=len(other) - MOST)

    def _look_lines(self, look: "Again") -> Iterator[str]:
        say, evidence = self._say, self._book.reading.debrief.evidence
        kind, case = say(f"debrief.workbench.{look.kind}"), say(evidence.case_name(look.case))
        yield f"{say(when(look.minute))} · {case} · {kind}"
        for field in look.fields:
            if field.other:
                yield f"   {say(field_phrase(evidence.day, field))}"
        if answer := answer_again(evidence, look):
            yield f"   {say(answer)}"
