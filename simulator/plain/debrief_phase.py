"""One phase of a debrief on a console: its pictures, forms and questions, chosen by number."""

from collections.abc import Callable, Iterable, Mapping

from simulator.core.texts import Phrase
from simulator.debrief.blocks import Block
from simulator.debrief.context import Context
from simulator.debrief.debrief_session import DebriefSession
from simulator.debrief.phases import INTENTION_IN, Phase, Sheet
from simulator.debrief.sections import day, decided
from simulator.debrief.sheets import SHEETS
from simulator.plain.console import Console
from simulator.plain.debrief_bench import Bench
from simulator.plain.debrief_cards import Cards
from simulator.plain.debrief_forms import Forms
from simulator.plain.menus import choose, listing
from simulator.plain.reading_out import say_blocks

NEXT = "next"


class PhaseTalk:
    """The present phase of a debrief on a console."""

    def __init__(self, debriefing: DebriefSession, console: Console, forms: Forms) -> None:
        self.debriefing, self.console, self.forms = debriefing, console, forms
        self.cards = Cards(debriefing, console, forms)
        self._forms: Mapping[Sheet, Callable[[], object]] = {
            "estimate": lambda: self._say(day.estimates(self._context)),
            "workbench": lambda: Bench(debriefing.debrief, console).run(),
            "ladder": self._ladders,
            "move": forms.move,
            "cards": lambda: self.cards.run(debriefing.state.cards),
            "statements": lambda: self.cards.run(debriefing.debrief.statements),
            "glossary": forms.word,
            "message": forms.message,
        }

    def run(self) -> bool:
        """Show the phase begun last; return whether the user goes on to the next one."""
        phase = self.debriefing.state.phase
        assert phase is not None
        self._head(phase)
        parts, asks = phase.parts, self.debriefing.state.asks(phase)
        last = self.debriefing.state.next_phase is None
        rest = () if last else (NEXT,)

        def show() -> None:
            self.console.line()
            words = [Phrase(f"debrief.part.{part}") for part in parts]
            next_ = [Phrase("debrief-plain.next") for _ in rest]
            lines = (*words, *map(self.forms.line, asks), *next_)
            self.console.number(map(self.console.text, lines))

        while chosen := choose(
            self.console,
            (*parts, *asks, *rest),
            show=show,
            prompt="debrief-plain.prompt.phase",
            more="debrief-plain.help.phase",
            also={"": show},
        ):
            if chosen == NEXT:
                return True
            self._take(chosen)
        return False

    def _head(self, phase: Phase) -> None:
        phases = self.debriefing.state.phases
        self.console.line()
        self.console.say(
            "debrief.phase-line",
            place=phases.index(phase) + 1,
            of=len(phases),
            phase=Phrase(f"debrief.phase.{phase.id}.name"),
            budget=Phrase("debrief.budget", {"n": phase.minutes}),
        )
        self.console.say(self.debriefing.state.how(phase))
        if phase.id == INTENTION_IN and (words := self.debriefing.intention):
            self.console.say("debrief.intention", words=words)

    def _take(self, chosen: str) -> None:
        """Show a picture or form once the guesses are given, or ask a question."""
        phase = self.debriefing.state.phase
        part = next((part for part in phase.parts if part == chosen), None) if phase else None
        if part is None:
            self.forms.answer(chosen)
        elif not self.forms.estimate():
            return
        elif part in self._forms:
            self._forms[part]()
        else:
            self._say(SHEETS[part](self._context))

    @property
    def _context(self) -> Context:
        return self.debriefing.context(self.console.teller)

    def _say(self, blocks: Iterable[Block]) -> None:
        say_blocks(self.console, blocks)

    def _ladders(self) -> None:
        """Print the ladders of the cases that are chosen, one after another."""
        ladders = {ladder.case: ladder for ladder in self.debriefing.debrief.ladders}
        names = [ladder.name for ladder in ladders.values()]
        show = listing(self.console, "debrief-plain.which-case", names)
        if not ladders:
            self._say([decided.no_ladder(self._context)])
        elif len(ladders) == 1:
            self._say(decided.ladder(self._context, *ladders.values()))
        else:
            while (case := choose(self.console, tuple(ladders), show=show)) is not None:
                self._say(decided.ladder(self._context, ladders[case]))
