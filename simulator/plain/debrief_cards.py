"""Statement cards on a console: read, contested and placed one at a time."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.casework.actions.debriefing import ContestStatement, PlaceStatement
from simulator.core.texts import Phrase
from simulator.debrief.debrief_session import DebriefSession
from simulator.debrief.sections.statements import as_said, own, readings
from simulator.debrief.statements import Statement
from simulator.debrief.student_side import PLACES, VERDICTS
from simulator.debrief.writer import when
from simulator.plain.console import Console
from simulator.plain.debrief_forms import Forms
from simulator.plain.menus import choose, listing
from simulator.plain.reading_out import say_blocks

ACTS = FIT, PLACE, EVENTS = ("fit", "place", "events")
"""What can be done with a statement: contest it, place it, see its events."""


class Cards:
    """The statements of a debrief on a console."""

    def __init__(self, debriefing: DebriefSession, console: Console, forms: Forms) -> None:
        self.debriefing, self.console, self.forms = debriefing, console, forms

    def run(self, statements: Sequence[Statement]) -> None:
        """Show the statements that are chosen, one after another, until none is chosen."""
        if not statements:
            self.console.say("export.said.none")
            return
        by_id = {statement.id: statement for statement in statements}

        def show() -> None:
            self.console.say("debrief-plain.cards")
            self.console.number(map(self._line, statements))

        while (chosen := choose(self.console, tuple(by_id), show=show)) is not None:
            self._card(by_id[chosen])

    def _line(self, statement: Statement) -> str:
        name = self.debriefing.debrief.texts[statement.indicator].name
        placed = self.debriefing.state.student.placed.get(statement.id)
        return self.console.text(
            "debrief-plain.card",
            code=statement.indicator,
            name=name,
            case=self.debriefing.debrief.evidence.case_name(statement.case),
            when=when(statement.minute),
            place=Phrase(f"debrief.place.{placed.what if placed else 'unplaced'}"),
        )

    def _card(self, statement: Statement) -> None:
        def show() -> None:
            self._say(statement)
            self.console.number(self.console.text(f"debrief-plain.{act}") for act in ACTS)

        while (chosen := choose(self.console, ACTS, show=show)) is not None:
            if chosen == FIT:
                self._answer(
                    statement, "verdict", VERDICTS, "debrief-plain.why-fit", ContestStatement
                )
            elif chosen == PLACE:
                self._answer(statement, "place", PLACES, "debrief-plain.why-place", PlaceStatement)
            else:
                self._events(statement)

    def _say(self, statement: Statement) -> None:
        context = self.debriefing.context(self.console.teller)
        card = replace(as_said(context, statement), own=own(context, statement))
        self.console.line()
        self.console.say(self.debriefing.debrief.rule_name(statement.indicator))
        say_blocks(self.console, (card, readings(context, statement.indicator)))

    def _events(self, statement: Statement) -> None:
        """Print the events behind a statement."""
        context = self.debriefing.context(self.console.teller)
        for number in statement.events:
            at = when(self.debriefing.debrief.evidence.event(number).minute)
            what = context.told(number) or Phrase("debrief.unsaid")
            self.console.say("plain.event", n=number, when=at, what=what)

    def _answer(
        self,
        statement: Statement,
        word: str,
        options: Sequence[str],
        why: str,
        command: type[ContestStatement] | type[PlaceStatement],
    ) -> None:
        """Ask for an opinion of a statement and the reason for it, or take the opinion back."""
        choice, field = self._chosen(word, options), f"debrief.{statement.id}"
        if choice is None:
            return
        words = self.forms.words(field, Phrase(why), "") if choice else ""
        if words is not None:
            self.forms.said(command(statement.id, choice, words), field)

    def _chosen(self, word: str, options: Sequence[str]) -> str | None:
        """Ask for one of some options; ``""`` to take an opinion back, ``None`` for no choice."""
        labels = [*(f"debrief.{word}.{option}" for option in options), "debrief-plain.take-back"]
        show = listing(self.console, f"debrief-plain.ask-{word}", labels)
        chosen = choose(self.console, (*options, "back"), show=show)
        return "" if chosen == "back" else chosen
