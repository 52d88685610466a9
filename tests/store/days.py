"""A day to keep: the small day with more people in it, played by somebody thorough."""

import sqlite3
from pathlib import Path
from typing import cast

import pytest

from simulator.casework.actions.day import AcceptPrebrief, MarkMoment
from simulator.casework.commands import Command
from simulator.casework.events import Event
from simulator.casework.families import fold, opened, unfold
from simulator.casework.habits import thorough
from simulator.casework.opening import Arrival, Opening
from simulator.casework.seeing import see
from simulator.core.values import changed
from simulator.store.engine import Store
from simulator.town.digest import digest
from simulator.town.town import Town
from tests.casework.small import AMINA, BODIL, CONDUCT, SUBSIDY, a_town, an_opening

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios" / "days").glob("*.yaml"))
EVERY_DAY = pytest.mark.parametrize(
    "scenario", ["", *map(str, SHIPPED)], ids=["small", *(one.stem for one in SHIPPED)]
)
BUSY = changed(CONDUCT, rings_about_waiting=90, rings_about_letter=70, rings_about_adverse=90)


def a_long_opening(cases: int = 5) -> Opening:
    """A day with several cases, and people who ring."""
    arrivals = tuple(
        Arrival(f"S-{101 + n}", SUBSIDY.id, (AMINA, BODIL)[n % 2], 480 + 20 * n, "letter")
        for n in range(cases)
    )
    return an_opening(arrivals=arrivals, conduct=BUSY, town=digest(a_town()))


def the_day(scenario: str = "") -> tuple[Opening, Town]:
    """The day of a scenario file, or the small one."""
    if not scenario:
        return a_long_opening(), a_town()
    from tests.shipped import shipped  # the killed player loads only store and casework

    loaded = shipped(Path(scenario).stem)
    return loaded.opening, loaded.town


def a_script(opening: Opening, town: Town) -> tuple[Command, ...]:
    """What somebody thorough does until the evening, who marks moments on the way."""
    script: list[Command] = [AcceptPrebrief()]
    day = unfold(fold(opened(opening, town), town), script[0]).day
    while not day.ended:
        script.append(thorough(see(day)))
        day = unfold(day, script[-1]).day
        if day.seq % 5 == 0 and not day.ended:
            script.append(MarkMoment(f"Øjeblik {day.seq}"))
            day = unfold(day, script[-1]).day
    return tuple(script)


def the_log(opening: Opening, town: Town, script: tuple[Command, ...]) -> tuple[Event, ...]:
    """What a script makes happen, with no store anywhere."""
    log = list(opened(opening, town))
    day = fold(log, town)
    for command in script:
        run = unfold(day, command)
        log.extend(run.events)
        day = run.day
    return tuple(log)


def pragma(store: Store, setting: str) -> object:
    """Ask or set something of SQLite itself, on the store's own connection."""
    driver = cast(sqlite3.Connection, store.connection.connection.dbapi_connection)
    row = driver.execute(f"PRAGMA {setting}").fetchone()
    return row[0] if row else None
