"""Opening the store: one connection kept, every commit on the disk.

Writers begin at once and try again after a short random pause: one that reads first and writes
later is refused when another has written in between, and a database's own waiting is unfair when a
class acts in the same second.
"""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import TypeVar

from platformdirs import user_data_dir
from sqlalchemy import Connection

from simulator.store.database import Database
from simulator.store.problems import StoreProblem
from simulator.store.sqlite import FILE, SQLite
from simulator.store.upgrades import bring_up, is_current

T = TypeVar("T")

Patience = Callable[[], bool]
"""Says whether to go on trying where another program writes."""

PATIENCE = 5.0
"""Seconds a writer goes on trying, unless it is told otherwise."""
PAUSE = (0.001, 0.008)
"""Seconds between two tries, at random."""


def for_seconds(seconds: float) -> Patience:
    """Return the patience to go on for some seconds; a clock that is set back does not matter."""
    deadline = time.monotonic() + seconds
    return lambda: time.monotonic() <= deadline


def home() -> Path:
    """Return the folder of a person's sessions here; ``PRAKSISHUS_HOME`` overrides it."""
    return Path(os.environ.get("PRAKSISHUS_HOME") or user_data_dir("praksishus", appauthor=False))


def default_path() -> Path:
    """Return where sessions lie on this machine, unless a store is opened somewhere else."""
    return home() / FILE


class Store:
    """An open store: one connection, kept. It may be used from more than one thread."""

    def __init__(self, database: Database) -> None:
        """Connect to a database, and make or upgrade its tables as needed.

        Raises ``StoreProblem``.
        """
        self.database = database
        self._alone = RLock()
        self.connection = self._retried(database.connect)
        try:
            if not self.read(is_current):
                self.write(bring_up)
        except StoreProblem:
            self.close()
            raise

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.connection.engine.url.database or "")

    def write(self, work: Callable[[Connection], T], patience: Patience | None = None) -> T:
        """Do ``work`` in one transaction that is on the disk when this returns.

        Where another program writes, ``patience`` is asked whether to go on trying. Raises
        ``StoreProblem``, and then nothing of the work is kept. It may be done more than once.
        """
        return self._retried(lambda: self._once(work, writing=True), patience)

    def read(self, work: Callable[[Connection], T]) -> T:
        """Read something, all of it as it was at one moment. Raises ``StoreProblem``."""
        return self._retried(lambda: self._once(work, writing=False))

    def _once(self, work: Callable[[Connection], T], *, writing: bool) -> T:
        with self._alone, self.connection.begin():
            self.database.begin(self.connection, writing=writing)
            return work(self.connection)

    def _retried(self, work: Callable[[], T], patience: Patience | None = None) -> T:
        go_on = patience or for_seconds(PATIENCE)
        while True:
            try:
                return work()
            except self.database.faults as fault:
                problem = self.database.problem(fault)
                if problem.code != "busy" or not go_on():
                    raise problem from fault
            time.sleep(random.uniform(*PAUSE))  # noqa: S311 - fairness, not secrets

    def forget_deleted(self) -> None:
        """Let what was deleted be nowhere any more.

        Where another program is reading it waits until the store is closed.
        """
        with self._alone:
            self.database.forget_deleted(self.connection)

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()
        self.connection.engine.dispose()


def open_store(path: Path | None = None) -> Store:
    """Open the store in a file, making or upgrading it as needed. Raises ``StoreProblem``.

    Where no ``path`` is given it is the one of ``default_path``.
    """
    return Store(SQLite(path or default_path()))
