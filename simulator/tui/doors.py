"""Where days and sessions come from: the shelf of scenarios and the store, loaded when first asked.

Everything here takes time (the library, Faker, SQLModel), so it is called from a worker and
imported late: the first screen stands before any of it is read.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.core.texts import Language

if TYPE_CHECKING:
    from simulator.scenario.shelf import DayItem
    from simulator.store.engine import Store
    from simulator.store.session import Session, SessionItem


class Doors:
    """The way in to a day: a new one from the shelf, or one that was begun."""

    def __init__(self, store_path: Path | None = None) -> None:
        self._store_path = store_path
        self._store: Store | None = None

    @property
    def store(self) -> "Store":
        """The open store. Raises ``StoreProblem``."""
        if self._store is None:
            from simulator.store.engine import open_store

            self._store = open_store(self._store_path)
        return self._store

    def days(self) -> "tuple[DayItem, ...]":
        """Return the playable days, the shortest first."""
        from simulator.scenario.shelf import shelf

        return shelf()

    def unfinished(self) -> "tuple[SessionItem, ...]":
        """Return the sessions on this machine, newest first. Raises ``StoreProblem``."""
        from simulator.store.session import sessions

        return sessions(self.store)

    def begin(self, path: Path, language: Language, seed: int | None = None) -> "Session":
        """Draw the town and open a day. Raises ``ScenarioRefused`` or ``StoreProblem``."""
        from simulator.scenario.loading import load
        from simulator.store.session import Session

        loaded = load(path, seed=seed)
        return Session.start(self.store, loaded.opening, loaded.town, language)

    def resume(self, id_: str) -> "Session":
        """Take a session up where it was. Raises ``StoreProblem``."""
        from simulator.store.session import Session

        return Session.resume(self.store, id_)

    def close(self) -> None:
        """Close the store, if it was opened."""
        if self._store is not None:
            self._store.close()
            self._store = None
