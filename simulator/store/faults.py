"""What SQLite says went wrong, as a problem with a code of ours."""

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from simulator.store.problems import StoreProblem

FAULTS = (DBAPIError, sqlite3.Error)

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
"""By the beginning of SQLite's name for it; the first that fits."""


def problem(wrong: Exception, path: Path) -> StoreProblem:
    """Return the problem that an error of the driver is."""
    said = getattr(wrong, "orig", None) or wrong
    name = getattr(said, "sqlite_errorname", "")
    if not name and isinstance(said, sqlite3.OperationalError):
        name = "SQLITE_CORRUPT"  # the driver itself, over text that is not UTF-8
    code = next((code for sign, code in CODES.items() if name.startswith(sign)), "failed")
    return StoreProblem(code, path=str(path))
