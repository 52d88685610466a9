"""Where, on its route, a shown value first parts from the truth, and what feeds that place."""

from dataclasses import dataclass

from simulator.core.causes import Thing, thing
from simulator.core.clock import Moment, day_of
from simulator.core.facts import Value
from simulator.landscape.integrations import Integration
from simulator.landscape.observations import Shown
from simulator.landscape.observe import World, held


@dataclass(frozen=True, slots=True)
class Station:
    """One system of a route, the fact there, and what feeds it."""

    system: str
    fact: str
    cause: Thing
    """``integration:a->b``, ``report:a`` (the world's own delay) or ``hand:a``."""
    integration: Integration | None = None


def parting(world: World, system: str, fact: str, subject: str, at: Moment) -> Station | None:
    """Return the first station of a fact's route that does not show the truth, or ``None``.

    The stations are walked from the origin to ``system``. All before the one returned were right,
    so repairing what feeds it is what would have helped. Where every station shows what its
    integration is declared to bring, it is the first whose map takes something away.
    """
    route = _route(world, system, fact, subject, at)
    truth = world.town.truth(route[0].fact, subject, day_of(at))
    lossy = None
    for station in route:
        if station.integration and truth is not None:
            carry = station.integration.carries[station.fact]
            if lossy is None and carry.map(truth) != carry.whole(station.fact).map(truth):
                lossy = station
            truth = carry.map(truth)
        if _shows(world, station, subject, at) != truth:
            return station
    return lossy


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
