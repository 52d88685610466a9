"""The house: one session and the screens on it, and what they may ask of the app they stand in.

It knows screens, not casework, and no screen has to import the app.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.screen import Screen

from simulator.core.texts import Language, Phrase, Teller
from simulator.tui._textual_hacks import WithoutTracebacks, know_styles
from simulator.tui.screens import FROM_THE_DESK, screen_class
from simulator.tui.session_source import SessionSource

if TYPE_CHECKING:  # the store and the day are read after the first screen stands
    from simulator.casework.events import Event
    from simulator.casework.seeing import DeskView
    from simulator.scenario.diagnostics import ScenarioRefused
    from simulator.store.problems import StoreProblem
    from simulator.store.session import Session
    from simulator.tui.drafts import HeldDrafts

AT_REST = 1
"""Seconds after which the screens that the desk leads to are loaded."""


class Room:
    """What the house asks of its screens; a screen that has no answer does nothing."""

    IS_PLACE: ClassVar[bool] = False
    """Whether it replaces all other screens; otherwise it lies over the one before it."""

    def calm(self) -> None:
        """Take away the word for what is being waited for, on a screen that shows one."""

    def day_changed(self) -> None:
        """Show the day as it has become."""

    def drafts_saved(self, saved: bool) -> None:
        """Show if what is half written could not be stored."""

    async def speak_again(self) -> None:
        """Go on in the language chosen now."""

    def show_keys(self) -> None:
        """Show the keys that work now."""


class House(WithoutTracebacks):
    """One session at a time, in one of two languages, and the screens that are open on it."""

    language: Language = "da"
    session: "Session | None" = None
    seed: int | None = None
    """What a day that is begun is drawn by; ``None`` for the day's own seed."""
    to_debrief = False
    """Whether an ended session opens at its debrief."""
    to_watch = False
    """Whether to watch only, even if no other program plays the session."""
    watching = False
    """Whether another program plays the session: then nothing can be done here."""
    drawn = (0, 0)
    """How many citizens are drawn and how many there will be, while a town is drawn."""
    latest: tuple[Phrase, ...] = ()
    """What happened by the last command, in words."""
    _seen: "tuple[int, DeskView] | None" = None
    _drafts: "HeldDrafts | None" = None

    def __init__(self, store: Path | None) -> None:
        super().__init__()
        self.session_source = SessionSource(store)
        self.bases: dict[tuple[str, str], str] = {}
        """The legal basis chosen last, by case and system that asks."""

    @property
    def teller(self) -> Teller:
        """The function that puts phrases into the language chosen now."""
        from simulator.scenario.words import teller

        return teller(self.language)

    @property
    def view(self) -> "DeskView":
        """The desk as it is now, made once for each state of the log."""
        assert self.session is not None
        length = len(self.session.events)
        if self._seen is None or self._seen[0] != length:
            self._seen = (length, self.session.view(acting=not self.watching))
        return self._seen[1]

    @property
    def drafts(self) -> "HeldDrafts":
        """What is half written in this session."""
        from simulator.tui.drafts import HeldDrafts

        assert self.session is not None
        if self._drafts is None:
            self._drafts = HeldDrafts(self.session)
        return self._drafts

    @property
    def at_desk(self) -> bool:
        """Whether a session is open whose day has begun and not ended."""
        return self.session is not None and self.view.briefed and not self.view.closed

    def begin(self, day: Path) -> None:
        """Open a new day in a worker; until it is ready the start screen says what it waits for."""
        self.drawn = (0, 0)
        self._come_in(lambda: self.session_source.begin(day, self.language, self.seed, self._drawn))

    def _drawn(self, citizens: int, of: int) -> None:
        self.drawn = (citizens, of)  # from the worker that draws; a screen looks when it has time

    def go_on(self, session: str, *, debrief: bool = False) -> None:
        """Go on with a session where it was left; with ``debrief`` an ended one opens there."""
        self.to_debrief = self.to_debrief or debrief
        self._come_in(lambda: self.session_source.resume(session))

    @work(thread=True)
    def _come_in(self, fetch: "Callable[[], Session]") -> None:
        from simulator.scenario.diagnostics import ScenarioRefused
        from simulator.store.problems import StoreProblem

        try:
            session = fetch()
        except (ScenarioRefused, StoreProblem) as wrong:
            self.call_from_thread(self._turned_away, wrong)
        else:
            self.call_from_thread(self.enter, session)

    def _turned_away(self, wrong: "ScenarioRefused | StoreProblem") -> None:
        """Show why a day could not be opened, and stay on the start screen."""
        from simulator.scenario.diagnostics import ScenarioRefused, tell

        if isinstance(self.screen, Room):
            self.screen.calm()
        if isinstance(wrong, ScenarioRefused):
            lines = [tell(diagnostic, self.language) for diagnostic in wrong.diagnostics]
            self.open_screen("notice", "tui.problem.scenario", lines)
        else:
            self.tell_problem(wrong)

    def enter(self, session: "Session") -> None:
        """Show a session on the screen it is at: briefing, desk, evening or debrief."""
        self.let_go()
        self.session = session
        self.language = session.language
        self.watching = not session.day.ended and not self.session_source.sits_at(
            session, self.to_watch
        )
        self.open_screen(self._place())

    def _place(self) -> str:
        """Return the name of the screen the session is at.

        That is the screen for watching if another program plays the session.
        """
        if self.watching:
            return "watching"
        if self.view.ended:
            return "debrief" if self.to_debrief else "evening"
        return "desk" if self.view.briefed else "briefing"

    def let_go(self) -> None:
        """Leave the open session; what is half written in it is stored."""
        if self._drafts is not None and not self._drafts.save_now():
            self.run_worker(self._drafts.save, thread=True, group="let-go")
        self.session_source.rise()
        self.session, self._drafts, self._seen, self.latest = None, None, None, ()
        self.bases = {}
        self.watching = False

    @work(exclusive=True, group="drafts")
    async def save_drafts(self, pause: float = 0) -> None:
        """Store what is half written, in a thread; the screen it was typed on is told how."""
        from asyncio import sleep, to_thread

        drafts = self.drafts
        await sleep(pause)
        saved = await to_thread(drafts.save)
        for screen in self._rooms():
            screen.drafts_saved(saved)

    def open_screen(
        self, name: str, *about: object, then: Callable[[Any], None] | None = None
    ) -> Screen[Any]:
        """Open the screen with a name of ``SCREENS``, made of ``about``.

        A place of the house closes all other screens. ``then`` is called with what the screen
        returns when it is closed.
        """
        screen: Screen[Any] = screen_class(name)(*about)
        if isinstance(screen, Room) and screen.IS_PLACE:
            while len(self.screen_stack) > 1:
                self.pop_screen()
        self.push_screen(screen, then)
        if name == "desk":
            self.set_timer(AT_REST, self._load_ahead)
        return screen

    @work(thread=True, group="ahead")
    def _load_ahead(self) -> None:
        """Load the screens the desk leads to, so that no first press of a key waits for that."""
        kinds = [screen_class(name) for name in FROM_THE_DESK]
        if self.is_running:
            self.call_from_thread(know_styles, self, *kinds)

    def read_again(self) -> None:
        """Read what another window has added to the session."""
        from simulator.store.problems import StoreProblem

        assert self.session is not None
        try:
            self.session.refresh()
        except StoreProblem as problem:
            self.tell_problem(problem)
            return
        self.enter(self.session)

    def happened(self, events: "tuple[Event, ...]") -> None:
        """Keep the new events in words as the latest news, and redraw the screen in front."""
        from simulator.casework.telling import tell

        assert self.session is not None
        phrases = (tell(self.session.day, event) for event in events)
        self.latest = tuple(phrase for phrase in phrases if phrase)
        if isinstance(self.screen, Room):
            self.screen.day_changed()

    def tell_problem(self, problem: "StoreProblem") -> None:
        """Show what could not be stored. What was on the log before is not lost."""
        self.open_screen("problem", problem)

    async def action_language(self) -> None:
        """Go on in the other language, on every screen that is open."""
        self.language = "en" if self.language == "da" else "da"
        if self.session is not None and not self.watching:
            self.session.language = self.language
            self._keep_language(self.session)
        for screen in self._rooms():
            await screen.speak_again()
            screen.show_keys()

    @work(exclusive=True, group="language")
    async def _keep_language(self, session: "Session") -> None:
        """Store which language the session is played in, in a thread."""
        from asyncio import to_thread

        from simulator.store.problems import StoreProblem

        try:
            await to_thread(session.speak, self.language)
        except StoreProblem as problem:
            self.tell_problem(problem)

    def _rooms(self) -> list[Room]:
        return [screen for screen in self.screen_stack if isinstance(screen, Room)]
