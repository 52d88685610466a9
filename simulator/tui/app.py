"""The app: the house with its front door, and the keys that work on every screen."""

import asyncio
import signal
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from simulator.core.garbage import uncollected
from simulator.core.texts import Language
from simulator.tui._textual_hacks import stop_drawing
from simulator.tui.house import House
from simulator.tui.house_screen import ALWAYS, HouseScreen
from simulator.tui.keys import bindings
from simulator.tui.loading_screen import LoadingScreen
from simulator.tui.screens import SCREENS, name_of
from simulator.tui.theme import DARK, LIGHT

if TYPE_CHECKING:  # the store is read after the first screen stands
    from simulator.store.session import Session

TOLD_TO_GO = ("SIGHUP", "SIGTERM")
"""The signals for a closed terminal and for an end; not every system has them."""


class PraksishusApp(House):
    """The practice house: one session at a time, in one of two languages.

    With neither a ``session`` nor a ``day`` nor ``resume`` it begins at the start screen.
    """

    CSS_PATH = "app.tcss"
    TITLE = "Praksishus"
    ENABLE_COMMAND_PALETTE = False  # the palette is our own, so that it speaks both languages
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*ALWAYS, "go_home")]

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
        super().__init__(store)
        self.session, self.language = session, session.language if session else language
        self.day, self.seed, self.resume_id = day, seed, resume
        self.to_debrief, self.to_watch = debrief, watch
        for theme in (LIGHT, DARK):
            self.register_theme(theme)
        self.theme = DARK.name

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
        loop = asyncio.get_running_loop()
        for name in TOLD_TO_GO:
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self.hang_up, name == "SIGHUP")

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

    def action_take(self, offer: str) -> None:
        """Take the offer with an id."""
        from simulator.tui.offers import start_named

        start_named(self, offer)

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
        desk = next((screen for screen in self.screen_stack if name_of(screen) == "desk"), None)
        if not isinstance(desk, HouseScreen):
            return
        while self.screen is not desk:
            self.pop_screen()
        if place in SCREENS:
            self.open_screen(place)
        else:
            desk.reach(place)
