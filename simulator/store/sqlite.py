"""The store in SQLite: one file, with what that takes to keep every commit on this disk.

A write-ahead log with ``synchronous=FULL``. It needs memory that all its users share, which a
network drive does not give: there, and wherever it does not work, the rollback journal. A seat is a
lock that SQLite holds on a small file beside the store: no clock is asked, and nothing is left
behind that looks occupied.
"""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError

from simulator.store.database import Seat
from simulator.store.problems import StoreProblem

FILE = "sessions.sqlite"
"""The name of the file, where nobody chooses another."""
DESKS = "desks"
"""The folder of the seats, beside it."""
WAIT = 0.2
"""Seconds somebody who sits down waits for one who only looks whether the seat is free."""

CODES = {
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_PROTOCOL": "busy",
    "SQLITE_FULL": "full",
    "SQLITE_IOERR_SHORT_READ": "damaged",
    "SQLITE_IOERR_CORRUPTFS": "damaged",
    "SQLITE_IOERR": "disk",
    "SQLITE_READONLY": "read-only",
    "SQLITE_CANTOPEN": "read-only",
    "SQLITE_PERM": "read-only",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_ERROR": "damaged",  # a table or a column that is not there
    "SQLITE_CONSTRAINT_PRIMARYKEY": "elsewhere",
    "SQLITE_CONSTRAINT_UNIQUE": "elsewhere",
}
"""What a fault is to a person, by the beginning of SQLite's name for it; the first that fits."""

_REMOTE = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "davfs", "fuse.sshfs", "fuse.gvfsd")
_PAGES = 100
"""Of the log before it begins again: writing over it is faster than making it longer."""
_MOUNTS = Path("/proc/self/mounts")


class SQLite:
    """A database that is one file."""

    faults: tuple[type[Exception], ...] = (DBAPIError, sqlite3.Error)

    def __init__(self, path: Path) -> None:
        self._path = path

    def connect(self) -> Connection:
        """Connect, and make the file where there is none yet."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as fault:
            raise StoreProblem("read-only", path=str(self._path.parent)) from fault
        engine = create_engine(
            URL.create("sqlite", database=str(self._path)),
            connect_args={"isolation_level": None, "timeout": 0},  # transactions begin as we say
        )
        event.listen(engine, "connect", lambda driver, _: keep_promises(driver, self._path))
        try:
            return engine.connect()
        except self.faults:
            engine.dispose()
            raise

    def begin(self, connection: Connection, *, writing: bool) -> None:
        """Begin by the driver: through SQLAlchemy it costs ten times that."""
        _driver(connection).execute("BEGIN IMMEDIATE" if writing else "BEGIN")

    def problem(self, fault: Exception) -> StoreProblem:
        """Return the problem that an error of the driver is."""
        original = getattr(fault, "orig", None) or fault
        name = getattr(original, "sqlite_errorname", "")
        if not name and isinstance(original, sqlite3.OperationalError):
            name = "SQLITE_CORRUPT"  # the driver itself, over text that is not UTF-8
        code = next((code for sign, code in CODES.items() if name.startswith(sign)), "failed")
        return StoreProblem(code, path=str(self._path))

    def forget_deleted(self, connection: Connection) -> None:
        """Move everything out of the write-ahead log."""
        with suppress(sqlite3.Error):
            _driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def take_seat(self, session: str) -> Seat | None:
        """Hold the lock on the file of a seat."""
        try:
            driver = _locked(self._seat(session), "BEGIN EXCLUSIVE", WAIT)
        except _Taken:
            return None
        return Seat(driver.close if driver else lambda: None)

    def is_free(self, session: str) -> bool:
        """Try to read the file of a seat."""
        path = self._seat(session)
        if not path.exists():
            return True
        try:
            driver = _locked(path, "SELECT * FROM sqlite_schema", 0)
        except _Taken:
            return False
        if driver:
            driver.close()
        return True

    def clear_seat(self, session: str) -> None:
        """Remove the file of a seat."""
        with suppress(OSError):
            self._seat(session).unlink()

    def _seat(self, session: str) -> Path:
        return self._path.parent / DESKS / f"{session}.lock"


def _driver(connection: Connection) -> sqlite3.Connection:
    return cast(sqlite3.Connection, connection.connection.dbapi_connection)


class _Taken(Exception):  # noqa: N818 - what was found, not a fault
    """Somebody sits there."""


def _locked(path: Path, how: str, wait: float) -> sqlite3.Connection | None:
    """Return a connection that holds a lock; ``None`` where no locks can be had."""
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        driver = sqlite3.connect(path, wait, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error):
        return None
    try:
        driver.execute(how)
    except sqlite3.Error as fault:
        with closing(driver):
            if fault.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise _Taken from fault
        return None
    return driver


def keep_promises(driver: sqlite3.Connection, path: Path) -> None:
    """Set a new connection up. Raises ``sqlite3.Error`` where nothing can be kept at all."""
    ahead = _mode(driver) == "wal"
    if on_network(path, _mounts()):
        if ahead:
            _mode(driver, "=DELETE")
    elif not ahead and _tried(path.parent):
        _mode(driver, "=WAL")
    driver.execute("PRAGMA synchronous=FULL")
    driver.execute(f"PRAGMA wal_autocheckpoint={_PAGES}")
    driver.execute("PRAGMA secure_delete=ON")  # words that are deleted are gone from the disk


def _mode(driver: sqlite3.Connection, change: str = "") -> str:
    return str(driver.execute(f"PRAGMA journal_mode{change}").fetchone()[0])


def _tried(folder: Path) -> bool:
    """Try a write-ahead log beside the store: one that has begun and fails cannot be left."""
    try:
        with TemporaryDirectory(prefix=".praksishus-", dir=folder) as beside:
            driver = sqlite3.connect(Path(beside) / "try.sqlite")
            try:
                return write_ahead_works(driver)
            finally:
                driver.close()
    except OSError:
        return False


def write_ahead_works(driver: sqlite3.Connection) -> bool:
    """Return whether a write-ahead log works where an empty database lies."""
    try:
        chosen = _mode(driver, "=WAL")
        driver.execute("CREATE TABLE tried (it INTEGER)")
        driver.execute("SELECT it FROM tried").fetchone()
    except sqlite3.Error:
        return False
    return chosen == "wal"


def _mounts() -> str:
    try:
        return _MOUNTS.read_text(errors="replace")
    except OSError:
        return ""


def on_network(path: Path, mounts: str) -> bool:
    """Return whether a path lies on a network drive, by the machine's list of what is mounted."""
    real = os.path.realpath(path)
    if real.startswith("\\\\"):
        return True
    rows = [line.split() for line in mounts.splitlines()]
    kinds = {row[1].replace("\\040", " "): row[2] for row in rows if len(row) > 2}
    above = [str(folder) for folder in (Path(real), *Path(real).parents)]
    kind = next((kinds[folder] for folder in above if folder in kinds), "")
    return kind.startswith(_REMOTE)
