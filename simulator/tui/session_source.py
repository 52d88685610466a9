"""Where days and sessions come from: the shelf of scenarios and the store, loaded when first asked.

Everything here takes time (the library, Faker, SQLModel), so it is called from a worker and
imported late: the first screen stands before any of it is read.
"""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from simulator.core.garbage import uncollected
from simulator.core.texts import Language

if TYPE_CHECKING:
    from simulator.scenario.drawing.town import Progress
    from simulator.store.database import Seat
    from simulator.store.engine import Store
    from simulator.store.session import Session, SessionItem


class SessionSource:
    """Opens days and sessions: a new day from the scenarios, or a session that was begun."""

    def __init__(self, store_path: Path | None = None) -> None:
        self._store_path = store_path
        self._store: Store | None = None
        self._opening = Lock()
        self._seat: Seat | None = None

    @property
    def store(self) -> "Store":
        """The open store. Raises ``StoreProblem``."""
        from simulator.store.engine import open_store

        with self._opening:  # a day may be begun while the sessions are being listed
            if self._store is None:
                self._store = open_store(self._store_path)
            return self._store

    def unfinished(self) -> "tuple[SessionItem, ...]":
        """Return the sessions on this machine, newest first. Raises ``StoreProblem``."""
        from simulator.store.session import sessions

        return sessions(self.store)

    def begin(
        self,
        path: Path,
        language: Language,
        seed: int | None = None,
        progress: "Progress | None" = None,
    ) -> "Session":
        """Draw the town and open a day; ``progress`` is called with how many citizens are drawn.

        Raises ``ScenarioRefused`` or ``StoreProblem``.
        """
        from simulator.scenario.library import forget
        from simulator.scenario.loading import load
        from simulator.store.session import Session

        with uncollected(settled=True):
            loaded = load(path, seed, progress)
            forget()
            return Session.start(self.store, loaded.opening, loaded.town, language)

    def resume(self, id_: str) -> "Session":
        """Open a session where it was left. Raises ``StoreProblem``."""
        from simulator.store.session import Session

        with uncollected(settled=True):
            return Session.resume(self.store, id_)

    def sits_at(self, session: "Session", look_on: bool = False) -> bool:
        """Claim a session for this program; ``False`` if another has it, or with ``look_on``."""
        from simulator.store.seats import take_seat

        self.rise()
        if not look_on:
            self._seat = take_seat(session.store, session.id)
        return self._seat is not None

    def rise(self) -> None:
        """Give up the claim on the session, if there is one."""
        if self._seat is not None:
            self._seat.leave()
            self._seat = None

    def close(self) -> None:
        """Give up the claim on the session, and close the store if it was opened."""
        self.rise()
        if self._store is not None:
            self._store.close()
            self._store = None
