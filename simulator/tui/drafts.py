"""Drafts: what has been written and is not on the log yet, kept so that a cut loses no words.

The screen never waits for the store: what is typed is held at once, and stored by a thread a little
after the last key.
"""

from threading import Lock
from typing import TYPE_CHECKING

from simulator.store.drafting import Drafts
from simulator.store.engine import Patience, for_seconds
from simulator.store.problems import StoreProblem

if TYPE_CHECKING:
    from simulator.store.session import Session

AT_ONCE = 0.05
"""The longest that the screen waits for the store, in seconds."""
PAUSE = 0.3
"""Seconds after the last key before what was typed is stored."""


class HeldDrafts(Drafts):
    """Drafts that are held as they are typed, and stored when ``save`` is called."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._storing, self._marking = Lock(), Lock()
        self._busy = False

    def keep(self, field: str, text: str) -> bool:
        """Hold what is half written in a field until it is saved."""
        with self._marking:
            name = self._named(field)
            self._held[name] = text
            self._unsaved.add(name)
        return True

    def save(self, patience: Patience | None = None) -> bool:
        """Store everything that is held. Return whether it could be stored.

        It may take seconds where another program holds the store: call it from a thread.
        """
        while not self._storing.acquire(timeout=AT_ONCE):  # another thread is at it
            if patience is not None and not patience():
                return False
        try:
            return self._save(patience)
        finally:
            self._storing.release()

    def save_now(self, patience: Patience | None = None) -> bool:
        """Store everything unless that has to be waited for. Return whether there was no wait."""
        if not self._storing.acquire(blocking=False):
            return False
        try:
            self._busy = False
            self._save(patience or for_seconds(AT_ONCE))
            return not self._busy
        finally:
            self._storing.release()

    def _save(self, patience: Patience | None) -> bool:
        with self._marking:
            names = tuple(self._unsaved)
        stored = [self._kept(name, patience) for name in names]
        return all(stored)

    def _store(self, name: str) -> bool:
        """Return without storing: ``save`` does that, so that the screen never waits."""
        return False

    def _kept(self, name: str, patience: Patience | None) -> bool:
        text = self._held[name]
        try:
            self._session.set_draft(name, text, patience)
        except StoreProblem as problem:
            self._busy = self._busy or problem.code == "busy"
            return False
        with self._marking:
            if self._held[name] == text:
                self._unsaved.discard(name)
        return True
