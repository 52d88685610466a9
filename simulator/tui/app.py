"""The app: it knows screens, not casework. It alone hands commands to the session."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import BindingType
from textual.screen import Screen

from simulator.core.garbage import uncollected
from simulator.core.texts import Language, Phrase, Teller
from simulator.tui._textual_hacks import WithoutTracebacks, know_styles
from simulator.tui.base import ALWAYS, HouseScreen
from simulator.tui.doors import Doors
from simulator.tui.house import Then
from simulator.tui.keys import bindings
from simulator.tui.offers import start_key
from simulator.tui.screens import FROM_THE_DESK, SCREENS, name_of, screen_class
from simulator.tui.theme import DARK, LIGHT
from simulator.tui.threshold import Threshold

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
"""Seconds the desk has stood before what it leads to is loaded."""


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
        self.doors = Doors(store)
        self.to_watch = watch
        """Only to look on, even where nobody sits at the desk."""
        self.watching = False
        """Another program sits at the desk: nothing can be done here, and nothing is offered."""
        self.drawn = (0, 0)
        """Citizens of a town that are drawn, and of how many, while it is drawn."""
        self.bases: dict[tuple[str, str], str] = {}
        """The legal basis chosen last, by case and system that asks."""
        self.latest: tuple[Phrase, ...] = ()
        """What the last command made happen, as it is said on the desk."""
        self._seen: tuple[int, DeskView] | None = None
        self._drafts: HeldDrafts | None = None
        for theme in (LIGHT, DARK):
            self.register_theme(theme)
        self.theme = DARK.name

    @property
    def teller(self) -> Teller:
        """Says words in the language of the moment."""
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
        """Say whether a day is under way."""
        return self.session is not None and self.view.briefed and not self.view.closed

    def get_default_screen(self) -> Threshold:
        """Stand on the threshold while words, shelf and store are fetched."""
        return Threshold(self._arrive)

    def _arrive(self) -> None:
        """Go from the threshold to where the person wanted to be."""
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
        """Take leave in good order where the terminal is closed or the machine shuts down."""
        from simulator.tui.leaving import when_told_to_go

        when_told_to_go(self.hang_up)

    def hang_up(self) -> None:
        """Store what is half written and end: the terminal is gone."""
        if self._drafts is not None:
            self._drafts.save()
        self.exit()

    def on_unmount(self) -> None:
        """Store what is half written, and let go of the store."""
        if self._drafts is not None:
            self._drafts.save()
        self.doors.close()

    def begin(self, day: Path) -> None:
        """Open a new day, while a calm word stands on the screen."""
        self.drawn = (0, 0)
        self._come_in(lambda: self.doors.begin(day, self.language, self.seed, self._drawn))

    def _drawn(self, citizens: int, of: int) -> None:
        self.drawn = (citizens, of)  # from the worker that draws; a screen looks when it has time

    def go_on(self, session: str, *, debrief: bool = False) -> None:
        """Take a session up where it was; with ``debrief`` one that has ended opens there."""
        self.to_debrief = self.to_debrief or debrief
        self._come_in(lambda: self.doors.resume(session))

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
        """Say why a day could not be opened, and stay at the door."""
        from simulator.scenario.diagnostics import ScenarioRefused, tell

        if isinstance(self.screen, HouseScreen):
            self.screen.calm()
        if isinstance(wrong, ScenarioRefused):
            lines = [tell(diagnostic, self.language) for diagnostic in wrong.diagnostics]
            self.open_screen("notice", "tui.problem.scenario", lines)
        else:
            self.tell_problem(wrong)

    def enter(self, session: "Session") -> None:
        """Take a session up: briefing, desk, evening or debrief, wherever it is."""
        self.let_go()
        self.session = session
        self.language = session.language
        self.watching = not session.day.ended and not self.doors.sits_at(session, self.to_watch)
        self.open_screen(self._place())

    def _place(self) -> str:
        """Return the name of the screen the session is at.

        Where another program sits at its desk it is the one from which that is watched.
        """
        if self.watching:
            return "watching"
        if self.view.ended:
            return "debrief" if self.to_debrief else "evening"
        return "desk" if self.view.briefed else "briefing"

    def let_go(self) -> None:
        """Leave the session in hand; what is half written in it is stored."""
        if self._drafts is not None and not self._drafts.save_now():
            self.run_worker(self._drafts.save, thread=True, group="let-go")
        self.doors.rise()
        self.session, self._drafts, self._seen, self.latest = None, None, None, ()
        self.bases = {}
        self.watching = False

    @work(exclusive=True, group="drafts")
    async def save_drafts(self, pause: float = 0) -> None:
        """Store what is half written, away from the screen; one that was typed in is told how."""
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

        A place of the house leaves all other screens behind. ``then`` is told what the screen
        answers when it is left.
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
        """Hand a command to the session and say what it did; a problem with storage is told.

        The drafts named in ``sent`` are erased with it, unless it is refused. Where the disk has to
        be waited for, nothing is returned yet; ``then`` is told what happened in either case.
        """
        from simulator.tui.committing import Committing

        if self.watching:
            return ()
        return Committing(self, command, sent, then).now()

    def happened(self, events: "tuple[Event, ...]") -> None:
        """Say what was added to the log, and show the day as it has become."""
        from simulator.casework.telling import tell

        assert self.session is not None
        told = (tell(self.session.day, event) for event in events)
        self.latest = tuple(phrase for phrase in told if phrase)
        if isinstance(self.screen, HouseScreen):
            self.screen.day_changed()

    def press(self, action: str) -> None:
        """Do what a key does, on the screen in front."""
        self.call_later(self.run_action, action, self.screen)

    def tell_problem(self, problem: "StoreProblem") -> None:
        """Say in words what storage could not do; nothing that was acknowledged is lost."""
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
        """Store which language is spoken, away from the screen."""
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
        """Press a key that the widget in focus knows, for those who use the mouse."""
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
