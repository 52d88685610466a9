"""Opening the store: one SQLite file, one connection kept, every commit on the disk.

Writers begin immediately and try again after a short random pause: one that reads first and writes
later is refused when another has written in between, and SQLite's own waiting is unfair when a
class acts in the same second.
"""

import os
import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TypeVar, cast

from platformdirs import user_data_dir
from sqlalchemy import URL, Connection, create_engine, event

from simulator.store.faults import FAULTS, problem
from simulator.store.journal import keep_promises
from simulator.store.problems import StoreProblem
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


def default_path() -> Path:
    """Return where sessions lie on this machine; ``PRAKSISHUS_HOME`` overrides it."""
    home = os.environ.get("PRAKSISHUS_HOME") or user_data_dir("praksishus", appauthor=False)
    return Path(home) / "sessions.sqlite"


class Store:
    """An open store: one connection, kept. It may be used from more than one thread."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path, self.connection = path, connection
        self._driver = cast(sqlite3.Connection, connection.connection.dbapi_connection)
        self._alone = RLock()

    def write(self, work: Callable[[Connection], T], patience: Patience | None = None) -> T:
        """Do ``work`` in one transaction that is on the disk when this returns.

        Where another program writes, ``patience`` is asked whether to go on trying. Raises
        ``StoreProblem``; nothing of the work is kept then. It may be done more than once.
        """
        return _retried(lambda: self._once("BEGIN IMMEDIATE", work), self.path, patience)

    def read(self, work: Callable[[Connection], T]) -> T:
        """Read something, all of it as it was at one moment. Raises ``StoreProblem``."""
        return _retried(lambda: self._once("BEGIN", work), self.path)

    def _once(self, begin: str, work: Callable[[Connection], T]) -> T:
        with self._alone, self.connection.begin():
            self._driver.execute(begin)  # by the driver: through SQLAlchemy it costs ten times that
            return work(self.connection)

    def empty_journal(self) -> None:
        """Move everything out of the journal, so that what was deleted is nowhere.

        Where another program is reading it waits until the store is closed.
        """
        with self._alone, suppress(sqlite3.Error):
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()
        self.connection.engine.dispose()


def open_store(path: Path | None = None) -> Store:
    """Open the store, making or upgrading it as needed. Raises ``StoreProblem``."""
    path = path or default_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as wrong:
        raise StoreProblem("read-only", path=str(path.parent)) from wrong
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"isolation_level": None, "timeout": 0},  # transactions begin as we say
    )
    event.listen(engine, "connect", lambda driver, _: keep_promises(driver, path))
    try:
        store = Store(path, _retried(engine.connect, path))
        if not store.read(is_current):
            store.write(bring_up)
    except StoreProblem:
        engine.dispose()
        raise
    return store


def _retried(work: Callable[[], T], path: Path, patience: Patience | None = None) -> T:
    go_on = patience or for_seconds(PATIENCE)
    while True:
        try:
            return work()
        except FAULTS as wrong:
            found = problem(wrong, path)
            if found.code != "busy" or not go_on():
                raise found from wrong
        time.sleep(random.uniform(*PAUSE))  # noqa: S311 - fairness, not secrets
