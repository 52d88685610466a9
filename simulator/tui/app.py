"""The app: it knows screens, not casework. It alone hands commands to the session."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType

from simulator.tui.base import HouseScreen
from simulator.tui.doors import Doors
from simulator.tui.keys import bindings
from simulator.tui.theme import DARK, LIGHT
from simulator.tui.threshold import Threshold

if TYPE_CHECKING:
    from simulator.casework.commands import Command
    from simulator.casework.events import Event
    from simulator.casework.views import DeskView, Offer
    from simulator.core.texts import Language, Phrase, Teller
    from simulator.store.problems import StoreProblem
    from simulator.store.session import Session

EVERYWHERE = ("help", "palette", "language", "theme", "leave", "go_home")


class PraksishusApp(App[None]):
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
        language: "Language" = "da",
        session: "Session | None" = None,
        day: Path | None = None,
        seed: int | None = None,
        resume: str = "",
        debrief: bool = False,
        store: Path | None = None,
    ) -> None:
        super().__init__()
        self.language: Language = session.language if session else language
        self.session: Session | None = session
        self.day, self.seed, self.resume_id, self.to_debrief = day, seed, resume, debrief
        self.doors = Doors(store)
        self.latest: tuple[Phrase, ...] = ()
        """What the last command made happen, as it is said on the desk."""
        self._seen: tuple[int, DeskView] | None = None
        for theme in (LIGHT, DARK):
            self.register_theme(theme)
        self.theme = DARK.name

    @property
    def teller(self) -> "Teller":
        """Says words in the language of the moment."""
        from simulator.scenario.words import teller

        return teller(self.language)

    @property
    def view(self) -> "DeskView":
        """The desk as it is now, made once for each state of the log."""
        assert self.session is not None
        length = len(self.session.events)
        if self._seen is None or self._seen[0] != length:
            self._seen = (length, self.session.view())
        return self._seen[1]

    def get_default_screen(self) -> Threshold:
        """Stand on the threshold while words, shelf and store are fetched."""
        return Threshold()

    def on_unmount(self) -> None:
        """Let go of the store."""
        self.doors.close()

    def enter(self, session: "Session") -> None:
        """Take a session up: briefing, desk, evening or debrief, wherever it is."""
        from simulator.tui.rooms import room_of

        self.session, self.language, self._seen, self.latest = session, session.language, None, ()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(room_of(self))

    def carry_out(self, command: "Command") -> "tuple[Event, ...]":
        """Hand a command to the session and say what it did; a problem with storage is told."""
        from simulator.casework.telling import tell
        from simulator.store.problems import StoreProblem

        assert self.session is not None
        try:
            events = self.session.do(command)
        except StoreProblem as problem:
            self.tell_problem(problem)
            return ()
        told = (tell(self.session.day, one) for one in events)
        self.latest = tuple(phrase for phrase in told if phrase)
        if isinstance(self.screen, HouseScreen):
            self.screen.day_changed()
        return events

    def take(self, offer: "Offer") -> None:
        """Take an offer: ask for what it needs to be told, then carry it out."""
        from simulator.tui.taking import take

        take(self, offer)

    def tell_problem(self, problem: "StoreProblem") -> None:
        """Say in words what storage could not do; nothing that was acknowledged is lost."""
        from simulator.tui.problem import ProblemScreen

        self.push_screen(ProblemScreen(problem))

    async def switch_language(self) -> None:
        """Go on in the other language, on every screen that is open."""
        self.language = "en" if self.language == "da" else "da"
        if self.session is not None:
            from simulator.store.problems import StoreProblem

            try:
                self.session.speak(self.language)
            except StoreProblem as problem:
                self.tell_problem(problem)
        for screen in self._house_screens():
            await screen.speak_again()

    def _house_screens(self) -> Sequence[HouseScreen[object]]:
        return [one for one in self.screen_stack if isinstance(one, HouseScreen)]

    async def action_language(self) -> None:
        """Switch the language."""
        await self.switch_language()

    def action_theme(self) -> None:
        """Switch between light and dark."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help(self) -> None:
        """Open help about the screen in front."""
        from simulator.tui.help import HelpScreen

        if isinstance(self.screen, HouseScreen) and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_command_palette(self) -> None:
        """Open the list of everything that can be done."""
        from simulator.tui.palette import PaletteScreen

        if not isinstance(self.screen, PaletteScreen):
            self.push_screen(PaletteScreen())

    def action_leave(self) -> None:
        """Leave the program; what was done is kept."""
        self.exit()

    def action_go_home(self) -> None:
        """Ask once, then go home."""
        self.action_take("go_home")

    def action_take(self, key: str) -> None:
        """Take the first offer of a key that can be taken."""
        from simulator.tui.taking import take_key

        take_key(self, key)

    def action_look(self, system: str) -> None:
        """Open a system."""
        from simulator.tui.rooms import look

        look(self, system)

    def action_show(self, room: str) -> None:
        """Go to a place in the house: inbox, landscape, technology, journal."""
        from simulator.tui.rooms import show

        show(self, room)
