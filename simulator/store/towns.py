"""Towns in the store: once per hash."""

import json
from typing import Any

from sqlalchemy import Connection
from sqlmodel import insert, select

from simulator.store.codec import canonical
from simulator.store.problems import StoreProblem
from simulator.store.tables import CitizenRow, HouseholdRow, TimelineRow, TownRow
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
    """Read a town back. Raises ``StoreProblem`` if it is not there or not whole."""
    if not connection.execute(select(TownRow.town).where(TownRow.town == hash_)).first():
        raise StoreProblem("no-town", town=hash_)
    citizens = connection.execute(select(CitizenRow.row).where(CitizenRow.town == hash_))
    households = connection.execute(select(HouseholdRow.row).where(HouseholdRow.town == hash_))
    timelines = connection.execute(
        select(TimelineRow.fact, TimelineRow.subject, TimelineRow.spells).where(
            TimelineRow.town == hash_
        )
    )
    try:
        return from_plain(
            {
                "citizens": [json.loads(row) for (row,) in citizens],
                "households": [json.loads(row) for (row,) in households],
                "spells": [[fact, who, json.loads(line)] for fact, who, line in timelines],
            }
        )
    except ValueError as wrong:
        raise StoreProblem("damaged", path=hash_) from wrong
