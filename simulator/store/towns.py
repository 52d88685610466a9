"""Towns in the store: once per hash."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete
from sqlmodel import col, insert, select

from simulator.store.rows import fetch_rows, insert_rows
from simulator.store.shared import shared
from simulator.store.tables import CitizenRow, HouseholdRow, SessionRow, TimelineRow, TownRow
from simulator.town.digest import town_of_texts
from simulator.town.plain import spell_texts, to_texts
from simulator.town.town import Town

AT_ONCE = 2_000
"""Rows that are handed to the driver together."""


def keep_town(connection: Connection, hash_: str, town: Town) -> None:
    """Store a town unless it is there."""
    if connection.execute(select(TownRow.town).where(TownRow.town == hash_)).first():
        return
    citizens, households = to_texts(town)
    _insert(connection, CitizenRow, hash_, citizens)
    _insert(connection, HouseholdRow, hash_, households)
    _insert(connection, TimelineRow, hash_, spell_texts(town))
    connection.execute(insert(TownRow), [{"town": hash_}])


def _insert(
    connection: Connection, table: Any, hash_: str, rows: Iterable[tuple[str, ...]]
) -> None:
    """Insert rows of a table after its first column, the hash of the town."""
    left = iter(rows)
    while values := [(hash_, *row) for row in islice(left, AT_ONCE)]:
        insert_rows(connection, table, values)


def load_town(connection: Connection, hash_: str) -> Town:
    """Return a town, read back unless it has been already.

    Raises ``ValueError`` if it is not there or not whole.
    """
    return shared(connection).get(("town", hash_), lambda: _read_town(connection, hash_))


def _read_town(connection: Connection, hash_: str) -> Town:
    citizens = select(CitizenRow.id, CitizenRow.row).where(CitizenRow.town == hash_)
    households = select(HouseholdRow.id, HouseholdRow.row).where(HouseholdRow.town == hash_)
    timelines = select(TimelineRow.fact, TimelineRow.subject, TimelineRow.spells).where(
        TimelineRow.town == hash_
    )
    queries = (citizens, households, timelines)
    texts = (fetch_rows(connection, query) for query in queries)
    try:
        return town_of_texts(hash_, *texts)
    except (TypeError, AttributeError, RecursionError) as fault:  # no texts, or far too deep ones
        raise ValueError("not a town") from fault


def drop_unused_towns(connection: Connection) -> None:
    """Delete the towns that no session is played in."""
    used = select(SessionRow.town)
    for table in (CitizenRow, HouseholdRow, TimelineRow, TownRow):
        connection.execute(delete(table).where(col(table.town).not_in(used)))
