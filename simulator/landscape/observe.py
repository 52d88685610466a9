"""``observe``: the five rules by which a system shows a fact.

1. The system is closed or down: ``Down``.
2. The role may not see the fact there: ``Hidden`` (or drawn as ``Missing``).
3. A value typed in by hand after the last run that brought the fact; the next run overwrites it.
4. The system is fed by the world: the newest spell that was reported, plus the system's lag.
5. Else the integrations that carry the fact, in declared order: the last run that was not stopped
   and whose upstream was up brought what upstream showed then. The first that yields, wins. A run
   that finds nothing leaves the old value, or clears it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from simulator.core.clock import Moment, day_of
from simulator.core.facts import Value
from simulator.landscape.integrations import Integration
from simulator.landscape.observations import (
    DOWN,
    HIDDEN,
    MISSING,
    Hop,
    Missing,
    Observation,
    Shown,
)
from simulator.landscape.systems import Landscape, System
from simulator.town.spells import newest_by
from simulator.town.town import Town


@dataclass(frozen=True, slots=True)
class HandEntry:
    """A value somebody typed into a system at a moment."""

    at: Moment
    value: Value


HandEntries = Mapping[tuple[str, str, str], tuple[HandEntry, ...]]
"""By (system, fact, subject), in the order they were typed."""


@dataclass(frozen=True)
class World:
    """The truth, the landscape that copies it, and what was typed in by hand."""

    town: Town
    landscape: Landscape
    hands: HandEntries = field(default_factory=dict)


def observe(
    world: World, system: str, fact: str, subject: str, at: Moment, role: str = ""
) -> Observation:
    """Return what ``system`` shows ``role`` of a fact of ``subject`` at a moment.

    With ``role`` ``""`` nothing is hidden from whoever looks.
    """
    if not world.landscape.works(system, at):
        return DOWN
    declared = world.landscape.systems[system]
    if role and not declared.may_see(role, fact):
        return HIDDEN if declared.hides_as == "hidden" else MISSING
    return held(world, declared, fact, subject, at)


def held(world: World, system: System, fact: str, subject: str, at: Moment) -> Shown | Missing:
    """Return what a system holds of a fact, by rules 3 to 5: whoever looks, open or not."""
    if world.hands and (typed := _typed(world, system.id, fact, subject, at)):
        brought = tuple(_brought(world, system, fact, subject, at))
        if all(came is None or came <= typed.at for came in map(_came, brought)):
            hop = Hop(system.id, typed.at, "hand", fact)
            return Shown(typed.value, typed.at, day_of(typed.at), (hop,))
    shown: Shown | Missing = MISSING
    for shown in _brought(world, system, fact, subject, at):
        if isinstance(shown, Shown):
            return shown
    return shown


def _typed(world: World, system: str, fact: str, subject: str, at: Moment) -> HandEntry | None:
    entries = world.hands.get((system, fact, subject), ())
    return next((entry for entry in reversed(entries) if entry.at <= at), None)


def _came(brought: Shown | Missing) -> Moment | None:
    """Return when a value came or was cleared; ``None`` if there never was one."""
    return brought.hops[-1].at if isinstance(brought, Shown) else brought.since


def _brought(
    world: World, system: System, fact: str, subject: str, at: Moment
) -> Iterator[Shown | Missing]:
    """Yield what the world, or each integration in declared order, has brought: rules 4 and 5."""
    if fact in system.from_world:
        yield _reported(world, system, fact, subject, at)
        return
    for integration in world.landscape.into(system.id, fact):
        yield _copied(world, integration, fact, subject, at)


def _reported(world: World, system: System, fact: str, subject: str, at: Moment) -> Shown | Missing:
    spell = newest_by(world.town.timeline(fact, subject), at - system.lag)
    if spell is None:
        return MISSING
    arrived = spell.reported + system.lag
    if spell.value is None:
        return Missing(arrived)
    hop = Hop(system.id, arrived, "report", fact)
    return Shown(spell.value, spell.reported, spell.begins, (hop,))


def _copied(
    world: World, integration: Integration, fact: str, subject: str, at: Moment
) -> Shown | Missing:
    carry = integration.carries[fact]
    source = world.landscape.systems[integration.source]
    run = successful_run(world.landscape, integration, at)
    shown = held(world, source, carry.source, subject, run)
    while integration.keeps_last and isinstance(shown, Missing) and shown.since is not None:
        run = successful_run(world.landscape, integration, shown.since - 1)
        shown = held(world, source, carry.source, subject, run)
    if isinstance(shown, Missing):
        return MISSING if shown.since is None else Missing(run)
    arrived = carry.map(shown.value)
    if arrived is None:
        return MISSING
    hop = Hop(integration.target, run, "run", fact, integration.id)
    return Shown(arrived, shown.as_of, shown.since, (*shown.hops, hop))


def successful_run(landscape: Landscape, integration: Integration, at: Moment) -> Moment:
    """Return the last run at or before ``at`` that was not stopped and found upstream up."""
    run = integration.last_run(at)
    while not landscape.up(integration.source, run):
        run = integration.last_run(run - 1)
    return run
