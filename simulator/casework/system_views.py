"""What the desk sees of systems beside their pages: what searches found, and IT's status page."""

from simulator.casework.day import Day
from simulator.casework.telling import hit_label
from simulator.casework.views import FoundView, Hit, StatusLine
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Measure, Phrase


def found(day: Day) -> tuple[FoundView, ...]:
    """Return what the last search in each system found, the latest search last."""
    return tuple(_found(day, system) for system in day.hits)


def _found(day: Day, system: str) -> FoundView:
    searched, hits = day.opening.landscape.systems[system], day.hits[system]
    listed = tuple(Hit(hit, hit_label(day, searched, hit)) for hit in hits.found)
    return FoundView(system, searched.name, hits.by, listed, hits.more)


def status_page(day: Day) -> tuple[StatusLine, ...]:
    """Return IT's status page: each system as it was a while ago, or what somebody wrote of it."""
    landscape = day.world.landscape
    return tuple(
        StatusLine(
            one.id,
            one.name,
            one.owner,
            landscape.works(one.id, day.now - landscape.status.lag),
            landscape.status.lines.get(one.id),
        )
        for one in landscape.systems.values()
    )


def run_status(day: Day, integration: str) -> Phrase:
    """Return what IT's status page says of an integration: one that stopped unnoticed runs."""
    repaired = day.repaired.get(integration)
    if repaired is None or repaired > day.minute - day.world.landscape.status.lag:
        return Phrase("status.running")
    return Phrase("status.repaired", {"at": Measure(repaired % MINUTES_A_DAY, "clock")})
