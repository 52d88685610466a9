"""The landscape workbench: stop an arrow, repair one, change its rhythm, and look again.

Nothing is at stake here: the day stays as it was, and nothing of it is written down.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Static

from simulator.casework.phrasing import answer_phrase, fact_label, source_name, typed
from simulator.casework.views import Option
from simulator.core.clock import day_of
from simulator.core.facts import Value, split_path
from simulator.core.texts import Argument, Measure, Phrase, Teller
from simulator.debrief.workbench import RHYTHMS, Change, changed_landscape, look_again
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.evidence import when
from simulator.tui.debrief.picking import Pick
from simulator.tui.debrief.saying import Book, said

if TYPE_CHECKING:
    from simulator.debrief.workbench import Again, Field
    from simulator.landscape.integrations import Integration

A_WEEK = 7
MOST = 24
"""Looks told at once; the rest are counted."""


def workbench_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Give the arrows of the landscape, and what the day's looks would have shown."""
    yield said(say("debrief.workbench.how"), "muted")
    yield Workbench(book, say)


class Workbench(VerticalGroup):
    """Arrows to turn; below them the day's own looks, looked at again."""

    DEFAULT_CSS = """
    Workbench { height: auto; max-width: 120; }
    Workbench Choices { height: auto; max-height: 10; }
    Workbench #again { margin-top: 1; height: auto; }
    """

    def __init__(self, book: Book, say: Teller) -> None:
        super().__init__()
        self._book, self._say = book, say

    def compose(self) -> ComposeResult:
        """Show the arrows as they are now, what can be done to one, and the looks."""
        say, book = self._say, self._book
        arrows = book.reading.debrief.day.opening.landscape.integrations
        if not arrows:
            return
        book.arrow = book.arrow or arrows[0].id
        options = [Option(one.id, self._arrow(one)) for one in arrows]
        yield Choices(options, say, (book.arrow,), id="arrows")
        yield Pick(say("debrief-screens.workbench.turn"), self._turns(), self._turned(), id="turn")
        yield Static(shown("\n".join(self._again()), lines=True), id="again", classes="said")

    def _arrow(self, one: "Integration") -> Phrase:
        """Say an arrow as it stands: the change that was made, or how it was that day."""
        systems = self._book.reading.debrief.day.opening.landscape.systems
        change = self._book.changes.get(one.id)
        said: dict[str, Argument] = {
            "source": systems[one.source].name,
            "target": systems[one.target].name,
            "rhythm": _rhythm(change.every if change and change.every else one.every),
        }
        if change:
            return Phrase(f"debrief-screens.workbench.{change.turn}", said)
        if one.stops:
            stopped: dict[str, Argument] = {**said, "since": day_of(one.stops[0].begins)}
            return Phrase("debrief.workbench.arrow-stopped", stopped)
        return Phrase("debrief.workbench.arrow", said)

    def _turns(self) -> list[tuple[str, str]]:
        say = self._say
        named = [(turn, say(f"debrief-screens.workbench.do.{turn}")) for turn in ("stop", "repair")]
        return [*named, *((str(every), say(_rhythm(every))) for every in RHYTHMS)]

    def _turned(self) -> str:
        change = self._book.changes.get(self._book.arrow)
        if change is None:
            return ""
        return str(change.every) if change.turn == "every" else change.turn

    async def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Take another arrow in hand."""
        event.stop()
        self._book.arrow = event.value
        await self._draw("#turn")

    async def on_pick_picked(self, event: Pick.Picked) -> None:
        """Turn the arrow in hand, or set it back as it was."""
        event.stop()
        arrow, value = self._book.arrow, event.value
        if not value:
            self._book.changes.pop(arrow, None)
        elif value.isdigit():
            self._book.changes[arrow] = Change(arrow, "every", every=int(value))
        else:
            since = self._book.reading.debrief.day.opening.date - A_WEEK
            turn: dict[str, Change] = {
                "stop": Change(arrow, "stop", since=since),
                "repair": Change(arrow, "repair"),
            }
            self._book.changes[arrow] = turn[value]
        await self._draw("#turn")

    async def _draw(self, focus: str) -> None:
        await self.recompose()
        self.query_one(focus).focus()

    def _again(self) -> Iterator[str]:
        say, evidence = self._say, self._book.reading.debrief.evidence
        if not self._book.changes:
            yield say("debrief-screens.workbench.turn-one")
            return
        opening = evidence.day.opening
        landscape = changed_landscape(opening.landscape, self._book.changes.values())
        other = [one for one in look_again(evidence, landscape) if one.other]
        if not other:
            yield say("debrief.workbench.nothing-other")
        for one in other[:MOST]:
            yield from self._one(one)
        if other[MOST:]:
            yield say("debrief-screens.workbench.more", n=len(other) - MOST)

    def _one(self, one: "Again") -> Iterator[str]:
        say, evidence = self._say, self._book.reading.debrief.evidence
        kind, case = say(f"debrief.workbench.{one.kind}"), say(evidence.case_name(one.case))
        yield f"{when(one.minute, say)} · {case} · {kind}"
        for field in one.fields:
            if field.other:
                yield f"   {say(self._field(field))}"
        if one.answered != one.would_answer:
            kind_of = evidence.day.case_type(evidence.day.cases[one.case])
            answers = {
                "answered": answer_phrase(kind_of, one.answered),
                "would": answer_phrase(kind_of, one.would_answer),
            }
            yield f"   {say(Phrase('debrief.workbench.answer', answers))}"

    def _field(self, one: "Field") -> Phrase:
        day = self._book.reading.debrief.day
        return Phrase(
            "debrief.workbench.field",
            {
                "fact": fact_label(day, one.path),
                "source": source_name(day, one.source),
                "showed": self._value(one.path, one.showed),
                "would": self._value(one.path, one.would),
                "truth": self._value(one.path, one.truth),
            },
        )

    def _value(self, path: str, value: Value | None) -> Measure | Phrase:
        day = self._book.reading.debrief.day
        if value is None:
            return Phrase("state.missing")
        return typed(day, day.opening.facts[split_path(path)[1]], value)


def _rhythm(every: int) -> Phrase:
    known = every in RHYTHMS
    return Phrase(
        f"debrief.workbench.rhythm-{every}" if known else "debrief.workbench.rhythm", {"n": every}
    )
