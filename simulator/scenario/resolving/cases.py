"""What comes to the desk: the scenario's own cases, those asked for by number, and messages."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from simulator.casework.opening import Arrival, Inject
from simulator.core.clock import DayNumber
from simulator.core.draws import between, draw
from simulator.core.facts import Value, relations
from simulator.core.texts import Text
from simulator.scenario.resolving.cast import SPEECH
from simulator.scenario.resolving.knowledge import compiled, facts
from simulator.scenario.resolving.source import Source
from simulator.scenario.shapes.scenario import CaseShape, WorkloadShape
from simulator.town.town import Town

FIRST = 101
"""The first case of a day is S-101."""


def arrivals(source: Source) -> tuple[tuple[Arrival, ...], dict[str, Text]]:
    """Return the scenario's own cases, and the texts of their parties' words by id."""
    found: list[Arrival] = []
    texts: dict[str, Text] = {}
    for n, one in enumerate(source.scenario.cases):
        source.one_of(one.party, source.scenario.people, "cases", n, "party")
        _within_day(source, one.arrives, "cases", n, "arrives")
        arrival = _arrival(f"S-{FIRST + n}", one)
        for name, text in (("says", one.says), ("urgent", one.urgent)):
            source.text(text, SPEECH, "cases", n, name)
            if text is not None:
                texts[f"{name}.{arrival.case}"] = text
        found.append(arrival)
    return tuple(found), texts


def _arrival(case: str, one: CaseShape) -> Arrival:
    return Arrival(
        case,
        one.type,
        one.party,
        one.arrives,
        one.by,
        f"says.{case}" if one.says else "",
        tuple(one.needs),
        f"urgent.{case}" if one.urgent else "",
    )


def _within_day(source: Source, minute: int, *path: str | int) -> None:
    day = source.scenario.day
    if not day.opens <= minute <= day.closes:
        source.wrong("P0304", *path)


def injects(source: Source) -> tuple[tuple[Inject, ...], dict[str, Text]]:
    """Return what somebody sends into the day, and the texts by id."""
    found: list[Inject] = []
    texts: dict[str, Text] = {}
    for n, one in enumerate(source.scenario.injects, 1):
        _within_day(source, one.at, "injects", n - 1, "at")
        source.text(one.says, "", "injects", n - 1, "says")
        found.append(Inject(f"inject-{n}", one.at, one.from_, f"inject.{n}"))
        texts[f"inject.{n}"] = one.says
    return tuple(found), texts


def workload(source: Source, town: Town, seed: int, taken: int) -> tuple[Arrival, ...]:
    """Return the cases asked for by number, of people of the town such a case can be about.

    ``taken`` cases have numbers already. Everybody comes with at most one case.
    """
    busy = {one.party for one in source.scenario.cases}
    found: list[Arrival] = []
    for n, one in enumerate(source.scenario.workload):
        fitting = _fitting(source, town, one.type, busy | set(source.scenario.people))
        wanted = _count(source, one)
        if len(fitting) < wanted:
            numbers = {"wanted": str(wanted), "found": str(len(fitting))}
            source.wrong("P0310", "workload", n, **numbers)
        ranked = sorted(fitting, key=lambda who: draw(seed, f"workload.{one.type}", who))
        for who in ranked[:wanted]:
            busy.add(who)
            at = _when(source, seed, one.type, who)
            case = f"S-{FIRST + taken + len(found)}"
            found.append(Arrival(case, one.type, who, at, "self-service"))
    return tuple(found)


def _count(source: Source, one: WorkloadShape) -> int:
    day = source.scenario.day
    if one.count is not None:
        return one.count
    return round((one.per_hour or 0) * (day.closes - day.opens) / 60)


def _when(source: Source, seed: int, case_type: str, who: str) -> int:
    """Return when somebody comes: in the first three quarters of the day."""
    day = source.scenario.day
    last = day.opens + (day.closes - day.opens) * 3 // 4
    return between(day.opens, last, seed, f"arrives.{case_type}", who)


def _fitting(source: Source, town: Town, case_type: str, but: Iterable[str]) -> list[str]:
    condition = compiled(source, case_type)
    day, related = source.scenario.day.date, relations(facts(source))
    left_out = set(but)
    return [
        who
        for who in _adults(town)
        if who not in left_out and condition.value(partial(_truth, town, related, day, who)) is True
    ]


def _adults(town: Town) -> Iterator[str]:
    for home in town.households.values():
        yield from home.adults


def _truth(
    town: Town, related: Mapping[str, str], day: DayNumber, who: str, path: str
) -> Value | None:
    return town.truth_of(related, path, who, day)
