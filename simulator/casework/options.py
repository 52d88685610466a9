"""Options that several families offer: what has been seen, the systems there are."""

from collections.abc import Iterator

from simulator.casework.form import Occasion, Option, option
from simulator.casework.phrasing import fact_label, source_name, value_measure
from simulator.core.texts import Phrase


def seen_in_systems(at: Occasion) -> tuple[Option, ...]:
    """Return the values of the case that systems have shown, as (path, system)."""
    return tuple(
        option(
            (seen.path, seen.source),
            Phrase(
                "sight",
                {
                    "fact": fact_label(at.day, seen.path),
                    "value": value_measure(at.day, seen),
                    "source": source_name(at.day, seen.source),
                },
            ),
        )
        for seen in at.case.seen
        if seen.state == "shown" and seen.source != "citizen"
    )


def systems(at: Occasion) -> Iterator[Option]:
    """Give the systems of the landscape."""
    for system in at.day.opening.landscape.systems.values():
        yield option(system.id, system.name)
