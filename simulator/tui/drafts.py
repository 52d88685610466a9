"""Drafts: what has been written and is not on the log yet, kept so that a cut loses no words.

The screen never waits for the store: what is typed is held at once, and stored by a thread a little
after the last key.
"""

from threading import Lock
from typing import TYPE_CHECKING

from simulator.store.drafting import LETTER, Drafts, field_of
from simulator.store.problems import StoreProblem

if TYPE_CHECKING:
    from simulator.store.session import Session

__all__ = ["LETTER", "PAUSE", "HeldDrafts", "field_of"]

PAUSE = 0.3
"""Seconds after the last key before what was typed is stored."""


class HeldDrafts(Drafts):
    """Drafts that are held as they are typed, and stored when ``save`` is called."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._storing, self._marking = Lock(), Lock()

    def keep(self, field: str, text: str) -> bool:
        """Hold what is half written in a field until it is saved."""
        with self._marking:
            name = self._named(field)
            self._held[name] = text
            self._unsaved.add(name)
        return True

    def save(self) -> bool:
        """Store everything that is held. Return whether it could be stored.

        It may take seconds where another program holds the store: call it from a thread.
        """
        with self._storing:
            with self._marking:
                names = tuple(self._unsaved)
            stored = [self._store(name) for name in names]
        return all(stored)

    def _store(self, name: str) -> bool:
        text = self._held[name]
        try:
            self._session.set_draft(name, text)
        except StoreProblem:
            return False
        with self._marking:
            if self._held[name] == text:
                self._unsaved.discard(name)
        return True
