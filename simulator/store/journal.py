"""How SQLite keeps its promise on this disk: every commit is there before it counts.

A write-ahead log with ``synchronous=FULL``. It needs memory that all its users share, which a
network drive does not give: there, and wherever it does not work, the rollback journal.
"""

import os
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

_REMOTE = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "davfs", "fuse.sshfs", "fuse.gvfsd")
_PAGES = 100
"""Of the log before it begins again: writing over it is faster than making it longer."""
_MOUNTS = Path("/proc/self/mounts")


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
    """Say whether a write-ahead log works where an empty database lies."""
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
    """Say whether a path lies on a network drive, by the machine's list of what is mounted."""
    real = os.path.realpath(path)
    if real.startswith("\\\\"):
        return True
    rows = [line.split() for line in mounts.splitlines()]
    kinds = {row[1].replace("\\040", " "): row[2] for row in rows if len(row) > 2}
    above = [str(folder) for folder in (Path(real), *Path(real).parents)]
    kind = next((kinds[folder] for folder in above if folder in kinds), "")
    return kind.startswith(_REMOTE)
