"""The number of people registered in each dwelling, as moves, births and deaths are reported."""

from collections.abc import Iterable

from simulator.core.clock import DayNumber, day_of
from simulator.scenario.drawing.chronicle import Chronicle
from simulator.scenario.drawing.people import Someone, death_told

RESIDENTS = "dwelling.residents"


def write_residents(
    chronicle: Chronicle, dwellings: Iterable[str], people: Iterable[Someone]
) -> None:
    """Write the count for each dwelling as the register has it, which may not be how it is."""
    if RESIDENTS not in chronicle.facts:
        return
    changes: dict[str, list[tuple[DayNumber, int]]] = {}
    for someone in people:
        last = day_of(death_told(someone.died)) if someone.died is not None else None
        told = [day_of(stay.reported) for stay in someone.stays]
        for stay, came, went in zip(someone.stays, told, [*told[1:], None], strict=True):
            if last is not None and came >= last:
                break  # a move told of after the death registers nobody
            there = changes.setdefault(str(stay.value), [])
            there.append((came, 1))
            gone = min((day for day in (went, last) if day is not None), default=None)
            if gone is not None:
                there.append((gone, -1))
    for dwelling in dwellings:
        if not chronicle.line(RESIDENTS, dwelling):  # unless a scenario said it
            counts = _counts(chronicle.long_ago, changes.get(dwelling, []))
            chronicle.turns(RESIDENTS, dwelling, ((day, n, None) for day, n in counts.items()))


def _counts(since: DayNumber, changes: list[tuple[DayNumber, int]]) -> dict[DayNumber, int]:
    """Return the count after each day with a change, beginning with 0 on ``since``."""
    count, counts = 0, {since: 0}
    for day, change in sorted(changes):
        count += change
        counts[day] = count
    return counts
