"""Towns in the store: once per hash."""

import json
from typing import Any

from sqlalchemy import Connection, delete
from sqlmodel import col, insert, select

from simulator.store.codec import canonical
from simulator.store.tables import CitizenRow, HouseholdRow, SessionRow, TimelineRow, TownRow
from simulator.town.digest import digest
from simulator.town.plain import from_plain, to_plain
from simulator.town.town import Town


def keep_town(connection: Connection, hash_: str, town: Town) -> None:
    """Store a town unless it is there."""
    if connection.execute(select(TownRow.town).where(TownRow.town == hash_)).first():
        return
    plain = to_plain(town)
    _insert(connection, CitizenRow, hash_, plain["citizens"])
    _insert(connection, HouseholdRow, hash_, plain["households"])
    timelines = [
        {"town": hash_, "fact": fact, "subject": subject, "spells": canonical(spells)}
        for fact, subject, spells in plain["spells"]
    ]
    if timelines:
        connection.execute(insert(TimelineRow), timelines)
    connection.execute(insert(TownRow), [{"town": hash_}])


def _insert(connection: Connection, table: Any, hash_: str, rows: list[list[Any]]) -> None:
    if rows:
        values = [{"town": hash_, "id": row[0], "row": canonical(row)} for row in rows]
        connection.execute(insert(table), values)


def load_town(connection: Connection, hash_: str) -> Town:
    """Read a town back. Raises ``ValueError`` or ``TypeError`` if it is not there or not whole."""
    citizens = connection.execute(select(CitizenRow.row).where(CitizenRow.town == hash_))
    households = connection.execute(select(HouseholdRow.row).where(HouseholdRow.town == hash_))
    timelines = connection.execute(
        select(TimelineRow.fact, TimelineRow.subject, TimelineRow.spells).where(
            TimelineRow.town == hash_
        )
    )
    town = from_plain(
        {
            "citizens": [json.loads(row) for (row,) in citizens],
            "households": [json.loads(row) for (row,) in households],
            "spells": [[fact, who, json.loads(line)] for fact, who, line in timelines],
        }
    )
    if digest(town) != hash_:
        raise ValueError("another town")
    return town


def drop_unused_towns(connection: Connection) -> None:
    """Delete the towns that no session is played in."""
    used = select(SessionRow.town)
    for table in (CitizenRow, HouseholdRow, TimelineRow, TownRow):
        connection.execute(delete(table).where(col(table.town).not_in(used)))
