"""Playing a session from where it was left: briefing, desk, evening, debrief."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from simulator.casework.commands import Offer
from simulator.casework.form import Answers
from simulator.casework.seeing import DeskView
from simulator.plain.console import Act, Console, InputEnded
from simulator.plain.debriefing import Debriefing
from simulator.plain.desk import (
    say_case,
    say_hour,
    say_inbox,
    say_levels,
)
from simulator.plain.filling import fill
from simulator.plain.letter import Letter
from simulator.plain.menus import choose
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
        say_stopped(console, session)
        return "stopped"
    console.say("plain.goodbye", session=session.id)
    return "ended"


def say_stopped(console: Console, session: Session) -> None:
    """Say that everything is stored, and how to go on."""
    console.say("plain.stopped")
    console.say("plain.go-on", session=session.id)


class _Play:
    """A session on a console, until its day has ended."""

    def __init__(self, session: Session, console: Console) -> None:
        self.session, self.console = session, console
        self.drafts = Drafts(session)
        self.letter = Letter(console, session, self.drafts)
        console.asides = {"l": self._language, "m": self._mark, "q": self._stop}

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
                self._tell(problem)

    def _tell(self, problem: StoreProblem) -> None:
        """Say what the store could not do, so that it can be tried again.

        Raises the problem if nobody types: a script must not go on after it.
        """
        if not self.console.interactive:
            raise problem
        self.console.say(problem.phrase)
        if problem.code == "elsewhere":
            self.session.refresh()

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
        open_ = [offer for name in GROUPS for offer in self._group(name) if not offer.refused]
        chosen = choose(
            self.console,
            [offer.id for offer in open_],
            show=lambda: self._menu(open_),
            prompt="plain.prompt.desk",
            more="plain.help.desk",
            also=self._desk_asides(),
        )
        if chosen is not None:
            self._take(next(offer for offer in open_ if offer.id == chosen))

    def _group(self, name: str) -> Sequence[Offer]:
        return [offer for offer in self.view.offers if offer.group == name]

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
            console.line(f"{number}. {self._priced(offer)}")
        console.say("plain.asides.desk" if view.briefed else "plain.asides.briefing")

    def _priced(self, offer: Offer) -> str:
        word = "plain.priced" if offer.minutes else "plain.free"
        return self.console.text(word, label=offer.label, minutes=offer.minutes)

    def _desk_asides(self) -> dict[str, Act]:
        if not self.view.briefed:
            return {"i": self._brief}
        case, refused = self._saying(say_case), self._refused
        return {
            "i": self._saying(say_inbox),
            "t": self._saying(say_levels),
            "j": lambda: say_journal(self.console, self.session),
            **dict.fromkeys(("s", "c"), case),
            "n": refused,
        }

    def _saying(self, say: Callable[[Console, DeskView], None]) -> Act:
        return lambda: say(self.console, self.view)

    def _refused(self) -> None:
        """Say what cannot be done now and why; whoever tries one all the same is refused."""
        refused = [offer for offer in self.view.offers if offer.refused]

        def show() -> None:
            self.console.say("plain.refused" if refused else "plain.refused-none")
            self.console.number(self._reason(offer) for offer in refused)

        if not refused:
            show()
            return
        chosen = choose(
            self.console, [offer.id for offer in refused], show=show, prompt="plain.prompt.refused"
        )
        if chosen is not None:
            offer = next(offer for offer in refused if offer.id == chosen)
            self._do(offer, {})

    def _reason(self, offer: Offer) -> str:
        assert offer.refused is not None
        return self.console.text("plain.refused-line", label=offer.label, why=offer.refused)

    def _take(self, offer: Offer) -> None:
        if offer.id == "go_home" and not self._sure():
            return
        answers = fill(self.console, offer, self.drafts, self.letter)
        if answers is not None:
            self._do(offer, answers)

    def _do(self, offer: Offer, answers: Answers) -> None:
        done = self.drafts.send(offer, offer.make(answers))
        say_events(self.console, self.session, done)

    def _sure(self) -> bool:
        view, console = self.view, self.console
        waiting = sum(item.state != "away" for item in view.inbox)
        running = sum(dial.level == 4 for dial in view.dials)

        def show() -> None:
            console.say("plain.go-home", n=waiting)
            if running:
                console.say("plain.go-home-running", n=running)
            console.number((console.text("offer.go_home"), console.text("plain.stay")))

        return choose(console, ("yes", "no"), show=show) == "yes"

    def _language(self) -> None:
        self.session.speak(self.console.switch_language())

    def _mark(self) -> None:
        del self.console.asides["m"]
        try:
            offer = self.view.offer("mark_moment")
            if offer is None:
                self.console.say("plain.no-mark")
            else:
                self._take(offer)
        finally:
            self.console.asides["m"] = self._mark

    def _stop(self) -> None:
        raise InputEnded
