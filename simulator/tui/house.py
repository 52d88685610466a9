"""What a screen may ask of the app it stands in, so that no screen has to import the app."""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from simulator.core.texts import Language, Phrase, Teller

if TYPE_CHECKING:  # the store and the day are read after the first screen stands
    from pathlib import Path

    from simulator.casework.commands import Command
    from simulator.casework.events import Event
    from simulator.casework.seeing import DeskView
    from simulator.store.problems import StoreProblem
    from simulator.store.session import Session
    from simulator.tui.drafts import HeldDrafts
    from simulator.tui.session_source import SessionSource

Then = Callable[[tuple["Event", ...]], None]
"""Called with the events of a command: ``()`` if it was not stored."""


class House(Protocol):
    """The app as its screens know it."""

    language: Language
    session: "Session | None"
    session_source: "SessionSource"
    to_watch: bool
    """Whether to watch only, even if no other program plays the session."""
    drawn: tuple[int, int]
    """How many citizens are drawn and how many there will be, while a town is drawn."""
    bases: dict[tuple[str, str], str]
    """The legal basis chosen last, by case and system that asks."""
    latest: tuple[Phrase, ...]
    """What happened by the last command, in words."""

    @property
    def teller(self) -> Teller:
        """The function that puts phrases into the language chosen now."""

    @property
    def view(self) -> "DeskView":
        """The desk as it is now."""

    @property
    def drafts(self) -> "HeldDrafts":
        """What is half written in this session."""

    @property
    def at_desk(self) -> bool:
        """Whether a session is open whose day has begun and not ended."""

    def open_screen(
        self, name: str, *about: object, then: Callable[[Any], None] | None = None
    ) -> Screen[Any]:
        """Open the screen with a name of ``SCREENS``, made of ``about``.

        A place of the house closes all other screens. ``then`` is called with what the screen
        returns when it is closed.
        """

    def begin(self, day: "Path") -> None:
        """Open a new day in a worker; until it is ready the start screen says what it waits for."""

    def go_on(self, session: str, *, debrief: bool = False) -> None:
        """Go on with a session where it was left; with ``debrief`` an ended one opens there."""

    def read_again(self) -> None:
        """Read what another window has added to the session."""

    def carry_out(
        self, command: "Command", sent: Collection[str] = (), then: Then = ...
    ) -> "tuple[Event, ...]":
        """Give a command to the session and show what it did, or why it was not stored."""

    def happened(self, events: "tuple[Event, ...]") -> None:
        """Keep the new events in words as the latest news, and redraw the screen in front."""

    def tell_problem(self, problem: "StoreProblem") -> None:
        """Show what could not be stored."""

    def save_drafts(self, pause: float = 0) -> object:
        """Store what is half written after ``pause`` seconds, in a thread."""

    def press(self, action: str) -> None:
        """Run the action of a key on the screen in front."""

    # What follows is Textual's own.

    @property
    def is_running(self) -> bool:
        """Whether the app has not ended."""

    def run_worker(
        self, work: Callable[[], None], *, group: str = "default", thread: bool = False
    ) -> object:
        """Run a function beside the screen; with ``thread`` in a thread of its own."""

    def call_from_thread(self, callback: Callable[..., None], *args: Any) -> object:
        """Run a function in the thread of the screens, from another thread."""

    def call_later(self, callback: Callable[..., object], *args: Any) -> bool:
        """Run a function once what is going on has been done."""

    def batch_update(self) -> AbstractContextManager[None]:
        """Draw nothing until the block has ended."""
