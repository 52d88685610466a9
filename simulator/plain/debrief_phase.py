"""One phase of a debrief in lines: its pictures, its forms and its questions, by number."""

from collections.abc import Callable, Mapping

from simulator.core.texts import Phrase
from simulator.debrief.holding import Holding
from simulator.debrief.phases import INTENTION_IN, Phase, Sheet
from simulator.export.blocks import Section
from simulator.export.paper import Paper
from simulator.export.sections import day, truth
from simulator.plain.console import Console
from simulator.plain.debrief_bench import Bench
from simulator.plain.debrief_cards import Cards
from simulator.plain.debrief_forms import Forms
from simulator.plain.debrief_pictures import (
    say_figures,
    say_ladders,
    say_map,
    say_profile,
    say_time,
)
from simulator.plain.menus import choose
from simulator.plain.reading_out import say_section

NEXT = "next"


class PhaseTalk:
    """The phase a debrief is in, on a console."""

    def __init__(
        self, held: Holding, console: Console, forms: Forms, paper: Callable[[], Paper]
    ) -> None:
        """``paper`` lays out what the parts that are sections of a document are written from."""
        self.held, self.console, self.forms, self.paper = held, console, forms, paper
        self.cards = Cards(held, console, forms)
        self._parts: Mapping[Sheet, Callable[[], object]] = {
            "estimate": self._estimate,
            "timeline": lambda: self._section(day.section),
            "map": lambda: say_map(console, held.debrief),
            "truth": lambda: self._section(truth.section),
            "workbench": lambda: Bench(held.debrief, console).talk(),
            "ladder": lambda: say_ladders(console, held.debrief),
            "time": lambda: say_time(console, held.debrief),
            "move": forms.move,
            "cards": lambda: self.cards.talk(held.talk.cards),
            "profile": lambda: say_profile(console, held),
            "statements": lambda: self.cards.talk(held.debrief.statements),
            "glossary": forms.word,
            "message": forms.message,
        }

    def talk(self) -> bool:
        """Hold the phase begun last; return whether one goes on to the next."""
        phase = self.held.talk.phase
        assert phase is not None
        self._head(phase)
        parts, asks = phase.parts, self.held.talk.asks(phase)
        last = self.held.talk.next_phase is None
        rest = () if last else (NEXT,)

        def show() -> None:
            self.console.line()
            words = [self.console.text(f"debrief.part.{one}") for one in parts]
            next_ = [self.console.text("debrief-plain.next") for _ in rest]
            self.console.number((*words, *map(self.forms.asked, asks), *next_))

        while chosen := choose(
            self.console,
            (*parts, *asks, *rest),
            show=show,
            prompt="debrief-plain.prompt.phase",
            more="debrief-plain.help.phase",
            again=True,
        ):
            if chosen == NEXT:
                return True
            self._take(chosen)
        return False

    def _head(self, phase: Phase) -> None:
        phases = self.held.talk.phases
        self.console.line()
        self.console.say(
            "debrief.phase-line",
            place=phases.index(phase) + 1,
            of=len(phases),
            phase=Phrase(f"debrief.phase.{phase.id}.name"),
            budget=Phrase("debrief.budget", {"n": phase.minutes}),
        )
        self.console.say(self.held.talk.how(phase))
        if phase.id == INTENTION_IN and (words := self.held.intention):
            self.console.say("debrief.intention", words=words)

    def _take(self, chosen: str) -> None:
        """Show a part, once the guesses have been made; or let a question be answered."""
        part = next((one for one in self._parts if one == chosen), None)
        if part is None:
            self.forms.answer(chosen)
        elif self.forms.estimate():
            self._parts[part]()

    def _estimate(self) -> None:
        say_figures(self.console, self.held)

    def _section(self, make: Callable[[Paper], Section]) -> None:
        say_section(self.console, make(self.paper()))
