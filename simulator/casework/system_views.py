"""What the desk sees of systems apart from their pages: search results and IT's status page."""

from simulator.casework.actions.searching import hit_label
from simulator.casework.day import Day
from simulator.casework.views import FoundView, Hit, StatusLine
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Measure, Phrase


def results(day: Day) -> tuple[FoundView, ...]:
    """Return what the last search in each system found, the latest search last."""
    return tuple(_found(day, system) for system in day.hits)


def _found(day: Day, system: str) -> FoundView:
    searched, hits = day.opening.landscape.systems[system], day.hits[system]
    listed = tuple(Hit(hit, hit_label(day, searched, hit)) for hit in hits.found)
    return FoundView(system, searched.name, hits.by, listed, hits.more)


def status_page(day: Day) -> tuple[StatusLine, ...]:
    """Return IT's status page: each system as it was a while ago, or a text somebody wrote."""
    landscape = day.world.landscape
    return tuple(
        StatusLine(
            system.id,
            system.name,
            system.owner,
            landscape.works(system.id, day.now - landscape.status.lag),
            landscape.status.lines.get(system.id),
        )
        for system in landscape.systems.values()
    )


def run_status(day: Day, integration: str) -> Phrase:
    """Return what IT's status page says of an integration: it runs, or when it was repaired."""
    repaired = day.repaired.get(integration)
    if repaired is None or repaired > day.minute - day.world.landscape.status.lag:
        return Phrase("status.running")
    return Phrase("status.repaired", {"at": Measure(repaired % MINUTES_A_DAY, "clock")})
