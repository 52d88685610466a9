"""A small landscape to read examples in: a register, an overview fed by it, a third fed by that."""

from simulator.core.clock import day_number, day_of, minutes, moment
from simulator.core.facts import Value
from simulator.core.texts import Text
from simulator.landscape.integrations import Carry, Integration, Stop
from simulator.landscape.observe import World
from simulator.landscape.parting import parting
from simulator.landscape.systems import Landscape, Outage, System
from simulator.town.spells import Spell
from simulator.town.town import Town

INCOME = "income.monthly"
AMINA = "amina"
TODAY = "2026-02-02"


def at(clock: str, day: str = TODAY) -> int:
    return moment(day_number(day), minutes(clock))


def said(text: str) -> Text:
    return Text(text, text)


def system(id_: str, **more: object) -> System:
    return System(id_, said(id_), said("owner"), "cards", (), 2, **more)  # type: ignore[arg-type]


def month(kroner: int, first: str, after: str, reported: str) -> Spell:
    return Spell(kroner * 100, day_number(first), day_number(after), at("12:00", reported))


def wages(*spells: Spell) -> Town:
    return Town({}, {}, {(INCOME, AMINA): spells})


TWO_MONTHS = wages(
    month(24_310, "2025-12-01", "2026-01-01", "2025-12-30"),
    month(18_200, "2026-01-01", "2026-02-01", "2026-01-30"),
    month(18_200, "2026-02-01", "2026-03-01", "2026-02-27"),
)


def copies(source: str, target: str, offset: str = "02:00", **more: object) -> Integration:
    carries = {INCOME: Carry(INCOME)}
    return Integration(source, target, carries, offset=minutes(offset), **more)  # type: ignore[arg-type]


def stopped_on(day: str) -> tuple[Stop, ...]:
    return (Stop(at("00:00", day)),)


def landscape(
    *integrations: Integration, outages: tuple[Outage, ...] = (), **changed: System
) -> Landscape:
    systems = {
        "eindkomst": system("eindkomst", from_world=(INCOME,)),
        "overblik": system("overblik"),
        "ydelse": system("ydelse"),
    } | changed
    arrows = integrations or (
        copies("eindkomst", "overblik", stops=stopped_on("2026-01-12")),
        copies("overblik", "ydelse", "02:30"),
    )
    return Landscape(systems, arrows, outages)


def world(*integrations: Integration, **more: object) -> World:
    return World(TWO_MONTHS, landscape(*integrations, **more))  # type: ignore[arg-type]


def causes(where: World, name: str, when: int, day: str = "") -> tuple[str, ...]:
    """What feeds the first system of a route that does not show what is true of a day."""

    def truth(fact: str) -> Value | None:
        return where.town.truth(fact, AMINA, day_number(day) if day else day_of(when))

    return parting(where, name, INCOME, AMINA, when, truth)


def cause(where: World, name: str, when: int, day: str = "") -> str | None:
    """The same, where it is one thing or nothing."""
    things = causes(where, name, when, day)
    assert len(things) < 2
    return things[0] if things else None
