"""Playing a session from where it was left: briefing, desk, evening, debrief."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from simulator.casework.actions.day import GoHome, MarkMoment
from simulator.casework.commands import Offer
from simulator.casework.form import Answers
from simulator.casework.seeing import DeskView
from simulator.core.texts import Phrase
from simulator.plain.console import Act, Console, InputEnded
from simulator.plain.debriefing import Debriefing
from simulator.plain.desk import say_case, say_hour, say_inbox, say_levels
from simulator.plain.filling import fill
from simulator.plain.letter import Letter
from simulator.plain.menus import choose, listing
from simulator.plain.telling import say_events, say_journal
from simulator.store.drafting import Drafts
from simulator.store.problems import StoreProblem
from simulator.store.session import Session

GROUPS = ("call", "case", "look", "repair", "day", "technology")

Ending = Literal["ended", "stopped"]


def play(session: Session, console: Console, folder: Path) -> Ending:
    """Play a session to the end of its debrief, or until the input ends.

    Exports are written into ``folder``. Raises ``StoreProblem`` if the session cannot be stored;
    what has been told as done is stored by then.
    """
    try:
        _Play(session, console).on()
        Debriefing(session, console, folder).run()
    except InputEnded:
        console.say("plain.stopped")
        console.say("plain.go-on", session=session.id)
        return "stopped"
    console.say("plain.goodbye", session=session.id)
    return "ended"


class _Play:
    """A session on a console, until its day has ended."""

    def __init__(self, session: Session, console: Console) -> None:
        self.session, self.console = session, console
        self.drafts = Drafts(session)
        self.letter = Letter(console, session, self.drafts)
        console.asides = {
            "l": lambda: session.speak(console.switch_language()),
            "q": console.stop,
        }

    @property
    def view(self) -> DeskView:
        return self.session.view()

    def on(self) -> None:
        if not self.view.briefed:
            self._brief()
        while not self.view.ended:
            try:
                self._turn()
            except StoreProblem as problem:
                self.console.say_problem(problem, self.session.refresh)

    def _brief(self) -> None:
        view, console = self.view, self.console
        console.say(view.title)
        console.say("plain.where", where=view.municipality, day=view.date)
        console.say_all(view.briefing)
        for goal in view.goals:
            console.say("plain.goal", goal=goal)
        console.say("plain.morning")
        say_levels(console, view)

    def _turn(self) -> None:
        """Ask which offer to take, and take it."""
        view = self.view
        if view.offer(MarkMoment.name):  # from when the day begins
            self.console.asides["m"] = self._mark
        possible = [offer for offer in view.offers if not offer.refused]
        possible.sort(key=lambda offer: GROUPS.index(offer.group))
        offers = {offer.id: offer for offer in possible}
        chosen = choose(
            self.console,
            tuple(offers),
            show=lambda: self._menu(possible),
            prompt="plain.prompt.desk",
            more="plain.help.desk" if view.briefed else "plain.help.briefing",
            also=self._desk_asides(),
        )
        if chosen is not None:
            self._take(offers[chosen])

    def _menu(self, offers: Sequence[Offer]) -> None:
        console, view = self.console, self.view
        console.line()
        if view.briefed:
            say_hour(console, view)
        group = ""
        for number, offer in enumerate(offers, 1):
            if offer.group != group:
                group = offer.group
                console.say(f"plain.group.{group}")
            word = "plain.priced" if offer.minutes else "plain.free"
            priced = console.text(word, label=offer.label, minutes=offer.minutes)
            console.line(f"{number}. {priced}")
        console.say("plain.asides.desk" if view.briefed else "plain.asides.briefing")

    def _desk_asides(self) -> dict[str, Act]:
        if not self.view.briefed:
            return {"i": self._brief}
        return {
            "i": self._saying(say_inbox),
            "t": self._saying(say_levels),
            "j": lambda: say_journal(self.console, self.session),
            "s": self._saying(say_case),
            "c": self._saying(say_case),
            "n": self._refused,
        }

    def _saying(self, say: Callable[[Console, DeskView], None]) -> Act:
        return lambda: say(self.console, self.view)

    def _refused(self) -> None:
        """Say what cannot be done now and why; whoever tries one all the same is refused."""
        refused = {offer.id: offer for offer in self.view.offers if offer.refused}
        if not refused:
            self.console.say("plain.refused-none")
            return
        reasons = [
            Phrase("plain.refused-line", {"label": offer.label, "why": offer.refused})
            for offer in refused.values()
        ]
        show = listing(self.console, "plain.refused", reasons)
        chosen = choose(self.console, tuple(refused), show=show, prompt="plain.prompt.refused")
        if chosen is not None:
            self._do(refused[chosen], {})

    def _take(self, offer: Offer) -> None:
        if offer.id == GoHome.name and not self._sure():
            return
        answers = fill(self.console, offer, self.drafts, self.letter)
        if answers is not None:
            self._do(offer, answers)

    def _do(self, offer: Offer, answers: Answers) -> None:
        done = self.drafts.send(offer, offer.make(answers))
        say_events(self.console, self.session, done)

    def _sure(self) -> bool:
        view, console = self.view, self.console
        running = view.going_on_alone

        def show() -> None:
            console.say("plain.go-home", n=len(view.waiting))
            if running:
                console.say("plain.go-home-running", n=running)
            console.number((console.text("offer.go_home"), console.text("plain.stay")))

        return choose(console, ("yes", "no"), show=show) == "yes"

    def _mark(self) -> None:
        del self.console.asides["m"]
        try:
            offer = self.view.offer(MarkMoment.name)
            if offer is None:
                self.console.say("plain.no-mark")
            else:
                self._take(offer)
        finally:
            self.console.asides["m"] = self._mark
