"""Opening the store: one SQLite file, every commit on the disk before it counts.

WAL with ``synchronous=FULL``; where WAL does not work (a network drive) the rollback journal.
Writers begin immediately and try again after a short random pause: SQLite's own waiting is unfair
when a class acts in the same second.
"""

import os
import random
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from platformdirs import user_data_dir
from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel, create_engine, insert, select

from simulator.store.problems import StoreProblem
from simulator.store.tables import VERSION, StoreVersion

T = TypeVar("T")

PATIENCE = 5.0
"""Seconds a writer goes on trying."""

_UPGRADES: dict[int, Callable[[Connection], None]] = {}
"""By the version they upgrade from."""


def default_path() -> Path:
    """Return where sessions lie on this machine; ``PRAKSISHUS_HOME`` overrides it."""
    home = os.environ.get("PRAKSISHUS_HOME") or user_data_dir("praksishus", appauthor=False)
    return Path(home) / "sessions.sqlite"


class Store:
    """An open store: one connection, kept."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path, self.connection = path, connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do ``work`` in one transaction that is on the disk when this returns.

        Raises ``StoreProblem``; nothing of the work is kept then.
        """
        return _retried(lambda: self._once(work), self.path)

    def read(self, work: Callable[[Connection], T]) -> T:
        """Read something. Raises ``StoreProblem``."""
        return self.write(work)

    def _once(self, work: Callable[[Connection], T]) -> T:
        with self.connection.begin():
            return work(self.connection)

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()
        self.connection.engine.dispose()


def open_store(path: Path | None = None) -> Store:
    """Open the store, making or upgrading it as needed. Raises ``StoreProblem``."""
    path = path or default_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise StoreProblem("read-only", path=str(path.parent)) from wrong
    engine = create_engine(
        f"sqlite:///{path}", connect_args={"isolation_level": "IMMEDIATE", "timeout": 0}
    )
    event.listen(engine, "connect", _prepare)
    try:
        store = Store(path, _retried(engine.connect, path))
        store.write(_upgrade)
    except StoreProblem:
        engine.dispose()
        raise
    return store


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _upgrade(connection: Connection) -> None:
    SQLModel.metadata.create_all(connection)
    found = connection.execute(select(StoreVersion.version)).scalar()
    if found is None:
        connection.execute(insert(StoreVersion), [{"id": 1, "version": VERSION}])
        return
    if found > VERSION:
        raise StoreProblem("newer", version=str(found), known=str(VERSION))
    for version in range(found, VERSION):
        _UPGRADES[version](connection)


def _retried(work: Callable[[], T], path: Path) -> T:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return work()
        except (DBAPIError, sqlite3.Error) as wrong:
            problem = _problem(wrong, path)
            if problem.code != "busy" or time.monotonic() > deadline:
                raise problem from wrong
        time.sleep(random.uniform(0.001, 0.008))  # noqa: S311 - fairness, not secrets


_SIGNS = {
    "locked": "busy",
    "busy": "busy",
    "is full": "full",
    "readonly": "read-only",
    "read-only": "read-only",
    "unable to open": "read-only",
    "malformed": "damaged",
    "not a database": "damaged",
    "disk i/o": "full",
    "no such column": "damaged",
    "unique constraint": "elsewhere",
}


def _problem(wrong: Exception, path: Path) -> StoreProblem:
    said = str(getattr(wrong, "orig", wrong)).lower()
    code = next((code for sign, code in _SIGNS.items() if sign in said), "failed")
    return StoreProblem(code, path=str(path))
