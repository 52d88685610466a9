"""The version of the tables: made when new, upgraded when older, refused when newer."""

from collections.abc import Callable

from sqlalchemy import Connection, inspect, text, update
from sqlmodel import SQLModel, insert, select

from simulator.store.problems import StoreProblem
from simulator.store.tables import VERSION, StoreVersion


def _commands_beside_events(connection: Connection) -> None:
    """1 to 2: an event says what shape it was written in, by which command, from which seat."""
    for column in ("shapes INTEGER NOT NULL DEFAULT '1'", "seat INTEGER", "command VARCHAR"):
        connection.execute(text(f"ALTER TABLE eventrow ADD COLUMN {column}"))


UPGRADES: dict[int, Callable[[Connection], None]] = {1: _commands_beside_events}
"""By the version of the tables they upgrade from, to the next. A step is never changed again."""


def version(connection: Connection) -> int | None:
    """Return the version of the tables, ``None`` in a new store."""
    if not inspect(connection).has_table("storeversion"):
        return None
    return connection.execute(select(StoreVersion.version)).scalar()


def is_current(connection: Connection) -> bool:
    """Return whether the tables are as this program knows them.

    Raises ``StoreProblem`` if they are newer.
    """
    present = version(connection)
    if present is not None and present > VERSION:
        raise StoreProblem(
            "newer", version=str(present), known=str(VERSION), path=_path(connection)
        )
    return present == VERSION


def bring_up(connection: Connection) -> None:
    """Make the tables, or take them from their version to this one. Raises ``StoreProblem``."""
    if is_current(connection):  # another program was first
        return
    present = version(connection)
    if present is None:
        if inspect(connection).get_table_names():
            raise StoreProblem("damaged", path=_path(connection))
        SQLModel.metadata.create_all(connection)
        connection.execute(insert(StoreVersion), [{"id": 1, "version": VERSION}])
        return
    for older in range(present, VERSION):
        UPGRADES[older](connection)
    connection.execute(update(StoreVersion).values(version=VERSION))


def _path(connection: Connection) -> str:
    return connection.engine.url.database or ""
