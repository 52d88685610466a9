"""A small day with a register one can search, an overview that copies it, and something protected.

Amina has moved from Engtoften to Havnegade; the overview, copied nightly, has not heard of it.
Bodil's address is protected. The building register knows two dwellings, and nobody by name.
"""

from collections.abc import Mapping
from dataclasses import replace

from simulator.casework.day import Day
from simulator.core.facts import Fact, FactType
from simulator.core.values import changed
from simulator.landscape.integrations import Carry, Integration, Loses, Stop
from simulator.landscape.systems import Field, Key, Landscape, Page, Search, System
from simulator.town.spells import Spell
from simulator.town.town import Town
from tests.casework.small import (
    AMINA,
    BODIL,
    DAY,
    INCOME,
    SYSTEMS,
    a_day,
    a_town,
    an_opening,
    arrow,
    moment_on,
    text,
)

NAME, ADDRESS, MARK = "person.name", "residence.address", "residence.protected"
HOME, DWELLING, ROOMS = "residence.dwelling", "dwelling.address", "dwelling.rooms"
LONG_AGO = DAY - 3_000


def fact(id_: str, type_: FactType, **more: object) -> Fact:
    return Fact(id_, "citizen", type_, "span", text(id_), {}, **more)  # type: ignore[arg-type]


FACTS: Mapping[str, Fact] = {
    **an_opening().facts,
    NAME: fact(NAME, "text"),
    ADDRESS: fact(ADDRESS, "address", sensitivity="protected", marked_by=MARK),
    MARK: fact(MARK, "yes-no"),
    HOME: fact(HOME, "dwelling", relation="home", sensitivity="protected", marked_by=MARK),
    DWELLING: fact(DWELLING, "address"),
    ROOMS: fact(ROOMS, "count"),
}


def always(value: object) -> tuple[Spell, ...]:
    return (Spell(value, LONG_AGO, None, LONG_AGO * 1440),)  # type: ignore[arg-type]


def a_searchable_town() -> Town:
    town = a_town()
    moved = (
        Spell("Engtoften 12", LONG_AGO, DAY - 5, LONG_AGO * 1440),
        Spell("Havnegade 3", DAY - 5, None, moment_on("2026-01-28")),
    )
    spells = {
        (NAME, AMINA): always("Amina Holst"),
        (NAME, BODIL): always("Bodil Bech"),
        (ADDRESS, AMINA): moved,
        (ADDRESS, BODIL): always("Havnegade 9"),
        (MARK, AMINA): always(False),
        (MARK, BODIL): always(True),
        (HOME, AMINA): always("d2"),
        (HOME, BODIL): always("d1"),
        (DWELLING, "d1"): always("Engtoften 12"),
        (DWELLING, "d2"): always("Havnegade 3"),
        (ROOMS, "d1"): always(4),
        (ROOMS, "d2"): always(2),
    }
    return replace(town, spells={**town.spells, **spells})


def register() -> System:
    page = Page("person", text("Person"), (Field(NAME), Field(ADDRESS), Field(MARK)))
    by = {
        "name": Key(NAME, "begins", ("capitals", "surname-first")),
        "address": Key(ADDRESS, "begins", earlier=True),
    }
    search = Search(by, 12, (NAME, ADDRESS))  # type: ignore[arg-type]
    return System(
        "cpr", text("CPR"), text("owner"), "terminal", (page,), 2,
        from_world=(NAME, ADDRESS, MARK, HOME), search=search,
    )  # fmt: skip


def overview() -> System:
    page = Page("citizen", text("Citizen"), (Field(INCOME), Field(NAME), Field(ADDRESS)))
    by = {"name": Key(NAME, "contains"), "address": Key(ADDRESS, "contains")}
    search = Search(by, 1, (NAME,))  # type: ignore[arg-type]
    return changed(SYSTEMS["overblik"], pages=(page,), search=search)


def buildings() -> System:
    page = Page("dwelling", text("Dwelling"), (Field(DWELLING), Field(ROOMS)), HOME)
    search = Search({"address": Key(DWELLING)}, 12, (DWELLING,))
    return System(
        "bbr", text("BBR"), text("owner"), "ledger", (page,), 3,
        from_world=(DWELLING, ROOMS, HOME), search=search,
    )  # fmt: skip


def a_landscape(*, loses: Loses = "nothing", **systems: System) -> Landscape:
    carries = {NAME: Carry(NAME), ADDRESS: Carry(ADDRESS, loses=loses), MARK: Carry(MARK)}
    stopped = (Stop(moment_on("2026-01-12", "00:00")),)
    copies = Integration("cpr", "overblik", carries, stops=stopped)
    known = {**SYSTEMS, "cpr": register(), "overblik": overview(), "bbr": buildings()}
    return Landscape({**known, **systems}, (arrow(), copies))


def protected_day(party: str = BODIL, *, loses: Loses = "nothing", **systems: System) -> Day:
    """A day with Bodil's case, or another's, in hand."""
    where = a_landscape(loses=loses, **systems)
    town = a_searchable_town()
    return a_day(town=town, party=party, landscape=where, facts=FACTS)
