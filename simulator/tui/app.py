"""The app: it knows screens, not casework. It alone hands commands to the session."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import BindingType
from textual.screen import Screen

from simulator.core.garbage import uncollected
from simulator.core.texts import Language, Phrase, Teller
from simulator.tui._textual_hacks import WithoutTracebacks, know_styles, stop_drawing
from simulator.tui.house import Then
from simulator.tui.house_screen import ALWAYS, HouseScreen
from simulator.tui.keys import bindings
from simulator.tui.loading_screen import LoadingScreen
from simulator.tui.offers import start_key
from simulator.tui.screens import FROM_THE_DESK, SCREENS, name_of, screen_class
from simulator.tui.session_source import SessionSource
from simulator.tui.theme import DARK, LIGHT

if TYPE_CHECKING:  # the store and the day are read after the first screen stands
    from simulator.casework.commands import Command
    from simulator.casework.events import Event
    from simulator.casework.seeing import DeskView
    from simulator.scenario.diagnostics import ScenarioRefused
    from simulator.store.problems import StoreProblem
    from simulator.store.session import Session
    from simulator.tui.drafts import HeldDrafts

EVERYWHERE = (*ALWAYS, "go_home")
AT_REST = 1
"""Seconds after which the screens that the desk leads to are loaded."""


class PraksishusApp(WithoutTracebacks):
    """The practice house: one session at a time, in one of two languages.

    With neither a ``session`` nor a ``day`` nor ``resume`` it begins at the start screen.
    """

    CSS_PATH = "app.tcss"
    TITLE = "Praksishus"
    ENABLE_COMMAND_PALETTE = False  # the palette is our own, so that it speaks both languages
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*EVERYWHERE)]

    def __init__(
        self,
        *,
        language: Language = "da",
        session: "Session | None" = None,
        day: Path | None = None,
        seed: int | None = None,
        resume: str = "",
        debrief: bool = False,
        watch: bool = False,
        store: Path | None = None,
    ) -> None:
        super().__init__()
        self.language: Language = session.language if session else language
        self.session: Session | None = session
        self.day, self.seed, self.resume_id, self.to_debrief = day, seed, resume, debrief
        self.session_source = SessionSource(store)
        self.to_watch = watch
        """Whether to watch only, even if no other program plays the session."""
        self.watching = False
        """Whether another program plays the session: then nothing can be done here."""
        self.drawn = (0, 0)
        """How many citizens are drawn and how many there will be, while a town is drawn."""
        self.bases: dict[tuple[str, str], str] = {}
        """The legal basis chosen last, by case and system that asks."""
        self.latest: tuple[Phrase, ...] = ()
        """What happened by the last command, in words."""
        self._seen: tuple[int, DeskView] | None = None
        self._drafts: HeldDrafts | None = None
        for theme in (LIGHT, DARK):
            self.register_theme(theme)
        self.theme = DARK.name

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

    def get_default_screen(self) -> LoadingScreen:
        """Return the screen that stands while words, days and the store are loaded."""
        return LoadingScreen(self._arrive)

    def _arrive(self) -> None:
        """Go from the loading screen to the screen that the program was started for."""
        from simulator.scenario.words import texts

        with uncollected():
            texts()
        if self.session is not None:
            self.enter(self.session)
            return
        self.open_screen("start", bool(self.day or self.resume_id))
        if self.day is not None:
            self.begin(self.day)
        elif self.resume_id:
            self.go_on(self.resume_id)

    def on_mount(self) -> None:
        """See to it that ``hang_up`` is called when the terminal is closed or the machine stops."""
        from simulator.tui.leaving import when_told_to_go

        when_told_to_go(self.hang_up)

    def hang_up(self, terminal_gone: bool = False) -> None:
        """Store what is half written and end."""
        if terminal_gone:
            stop_drawing(self)
        if self._drafts is not None:
            self._drafts.save()
        self.exit()

    def on_unmount(self) -> None:
        """Store what is half written, and close the store."""
        if self._drafts is not None:
            self._drafts.save()
        self.session_source.close()

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

        if isinstance(self.screen, HouseScreen):
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
        for screen in self._house_screens():
            screen.drafts_saved(saved)

    def open_screen(
        self, name: str, *about: object, then: Callable[[Any], None] | None = None
    ) -> Screen[Any]:
        """Open the screen with a name of ``SCREENS``, made of ``about``.

        A place of the house closes all other screens. ``then`` is called with what the screen
        returns when it is closed.
        """
        make: Callable[..., HouseScreen[Any]] = screen_class(name)
        screen = make(*about)
        if screen.IS_PLACE:
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

    def carry_out(
        self,
        command: "Command",
        sent: Collection[str] = (),
        then: Then = lambda events: None,
    ) -> "tuple[Event, ...]":
        """Give a command to the session and show what it did, or why it was not stored.

        The drafts named in ``sent`` are erased with it, unless it is refused. If the disk has to
        be waited for, ``()`` is returned; ``then`` is called with the events in either case.
        """
        from simulator.tui.committing import Committing

        if self.watching:
            return ()
        return Committing(self, command, sent, then).now()

    def happened(self, events: "tuple[Event, ...]") -> None:
        """Keep the new events in words as the latest news, and redraw the screen in front."""
        from simulator.casework.telling import tell

        assert self.session is not None
        phrases = (tell(self.session.day, event) for event in events)
        self.latest = tuple(phrase for phrase in phrases if phrase)
        if isinstance(self.screen, HouseScreen):
            self.screen.day_changed()

    def press(self, action: str) -> None:
        """Run the action of a key on the screen in front."""
        self.call_later(self.run_action, action, self.screen)

    def tell_problem(self, problem: "StoreProblem") -> None:
        """Show what could not be stored. What was on the log before is not lost."""
        self.open_screen("problem", problem)

    async def switch_language(self) -> None:
        """Go on in the other language, on every screen that is open."""
        self.language = "en" if self.language == "da" else "da"
        if self.session is not None and not self.watching:
            self.session.language = self.language
            self._keep_language(self.session)
        for screen in self._house_screens():
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

    def _house_screens(self) -> Sequence[HouseScreen[object]]:
        return [screen for screen in self.screen_stack if isinstance(screen, HouseScreen)]

    async def action_language(self) -> None:
        """Switch the language."""
        await self.switch_language()

    def action_theme(self) -> None:
        """Switch between light and dark."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help(self) -> None:
        """Open help about the screen in front."""
        if isinstance(self.screen, HouseScreen) and name_of(self.screen) != "help":
            self.open_screen("help", self.screen)

    def action_command_palette(self) -> None:
        """Open the list of everything that can be done."""
        if name_of(self.screen) != "palette":
            self.open_screen("palette")

    def action_leave(self) -> None:
        """Leave the program; what was done is kept."""
        self.exit()

    def action_go_home(self) -> None:
        """Ask once, then go home."""
        self.action_take("go_home")

    def action_take(self, key: str) -> None:
        """Take the first offer of a key that can be taken."""
        start_key(self, key)

    def action_send(self, key: str) -> None:
        """Press a key that the widget in focus handles, for those who use the mouse."""
        self.simulate_key(key)

    def action_look_up(self) -> None:
        """Ask which system to look in."""
        if self.at_desk:
            self.open_screen("look_up")

    def action_front(self) -> None:
        """Go to the front page; the session is kept as it stands and can be gone on with."""
        self.let_go()
        self.open_screen("start")

    def action_show(self, place: str) -> None:
        """Go from the desk to one of its panes or to another screen; from elsewhere first back."""
        desks = [screen for screen in self._house_screens() if name_of(screen) == "desk"]
        for desk in desks:
            while self.screen is not desk:
                self.pop_screen()
            if place in SCREENS:
                self.open_screen(place)
            else:
                desk.reach(place)
