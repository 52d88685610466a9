"""Statement cards: read, contested and placed one at a time."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.casework.actions.debriefing import ContestStatement, PlaceStatement
from simulator.core.texts import Phrase
from simulator.debrief.holding import Holding
from simulator.debrief.part import PLACES, VERDICTS
from simulator.debrief.sections.statements import as_said, own, readings
from simulator.debrief.statements import Statement
from simulator.debrief.writer import when
from simulator.plain.console import Console
from simulator.plain.debrief_forms import Forms
from simulator.plain.menus import choose
from simulator.plain.reading_out import say_blocks

FIT, PLACE, EVENTS = "fit", "place", "events"


class Cards:
    """The statements of a debrief on a console."""

    def __init__(self, held: Holding, console: Console, forms: Forms) -> None:
        self.held, self.console, self.forms = held, console, forms

    def talk(self, statements: Sequence[Statement]) -> None:
        """Let statements be taken up, one after another, until that is enough."""
        if not statements:
            self.console.say("export.said.none")
            return
        by_id = {one.id: one for one in statements}

        def show() -> None:
            self.console.say("debrief-plain.cards")
            self.console.number(map(self._line, statements))

        while (chosen := choose(self.console, tuple(by_id), show=show)) is not None:
            self._card(by_id[chosen])

    def _line(self, one: Statement) -> str:
        name = self.held.debrief.texts[one.indicator].name
        placed = self.held.talk.part.placed.get(one.id)
        return self.console.text(
            "debrief-plain.card",
            code=one.indicator,
            name=name,
            case=self.held.debrief.evidence.case_name(one.case),
            when=when(one.minute),
            place=Phrase(f"debrief.place.{placed.what if placed else 'unplaced'}"),
        )

    def _card(self, one: Statement) -> None:
        def show() -> None:
            self._say(one)
            words = ("debrief-plain.fit", "debrief-plain.place", "debrief-plain.events")
            self.console.number(map(self.console.text, words))

        while (chosen := choose(self.console, (FIT, PLACE, EVENTS), show=show)) is not None:
            if chosen == FIT:
                self._answer(one, "verdict", VERDICTS, "debrief-plain.why-fit", ContestStatement)
            elif chosen == PLACE:
                self._answer(one, "place", PLACES, "debrief-plain.why-place", PlaceStatement)
            else:
                self._events(one)

    def _say(self, one: Statement) -> None:
        context = self.held.context(self.console.teller)
        card = replace(as_said(context, one), own=own(context, one))
        self.console.line()
        self.console.say(self.held.debrief.rule_name(one.indicator))
        say_blocks(self.console, (card, readings(context, one.indicator)))

    def _events(self, one: Statement) -> None:
        """Say the events behind a statement, as they were told on the day."""
        context = self.held.context(self.console.teller)
        for number in one.events:
            at = when(self.held.debrief.evidence.event(number).minute)
            what = context.told(number) or Phrase("debrief.unsaid")
            self.console.say("plain.event", n=number, when=at, what=what)

    def _answer(
        self,
        one: Statement,
        word: str,
        options: Sequence[str],
        why: str,
        command: type[ContestStatement] | type[PlaceStatement],
    ) -> None:
        """Let something be said of a statement with the reason for it, or be taken back."""
        found, field = self._chosen(word, options), f"debrief.{one.id}"
        if found is None:
            return
        words = self.forms.words(field, Phrase(why), "") if found else ""
        if words is not None:
            self.forms.said(command(one.id, found, words), field)

    def _chosen(self, word: str, options: Sequence[str]) -> str | None:
        """Return what is chosen of some options; the last one takes back what was said."""

        def show() -> None:
            self.console.say(f"debrief-plain.ask-{word}")
            lines = [self.console.text(f"debrief.{word}.{option}") for option in options]
            self.console.number((*lines, self.console.text("debrief-plain.take-back")))

        chosen = choose(self.console, (*options, "back"), show=show)
        return "" if chosen == "back" else chosen
