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
    from simulator.tui.doors import Doors
    from simulator.tui.drafts import HeldDrafts

Then = Callable[[tuple["Event", ...]], None]
"""Is told which events a command made: none if it could not be kept, or was left."""


class House(Protocol):
    """The app as its screens know it."""

    language: Language
    session: "Session | None"
    doors: "Doors"
    to_watch: bool
    """Whether only to look on, even where nobody sits at the desk."""
    drawn: tuple[int, int]
    """Citizens of a town that are drawn, and of how many, while it is drawn."""
    bases: dict[tuple[str, str], str]
    """The legal basis chosen last, by case and system that asks."""
    latest: tuple[Phrase, ...]
    """What the last command made happen, as it is said on the desk."""

    @property
    def teller(self) -> Teller:
        """Says words in the language of the moment."""

    @property
    def view(self) -> "DeskView":
        """The desk as it is now."""

    @property
    def drafts(self) -> "HeldDrafts":
        """What is half written in this session."""

    @property
    def at_desk(self) -> bool:
        """Whether a day is under way."""

    def open_screen(
        self, name: str, *about: object, then: Callable[[Any], None] | None = None
    ) -> Screen[Any]:
        """Open the screen with a name of ``SCREENS``, made of ``about``.

        A place of the house leaves all other screens behind. ``then`` is told what the screen
        answers when it is left.
        """

    def begin(self, day: "Path") -> None:
        """Open a new day, while a calm word stands on the screen."""

    def go_on(self, session: str, *, debrief: bool = False) -> None:
        """Take up the session with an id where it was; ``debrief`` opens an ended one there."""

    def read_again(self) -> None:
        """Read what another window has added to the session."""

    def carry_out(
        self, command: "Command", sent: Collection[str] = (), then: Then = ...
    ) -> "tuple[Event, ...]":
        """Hand a command to the session and say what it did; a problem with storage is told."""

    def happened(self, events: "tuple[Event, ...]") -> None:
        """Say what was added to the log, and show the day as it has become."""

    def tell_problem(self, problem: "StoreProblem") -> None:
        """Say in words what storage could not do."""

    def save_drafts(self, pause: float = 0) -> object:
        """Store what is half written after some seconds, away from the screen."""

    def press(self, action: str) -> None:
        """Do what a key does, on the screen in front."""

    # What follows is Textual's own.

    @property
    def is_running(self) -> bool:
        """Whether the app has not ended."""

    def run_worker(
        self, work: Callable[[], None], *, group: str = "default", thread: bool = False
    ) -> object:
        """Run a function beside the screen; with ``thread`` in a thread of its own."""

    def call_from_thread(self, callback: Callable[..., None], *args: Any) -> object:
        """Run a function where the screens live, from a thread."""

    def call_later(self, callback: Callable[..., object], *args: Any) -> bool:
        """Run a function once what is going on has been done."""

    def batch_update(self) -> AbstractContextManager[None]:
        """Draw nothing until the block has ended."""
