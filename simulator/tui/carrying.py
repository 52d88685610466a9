"""Handing a command to the session without the screen ever waiting for the disk.

Nearly always it is kept at once. Where another program writes, a thread goes on trying behind a
notice that can be left; nothing is shown of the command until it is kept.
"""

from collections.abc import Callable, Collection
from threading import Event as Flag
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.store.engine import for_seconds
from simulator.store.problems import StoreProblem
from simulator.tui.base import HouseDialog
from simulator.tui.content import shown
from simulator.tui.drafts import AT_ONCE
from simulator.tui.flow import Chip, Flow

if TYPE_CHECKING:
    from simulator.casework.commands import Command
    from simulator.casework.events import Event
    from simulator.tui.app import PraksishusApp

Events = tuple["Event", ...]
Then = Callable[[Events], None]


class Carrying:
    """A command on its way to the log; ``then`` is told what happened, nothing if it did not."""

    def __init__(
        self, app: "PraksishusApp", command: "Command", sent: Collection[str], then: Then
    ) -> None:
        self._app, self._then = app, then
        self._command, self._sent = command, tuple(sent)
        assert app.session is not None
        self._session, self._drafts = app.session, app.drafts
        self._left = Flag()

    def now(self) -> Events:
        """Keep it at once, or go on trying while a notice stands on the screen."""
        patience = for_seconds(AT_ONCE)
        if not self._drafts.save_now(patience):
            return self._wait()
        try:
            events = self._session.do(self._command, sent=self._sent, patience=patience)
        except StoreProblem as problem:
            if problem.code == "busy":
                return self._wait()
            return self._failed(problem)
        return self._done(events)

    def _wait(self) -> Events:
        self._notice = WaitingScreen(self._left.set)
        self._app.push_screen(self._notice)
        self._app.run_worker(self._try_on, thread=True, group="carrying", exit_on_error=True)
        return ()

    def _try_on(self) -> None:
        """Go on trying, in a thread, until it is kept, cannot be kept, or is left."""

        def patience() -> bool:
            return not self._left.is_set()

        self._drafts.save(patience)
        try:
            events = self._session.do(self._command, sent=self._sent, patience=patience)
        except StoreProblem as problem:
            found: Events | StoreProblem = problem
        else:
            found = events
        if self._app.is_running:
            self._app.call_from_thread(self._ended, found)

    def _ended(self, found: "Events | StoreProblem") -> None:
        self._notice.close()
        if isinstance(found, tuple):
            self._done(found)
        elif found.code != "busy":
            self._failed(found)
        else:
            self._then(())

    def _failed(self, problem: StoreProblem) -> Events:
        self._then(())
        self._app.tell_problem(problem)
        return ()

    def _done(self, events: Events) -> Events:
        self._app.happened(events)
        self._then(events)
        return events


class WaitingScreen(HouseDialog[None]):
    """Says that another program writes; it closes by itself, or the command is left."""

    ABOVE = ("back",)

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave

    def heading(self) -> str:
        """Return what it is about."""
        return self.say("tui.waiting.title")

    def body(self) -> ComposeResult:
        """Yield what is waited for."""
        yield Static(shown(self.say("tui.waiting.busy")), classes="question")

    def foot(self) -> ComposeResult:
        """Yield the way out."""
        yield Flow([Chip("Esc", self.say("tui.waiting.stop"), "screen.back")], id="doing")

    def on_unmount(self) -> None:
        """Whoever leaves the program leaves the command too."""
        self._leave()

    def action_back(self) -> None:
        """Leave the command; if it was kept in the meantime it has happened."""
        self._leave()

    def close(self) -> None:
        """Go away, if it is still there."""
        if self.is_current:
            self.dismiss(None)
