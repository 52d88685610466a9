"""What comes to the desk: the scenario's own cases, those asked for by number, and messages."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, get_args

from simulator.casework.opening import DAY_NAMES, Arrival, Inject, Line, Twin
from simulator.core.clock import DayNumber
from simulator.core.draws import between, draw
from simulator.core.facts import Value, relations
from simulator.core.texts import Text
from simulator.scenario.resolving.cast import SPEECH
from simulator.scenario.resolving.knowledge import compiled, condition
from simulator.scenario.resolving.source import Source
from simulator.scenario.shapes.scenario import CaseShape, WorkloadShape
from simulator.town.town import Citizen, Digital, Town

FIRST = 101
"""The first case of a day is S-101."""


def arrivals(source: Source) -> tuple[tuple[Arrival, ...], dict[str, Text]]:
    """Return the scenario's own cases, and the texts of their parties' words by id."""
    found: list[Arrival] = []
    texts: dict[str, Text] = {}
    for n, one in enumerate(source.scenario.cases):
        source.one_of(one.party, source.scenario.people, "cases", n, "party")
        _within_day(source, one.arrives, "cases", n, "arrives")
        case = f"S-{FIRST + n}"
        written = {name: getattr(one, name) for name in SAID}
        for name, text in written.items():
            source.text(text, SPEECH, "cases", n, name.replace("_", "-"))
        words: dict[str, Any] = {name: f"{name}.{case}" if t else "" for name, t in written.items()}
        made = {"needs": tuple(one.needs), "twin": _twin(source, n, one), **words}
        arrival = Arrival(case, one.type, one.party, one.arrives, one.by, **made)
        found.append(_timed(source, n, arrival, one))
        texts |= {f"{name}.{case}": text for name, text in written.items() if text}
        if one.settles_itself:
            texts[found[-1].settles] = one.settles_itself.says
    return tuple(found), texts


def _timed(source: Source, n: int, case: Arrival, one: CaseShape) -> Arrival:
    """Return a case with the minutes its party rings at and it has solved itself at, if any."""
    if one.rings is not None:
        _within_day(source, one.rings, "cases", n, "rings")
        case = replace(case, rings_at=one.rings)
    if one.settles_itself is None:
        return case
    _within_day(source, one.settles_itself.at, "cases", n, "settles-itself", "at")
    source.text(one.settles_itself.says, SPEECH, "cases", n, "settles-itself", "says")
    return replace(case, settles_at=one.settles_itself.at, settles=f"settles.{case.case}")


SAID = ("says", "urgent", "also_needs", "misfit")
"""What may be said of a case in words."""


def _twin(source: Source, n: int, one: CaseShape) -> Twin | None:
    """Return what a case is the twin of: an other case of the same type, by its party."""
    if one.twin is None:
        return None
    cases = {
        other.party: f"S-{FIRST + m}"
        for m, other in enumerate(source.scenario.cases)
        if m != n and other.type == one.type
    }
    if not source.one_of(one.twin.of, cases, "cases", n, "twin", "of"):
        return None
    return Twin(cases[one.twin.of], one.twin.differs, one.twin.relevant)


def _within_day(source: Source, minute: int, *path: str | int) -> None:
    day = source.scenario.day
    if not day.opens <= minute <= day.closes:
        source.wrong("P0304", *path)


def injects(source: Source) -> tuple[tuple[Inject, ...], dict[str, Text]]:
    """Return what somebody sends into the day, and the texts by id."""
    found: list[Inject] = []
    texts: dict[str, Text] = {}
    for n, one in enumerate(source.scenario.injects, 1):
        here = ("injects", n - 1)
        if one.at is not None:
            _within_day(source, one.at, *here, "at")
        elif not one.when:
            source.wrong("P0316", *here)
        if one.when:
            condition(source, one.when, DAY_NAMES, *here, "when")
        source.text(one.says, "", *here, "says")
        found.append(Inject(f"inject-{n}", one.at or 0, one.from_, f"inject.{n}", one.when))
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
        lines = _written_with(source, one.type)
        ranked = sorted(fitting, key=lambda who: draw(seed, f"workload.{one.type}", who))
        for who in ranked[:wanted]:
            busy.add(who)
            at = _when(source, seed, one.type, who)
            case = f"S-{FIRST + taken + len(found)}"
            used = [one.says for one in found]
            says = _line(lines, seed, town.citizens[who], used)
            found.append(Arrival(case, one.type, who, at, "self-service", says))
    return tuple(found)


def _written_with(source: Source, case_type: str) -> list[Line]:
    """Return what anybody may write with a case of a type."""
    return [line for line in source.lines.values() if line.act == f"applies.{case_type}"]


def _line(lines: Iterable[Line], seed: int, who: Citizen, used: Sequence[str]) -> str:
    """Return the text id of what somebody writes with a case; empty: nothing fits.

    Nothing is written twice in a day while something else fits.
    """
    fitting = [one for one in lines if one.suits(who)]
    own = [one for one in fitting if one.language] or fitting
    ranked = sorted(own, key=lambda one: (used.count(one.id), draw(seed, one.act, who.id, one.id)))
    return ranked[0].id if ranked else ""


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
    day, related = source.scenario.day.date, relations(source.facts)
    left_out = set(but)
    digital = source.library.case_types[case_type].for_digital or get_args(Digital)
    return [
        who
        for who in _adults(town, source.scenario.people)
        if who not in left_out
        and town.citizens[who].digital in digital
        and condition.value(partial(_truth, town, related, day, who)) is True
    ]


def _adults(town: Town, cast: Collection[str]) -> Iterator[str]:
    """Give the grown people of homes that nobody of the cast lives in."""
    for home in town.households.values():
        if not any(who in cast for who in (*home.adults, *home.children)):
            yield from home.adults


def _truth(
    town: Town, related: Mapping[str, str], day: DayNumber, who: str, path: str
) -> Value | None:
    return town.truth_of(related, path, who, day)
