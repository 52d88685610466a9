"""Statement cards: read, contested and placed one at a time."""

from collections.abc import Sequence

from simulator.casework.actions.debriefing import ContestStatement, PlaceStatement
from simulator.core.texts import Phrase
from simulator.debrief.holding import Holding
from simulator.debrief.part import PLACES, VERDICTS
from simulator.debrief.statements import Statement
from simulator.export.pen import when, where
from simulator.plain.console import Console
from simulator.plain.debrief_forms import Forms
from simulator.plain.debrief_pictures import say_cited
from simulator.plain.menus import choose

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
                say_cited(self.console, self.held.debrief, one.events)

    def _say(self, one: Statement) -> None:
        say, texts = self.console.say, self.held.debrief.texts[one.indicator]
        value = Phrase(f"debrief.value.{texts.value}")
        self.console.line()
        say("debrief-plain.card-head", code=one.indicator, value=value, name=texts.name)
        say(where(self.held.debrief, one))
        say(self.held.debrief.sentence(one))
        for name in ("plus", "minus", "cannot_show", "ask"):
            label = Phrase(f"export.said.{name.replace('_', '-')}")
            say("plain.pair", name=label, said=getattr(texts, name))
        self._say_own(one)

    def _say_own(self, one: Statement) -> None:
        part = self.held.talk.part
        said = (("verdict", part.contested.get(one.id)), ("place", part.placed.get(one.id)))
        for word, found in said:
            if found:
                what, words = Phrase(f"debrief.{word}.{found.what}"), self.held.words(found.words)
                own = "own-words" if words else "own-plain"
                self.console.say(f"debrief-plain.{own}", what=what, words=words)

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
