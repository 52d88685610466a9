"""Options that several families offer: what has been seen, the systems there are."""

from collections.abc import Iterator
from functools import partial

from simulator.casework.day import Case
from simulator.casework.form import Occasion, Option, option
from simulator.casework.phrasing import fact_label, source_name, value_measure
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.core.texts import Phrase


def shown_by_systems(case: Case) -> tuple[Seen, ...]:
    """Return the values of a case that systems have shown."""
    return tuple(seen for seen in case.seen if seen.state == "shown" and seen.source != "citizen")


no_fact_seen = partial(Refused, "nothing-seen", helps="look_up")
"""Why nothing can be done about the values that systems have shown, where there is none."""


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
        for seen in shown_by_systems(at.case)
    )


def systems(at: Occasion) -> Iterator[Option]:
    """Yield the systems of the landscape."""
    for system in at.day.opening.landscape.systems.values():
        yield option(system.id, system.name)


def needed_facts(at: Occasion) -> Iterator[Option]:
    """Yield the facts that the type of the case needs."""
    for need in at.day.case_type(at.case).needs:
        yield option(need.path, fact_label(at.day, need.path))
