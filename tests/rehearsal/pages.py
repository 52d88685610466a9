"""What the pages of a day show of the people its file names, as the day opens: line by line."""

from collections.abc import Iterator, Mapping

from simulator.core.clock import Moment, day_of, iso, moment
from simulator.landscape.observations import Shown
from simulator.landscape.observe import World, observe
from simulator.landscape.protecting import covered
from simulator.landscape.systems import Landscape, Page, System
from simulator.scenario.loading import Loaded


def shown(loaded: Loaded, landscape: Landscape | None = None) -> str:
    """What came through an integration: person, system, page, and each field with its date."""
    opening = loaded.opening
    world = World(loaded.town, landscape or opening.landscape)
    return "".join(f"{line}\n" for line in _lines(loaded, world))


def cast(loaded: Loaded) -> Mapping[str, str]:
    """The cases of the people a day's file names, by person: the rest are numbered households."""
    arrivals = loaded.opening.arrivals
    return {one.party: one.case for one in arrivals if not one.party[1:].rstrip("ab").isdigit()}


def _lines(loaded: Loaded, world: World) -> Iterator[str]:
    at = moment(loaded.opening.date, loaded.opening.opens)
    for person in cast(loaded):
        for system in world.landscape.systems.values():
            for page in system.pages:
                subject = _subject(world, system, page, person, at)
                fields = [_field(loaded, world, system, f.fact, subject, at) for f in page.fields]
                if copied := [field for field in fields if subject and field]:
                    yield f"{person} {system.id}.{page.id}: {', '.join(copied)}"


def _subject(world: World, system: System, page: Page, person: str, at: Moment) -> str:
    if not page.relatives:
        return person
    found = observe(world, system.id, page.relatives, person, at)
    return str(found.value) if isinstance(found, Shown) else ""


def _field(
    loaded: Loaded, world: World, system: System, fact: str, subject: str, at: Moment
) -> str:
    """One field as it is shown, with its date, and marked where it stays covered."""
    opening = loaded.opening
    one = observe(world, system.id, fact, subject, at, opening.role)
    if not isinstance(one, Shown) or len(one.hops) < 2:
        return ""
    mark = " covered" if covered(world, system, opening.facts[fact], subject, at) else ""
    return f"{fact}={one.value}@{iso(day_of(one.as_of))}{mark}"
