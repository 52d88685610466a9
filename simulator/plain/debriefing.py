"""The debrief in plain text: its phases, its sections read out, its events and its export."""

from functools import cache
from pathlib import Path

from simulator.casework.actions.debriefing import BeginPhase, ChooseRoute
from simulator.casework.events import Event
from simulator.casework.telling import tell
from simulator.core.texts import Language, Phrase
from simulator.debrief.blocks import Section
from simulator.debrief.citing import unseen
from simulator.debrief.context import Context, context_of
from simulator.debrief.debrief_session import DebriefSession
from simulator.debrief.phases import ROUTES
from simulator.debrief.sections.front import notices_here
from simulator.debrief.writer import when
from simulator.export.document import head, written
from simulator.export.taking_out import Along, brought_up, debrief_of, imprint
from simulator.plain.console import Act, Console
from simulator.plain.debrief_forms import Forms
from simulator.plain.debrief_phase import PhaseTalk
from simulator.plain.export_menu import ExportMenu
from simulator.plain.menus import choose, listing
from simulator.plain.reading_out import say_section
from simulator.store.problems import StoreProblem
from simulator.store.session import Session

ROUTE = "route"


class Debriefing:
    """The debrief of a session on a console."""

    def __init__(self, session: Session, console: Console, folder: Path) -> None:
        self.session, self.console = session, console
        self.debriefing = DebriefSession(session, debrief_of(session))
        self.forms = Forms(self.debriefing, console)
        self._rest: dict[str, tuple[str, Act]] = {
            "parts": ("debrief-plain.parts", self._sections),
            "all": ("plain.debrief.all", lambda: self.read_all(words=True)),
            "event": ("plain.debrief.event", self._event),
            "take-out": ("plain.debrief.out", ExportMenu(session, console, folder).run),
            ROUTE: ("debrief-plain.other-route", self._route),
        }
        """What can be done beside the phases: its word, and the doing."""

    def run(self) -> None:
        """Hold the debrief until somebody goes back from its menu.

        Raises ``InputEnded`` if somebody stops or there is no more to read.
        """
        language = self.console.switch_language
        self.console.asides = {"l": lambda: self.session.speak(language()), "q": self.console.stop}
        self._head(self._context())
        self._begin()
        begun = self.debriefing.state.student.route is not None
        if self.session.day.ended and not (begun or self._route()):
            return
        while (chosen := self._choose()) is not None:
            try:
                self._take(chosen)
            except StoreProblem as problem:
                self.console.say_problem(problem, self.debriefing.refresh)

    def read_all(self, *, words: bool = False) -> None:
        """Say the whole debrief; with ``words`` also what the student wrote."""
        context = self._context(words=words)
        self._head(context)
        for section in written(context).sections:
            say_section(self.console, section)

    def _begin(self) -> None:
        try:
            self.debriefing.begin()
        except StoreProblem as problem:
            self.console.say_problem(problem, self.debriefing.refresh)

    def _route(self) -> bool:
        """Ask for a route, and return whether one was chosen."""
        names = [self._named_route(route) for route in ROUTES]
        show = listing(self.console, "debrief-plain.which-route", names)
        chosen = choose(self.console, ROUTES, show=show)
        if chosen is None:
            return False
        self.debriefing.say(ChooseRoute(chosen))
        return True

    def _named_route(self, route: str) -> Phrase:
        name, how = Phrase(f"debrief.route.{route}.name"), Phrase(f"debrief.route.{route}.how")
        return Phrase("debrief-plain.route", {"name": name, "how": how})

    def _choose(self) -> str | None:
        phases = [phase.id for phase in self.debriefing.state.phases]
        rest = [entry for entry in self._rest if phases or entry != ROUTE]
        words = [Phrase(self._rest[entry][0]) for entry in rest]
        show = listing(self.console, "", [*map(self._named_phase, range(len(phases))), *words])
        return choose(
            self.console,
            [*phases, *rest],
            show=show,
            prompt="plain.prompt.debrief",
            more="debrief-plain.help.menu",
            also={"": show},
        )

    def _named_phase(self, place: int) -> Phrase:
        state = self.debriefing.state
        phase = state.phases[place]
        begun = "begun" if phase.id in state.student.begun else "phase"
        budget = Phrase("debrief.budget", {"n": phase.minutes})
        name = Phrase(f"debrief.phase.{phase.id}.name")
        return Phrase(f"debrief-plain.{begun}", {"phase": name, "budget": budget})

    def _take(self, chosen: str) -> None:
        if chosen not in self._rest:
            self._phase(chosen)
        elif chosen == ROUTE or self._may_look():
            _, act = self._rest[chosen]
            act()

    def _may_look(self) -> bool:
        """Ask for the student's guesses once the day has ended; return whether they are made."""
        return not self.session.day.ended or self.forms.estimate()

    def _phase(self, chosen: str | None) -> None:
        """Hold a phase, and the phases after it as long as somebody goes on to the next."""
        while chosen is not None:
            self.debriefing.say(BeginPhase(chosen))
            goes_on = PhaseTalk(self.debriefing, self.console, self.forms).run()
            following = self.debriefing.state.next_phase if goes_on else None
            chosen = following.id if following else None

    def _sections(self) -> None:
        """Read out the sections of the document that are asked for by number."""

        @cache
        def sections(language: Language) -> tuple[Section, ...]:
            return written(self._context()).sections

        def show() -> None:
            self.console.line()
            self.console.number(section.title for section in sections(self.console.language))

        numbers = [f"part-{n}" for n in range(len(sections(self.console.language)))]
        while (chosen := choose(self.console, numbers, show=show)) is not None:
            say_section(self.console, sections(self.console.language)[numbers.index(chosen)])

    def _context(self, *, words: bool = True) -> Context:
        by = imprint(self.session, Along(words=words and self.session.day.words > 0))
        debrief = brought_up(self.debriefing.debrief, self.session.events)
        return context_of(debrief, self.console.teller, by)

    def _head(self, context: Context) -> None:
        above = head(context)
        for line in (above.title, above.subtitle, *notices_here(context)):
            self.console.line(line)

    def _event(self) -> None:
        """Tell the events that are asked for by number, as they were told on the day."""
        events, words = self.session.events, ("plain.prompt.event", "plain.help.event")
        last = len(events) - 1
        while typed := self.console.ask(lambda: None, *words, last=last):
            if typed.isdecimal() and len(typed) < 9 and int(typed) <= last:
                self._say_event(events[int(typed)])
            else:
                self.console.say("plain.wrong.event", last=last)

    def _say_event(self, event: Event) -> None:
        sentence = self.debriefing.context(self.console.teller).told(event.seq)
        what = sentence or tell(self.session.day, event) or self._of_unseen(event)
        self.console.say("plain.event", n=event.seq, when=when(event.minute), what=what)

    def _of_unseen(self, event: Event) -> Phrase:
        """Return the words for an event unseen in play; a kind may have none of its own."""
        phrase = unseen(self.session.day, event)
        return phrase if self.console.teller.knows(str(phrase.text)) else Phrase("plain.noted")
