"""Handing a command to the session without the screen ever waiting for the disk.

Nearly always it is kept at once. Where another program writes, a thread goes on trying behind a
notice that can be left; nothing is shown of the command until it is kept.
"""

from collections.abc import Callable, Collection
from threading import Event as Flag

from simulator.casework.commands import Command
from simulator.casework.events import Event
from simulator.store.engine import Patience, for_seconds
from simulator.store.problems import StoreProblem
from simulator.tui.drafts import AT_ONCE
from simulator.tui.house import House

Events = tuple[Event, ...]
Then = Callable[[Events], None]
"""Called with the events of a command: ``()`` if it was not stored."""


def carry_out(
    house: House,
    command: Command,
    sent: Collection[str] = (),
    then: Then = lambda events: None,
) -> None:
    """Give a command to the session and show what it did, or why it was not stored.

    The drafts named in ``sent`` are erased with it, unless it is refused. ``then`` is called with
    the events, at once unless the disk has to be waited for.
    """
    if not house.watching:
        _Committing(house, command, sent, then).begin()


class _Committing:
    """Commits a command without blocking the screen; calls ``then(events)``, with none if it
    could not be kept.
    """

    def __init__(self, house: House, command: Command, sent: Collection[str], then: Then) -> None:
        self._house, self._then = house, then
        self._command, self._sent = command, tuple(sent)
        assert house.session is not None
        self._session, self._drafts = house.session, house.drafts
        self._left = Flag()

    def begin(self) -> None:
        """Commit at once, or go on trying behind a notice."""
        patience = for_seconds(AT_ONCE)
        outcome = self._kept(patience) if self._drafts.save_now(patience) else None
        if outcome is None or _is_busy(outcome):
            self._notice = self._house.open_screen("waiting", self._left.set)
            self._house.run_worker(self._try_on, thread=True, group="committing")
        else:
            self._end(outcome)

    def _kept(self, patience: Patience) -> Events | StoreProblem:
        try:
            return self._session.do(self._command, sent=self._sent, patience=patience)
        except StoreProblem as problem:
            return problem

    def _try_on(self) -> None:
        """Try again in a thread until the command is stored, cannot be stored, or is given up."""

        def patience() -> bool:
            return not self._left.is_set()

        self._drafts.save(patience)
        outcome = self._kept(patience)
        if self._house.is_running:
            self._house.call_from_thread(self._waited, outcome)

    def _waited(self, outcome: Events | StoreProblem) -> None:
        if self._notice.is_current:
            self._notice.dismiss(None)
        self._end(outcome)

    def _end(self, outcome: Events | StoreProblem) -> None:
        if not isinstance(outcome, StoreProblem):
            self._house.happened(outcome)
            self._then(outcome)
            return
        self._then(())
        if not _is_busy(outcome):
            self._house.tell_problem(outcome)


def _is_busy(outcome: Events | StoreProblem) -> bool:
    return isinstance(outcome, StoreProblem) and outcome.code == "busy"
