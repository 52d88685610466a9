"""Handing a command to the session without the screen ever waiting for the disk.

Nearly always it is kept at once. Where another program writes, a thread goes on trying behind a
notice that can be left; nothing is shown of the command until it is kept.
"""

from collections.abc import Collection
from threading import Event as Flag

from simulator.casework.commands import Command
from simulator.casework.events import Event
from simulator.store.engine import for_seconds
from simulator.store.problems import StoreProblem
from simulator.tui.drafts import AT_ONCE
from simulator.tui.house import House, Then

Events = tuple[Event, ...]


class Committing:
    """Commits a command without blocking the screen; calls ``then(events)``, with none if it
    could not be kept.
    """

    def __init__(self, house: House, command: Command, sent: Collection[str], then: Then) -> None:
        self._house, self._then = house, then
        self._command, self._sent = command, tuple(sent)
        assert house.session is not None
        self._session, self._drafts = house.session, house.drafts
        self._left = Flag()

    def now(self) -> Events:
        """Commit at once and return the events, or ``()`` and go on trying behind a notice."""
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
        self._notice = self._house.open_screen("waiting", self._left.set)
        self._house.run_worker(self._try_on, thread=True, group="committing")
        return ()

    def _try_on(self) -> None:
        """Try again in a thread until the command is stored, cannot be stored, or is given up."""

        def patience() -> bool:
            return not self._left.is_set()

        self._drafts.save(patience)
        try:
            events = self._session.do(self._command, sent=self._sent, patience=patience)
        except StoreProblem as problem:
            outcome: Events | StoreProblem = problem
        else:
            outcome = events
        if self._house.is_running:
            self._house.call_from_thread(self._ended, outcome)

    def _ended(self, outcome: Events | StoreProblem) -> None:
        if self._notice.is_current:
            self._notice.dismiss(None)
        if isinstance(outcome, tuple):
            self._done(outcome)
        elif outcome.code != "busy":
            self._failed(outcome)
        else:
            self._then(())

    def _failed(self, problem: StoreProblem) -> Events:
        self._then(())
        self._house.tell_problem(problem)
        return ()

    def _done(self, events: Events) -> Events:
        self._house.happened(events)
        self._then(events)
        return events
