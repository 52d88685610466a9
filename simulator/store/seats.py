"""Who sits at the desk of a session: one program at a time, the others may watch.

A seat is a lock that SQLite holds on a small file beside the store. The machine lets go of it when
the program ends, however it ends: no clock is asked, nothing is left behind that looks occupied. It
is a courtesy: that two writers cannot write the same place is the log's own doing.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from simulator.store.engine import Store
from simulator.store.log import LETTERS

FOLDER = "desks"
WAIT = 0.2
"""Seconds somebody who sits down waits for one who only looks whether the seat is free."""


class Seat:
    """A seat that is taken. It is free again when it is left, or its program ends."""

    def __init__(self, driver: sqlite3.Connection | None) -> None:
        self._driver = driver

    def leave(self) -> None:
        """Let somebody else sit down."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None


def take_seat(store: Store, session: str) -> Seat | None:
    """Sit down at a session; nothing if somebody sits there.

    Where the disk knows no locks there is always a seat.
    """
    try:
        driver = _locked(_file(store, session), "BEGIN EXCLUSIVE", WAIT)
    except _Taken:
        return None
    return Seat(driver)


def is_free(store: Store, session: str) -> bool:
    """Say whether nobody sits at a session just now."""
    path = _file(store, session)
    if path is None or not path.exists():
        return True
    try:
        driver = _locked(path, "SELECT * FROM sqlite_schema", 0)
    except _Taken:
        return False
    Seat(driver).leave()
    return True


def clear_seat(store: Store, session: str) -> None:
    """Take the seat of a session away that is deleted."""
    if path := _file(store, session):
        with suppress(OSError):
            path.unlink()


class _Taken(Exception):  # noqa: N818 - what was found, not a fault
    """Somebody sits there."""


def _file(store: Store, session: str) -> Path | None:
    """Return the file of a seat; nothing for a name that is none of ours."""
    if not session or not set(session) <= set(LETTERS):
        return None
    return store.path.parent / FOLDER / f"{session}.lock"


def _locked(path: Path | None, how: str, wait: float) -> sqlite3.Connection | None:
    if path is None:
        return None
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        driver = sqlite3.connect(path, wait, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error):
        return None
    try:
        driver.execute(how)
    except sqlite3.Error as wrong:
        with closing(driver):
            if wrong.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise _Taken from wrong
        return None
    return driver
