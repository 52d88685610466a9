"""Where, on its route, a shown value first parts from the truth, and the world with that mended.

A place that can be mended is named as a cause: an integration (stopped, late or one that loses
something), the world's own delay before a system, a value typed in by hand, or an outage.
"""

from collections import ChainMap
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from simulator.core.causes import Thing, kind_and_id, thing
from simulator.core.clock import MINUTES_A_DAY, Moment
from simulator.core.facts import Value
from simulator.core.values import changed
from simulator.landscape.integrations import Integration
from simulator.landscape.observations import Shown
from simulator.landscape.observe import World, held
from simulator.landscape.systems import Landscape, System
from simulator.town.spells import reported_in_time
from simulator.town.town import Town

Truth = Callable[[str], Value | None]
"""Looks up what is true of a fact, by its id, of the subject at the moment in question."""

Monthly = Callable[[str], bool]
"""Tells of a fact, by its id, whether it holds for a month."""


@dataclass(frozen=True, slots=True)
class Station:
    """One system of a route, the fact there, and what feeds it."""

    system: str
    fact: str
    cause: Thing
    """``integration:a->b``, ``report:a`` (the world's own delay) or ``hand:a``."""
    integration: Integration | None = None


def parting(
    world: World, system: str, fact: str, subject: str, at: Moment, truth: Truth
) -> tuple[Thing, ...]:
    """Return what feeds the first station of a fact's route that does not show the truth.

    The stations are walked from the origin to ``system``. All before it were right, so mending what
    feeds it is what would have helped. Where every station shows what its integration is declared
    to bring, it is the first whose map takes something away; else nothing. Where an integration
    did not go because the system it copies from was down, that outage comes first and then the
    integration: one that goes more often might have brought it before.
    """
    route = _route(world, system, fact, subject, at)
    true, lossy = truth(route[0].fact), None
    for station in route:
        if station.integration and true is not None:
            carry = station.integration.carries[station.fact]
            if lossy is None and carry.map(true) != carry.whole(station.fact).map(true):
                lossy = station
            true = carry.map(true)
        if _shows(world, station, subject, at) != true:
            return _fault(world, station, subject, at)
    return (lossy.cause,) if lossy else ()


def _fault(world: World, station: Station, subject: str, at: Moment) -> tuple[Thing, ...]:
    """Return what feeds a station: what was typed there since the value left it, if anything was.

    Mended, the value would have come again, and found what had been typed.
    """
    copying = station.integration
    shown = held(world, world.landscape.systems[station.system], station.fact, subject, at)
    if isinstance(shown, Shown) and shown.hops[-1].by == "hand":
        return (thing("hand", station.system),)
    if copying is not None:
        run = copying.scheduled(at)
        if copying.stopped_at(run) is None and not world.landscape.up(copying.source, run):
            return thing("outage", copying.source), station.cause
    return (station.cause,)


def _shows(world: World, station: Station, subject: str, at: Moment) -> Value | None:
    shown = held(world, world.landscape.systems[station.system], station.fact, subject, at)
    return shown.value if isinstance(shown, Shown) else None


def _route(world: World, system: str, fact: str, subject: str, at: Moment) -> tuple[Station, ...]:
    """Return the stations from the source: as the value came, or as it was meant to come."""
    shown = held(world, world.landscape.systems[system], fact, subject, at)
    if not isinstance(shown, Shown):
        return _declared(world, system, fact)
    by_id = {integration.id: integration for integration in world.landscape.integrations}
    return tuple(
        Station(hop.system, hop.fact, thing("integration", hop.through), by_id[hop.through])
        if hop.by == "run"
        else Station(hop.system, hop.fact, thing(hop.by, hop.system))
        for hop in shown.hops
    )


def _declared(world: World, system: str, fact: str) -> tuple[Station, ...]:
    feeds = world.landscape.into(system, fact)
    if not feeds or fact in world.landscape.systems[system].from_world:
        return (Station(system, fact, thing("report", system)),)
    first = feeds[0]
    upstream = _declared(world, first.source, first.carries[fact].source)
    return (*upstream, Station(system, fact, thing("integration", first.id), first))


# The world with some of it mended -------------------------------------------------------------


def mended(
    world: World, causes: Collection[Thing], subjects: Collection[str], monthly: Monthly
) -> World:
    """Return the world as if some causes had never been.

    An integration has brought everything, at once and whole, while what it copies from was up. A
    system has been told in time of all that concerns ``subjects``, and nothing about them was typed
    into one by hand. What was down was up, at all hours. Causes of other kinds change nothing here.
    """
    named: dict[str, set[str]] = {}
    for cause in causes:
        kind, what = kind_and_id(cause)
        named.setdefault(kind, set()).add(what)
    if not named.keys() & {"integration", "report", "hand", "outage"}:
        return world
    late = named.get("report", set())
    return World(
        _told_in_time(world, late, subjects, monthly),
        _landscape(world.landscape, named.get("integration", set()), late, named.get("outage", ())),
        {
            place: entries
            for place, entries in world.hands.items()
            if place[0] not in named.get("hand", ()) or place[2] not in subjects
        },
    )


def _landscape(
    landscape: Landscape, copies: set[str], late: set[str], down: Iterable[str]
) -> Landscape:
    gone = set(down)

    def system(declared: System) -> System:
        if declared.id in late:
            declared = changed(declared, lag=0)
        return changed(declared, opens=0, closes=MINUTES_A_DAY) if declared.id in gone else declared

    return changed(
        landscape,
        systems={id_: system(declared) for id_, declared in landscape.systems.items()},
        integrations=tuple(
            _ideal(copying) if copying.id in copies else copying
            for copying in landscape.integrations
        ),
        outages=tuple(outage for outage in landscape.outages if outage.system not in gone),
    )


def _ideal(integration: Integration) -> Integration:
    """Return an integration that brings everything, whole and in the same minute."""
    return replace(integration.healthy(), every=1, offset=0, keeps_last=False)


def _told_in_time(
    world: World, systems: Iterable[str], subjects: Collection[str], monthly: Monthly
) -> Town:
    facts = {fact for id_ in systems for fact in world.landscape.systems[id_].from_world}
    town = world.town
    keys = [(fact, who) for fact in facts for who in subjects if town.timeline(fact, who)]
    if not keys:
        return town
    timely = {key: reported_in_time(town.timeline(*key), monthly=monthly(key[0])) for key in keys}
    since = {key: line for key, line in town.since.items() if key not in timely}
    return replace(town, spells=ChainMap(timely, town.spells), since=since)  # type: ignore[arg-type]
