"""What comes to the desk: the scenario's own cases, cases by number, and messages."""

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
"""The number of the first case of a day: S-101."""


def arrivals(source: Source) -> tuple[tuple[Arrival, ...], dict[str, Text]]:
    """Return the cases the scenario writes out, and by id the texts of what is told in them."""
    cases: list[Arrival] = []
    texts: dict[str, Text] = {}
    for n, shape in enumerate(source.scenario.cases):
        source.one_of(shape.party, source.scenario.people, "cases", n, "party")
        _within_day(source, shape.arrives, "cases", n, "arrives")
        case = f"S-{FIRST + n}"
        written = {name: getattr(shape, name) for name in WORDS}
        for name, text in written.items():
            source.text(text, SPEECH, "cases", n, name.replace("_", "-"))
        words: dict[str, Any] = {name: f"{name}.{case}" if t else "" for name, t in written.items()}
        made = {"needs": tuple(shape.needs), "twin": _twin(source, n, shape), **words}
        arrival = Arrival(case, shape.type, shape.party, shape.arrives, shape.by, **made)
        cases.append(_timed(source, n, arrival, shape))
        texts |= {f"{name}.{case}": text for name, text in written.items() if text}
        if shape.settles_itself:
            texts[cases[-1].settles] = shape.settles_itself.says
    return tuple(cases), texts


def _timed(source: Source, n: int, case: Arrival, shape: CaseShape) -> Arrival:
    """Return a case with the minutes at which its party rings and it solves itself, if any."""
    if shape.rings is not None:
        _within_day(source, shape.rings, "cases", n, "rings")
        case = replace(case, rings_at=shape.rings)
    if shape.settles_itself is None:
        return case
    _within_day(source, shape.settles_itself.at, "cases", n, "settles-itself", "at")
    source.text(shape.settles_itself.says, SPEECH, "cases", n, "settles-itself", "says")
    return replace(case, settles_at=shape.settles_itself.at, settles=f"settles.{case.case}")


WORDS = ("says", "urgent", "also_needs", "misfit")
"""The fields of a case that hold a text."""


def _twin(source: Source, n: int, shape: CaseShape) -> Twin | None:
    """Return which other case of the same type a case is the twin of, or ``None``."""
    if shape.twin is None:
        return None
    cases = {
        other.party: f"S-{FIRST + m}"
        for m, other in enumerate(source.scenario.cases)
        if m != n and other.type == shape.type
    }
    if not source.one_of(shape.twin.of, cases, "cases", n, "twin", "of"):
        return None
    return Twin(cases[shape.twin.of], shape.twin.differs, shape.twin.relevant)


def _within_day(source: Source, minute: int, *path: str | int) -> None:
    day = source.scenario.day
    if not day.opens <= minute <= day.closes:
        source.wrong("P0304", *path)


def injects(source: Source) -> tuple[tuple[Inject, ...], dict[str, Text]]:
    """Return the messages somebody sends into the day, and their texts by id."""
    sent: list[Inject] = []
    texts: dict[str, Text] = {}
    for n, shape in enumerate(source.scenario.injects, 1):
        here = ("injects", n - 1)
        if shape.at is not None:
            _within_day(source, shape.at, *here, "at")
        elif not shape.when:
            source.wrong("P0316", *here)
        if shape.when:
            condition(source, shape.when, DAY_NAMES, *here, "when")
        source.text(shape.says, "", *here, "says")
        sent.append(Inject(f"inject-{n}", shape.at or 0, shape.from_, f"inject.{n}", shape.when))
        texts[f"inject.{n}"] = shape.says
    return tuple(sent), texts


def workload(source: Source, town: Town, seed: int, taken: int) -> tuple[Arrival, ...]:
    """Return the cases a scenario asks for by number, each of somebody it can be about.

    ``taken`` is how many cases have numbers already. Nobody comes with more than one case.
    """
    busy = {case.party for case in source.scenario.cases}
    cases: list[Arrival] = []
    for n, shape in enumerate(source.scenario.workload):
        fitting = _fitting(source, town, shape.type, busy | set(source.scenario.people))
        wanted = _count(source, shape)
        if len(fitting) < wanted:
            numbers = {"wanted": str(wanted), "found": str(len(fitting))}
            source.wrong("P0310", "workload", n, **numbers)
        lines = _written_with(source, shape.type)
        ranked = sorted(fitting, key=lambda who: draw(seed, f"workload.{shape.type}", who))
        for who in ranked[:wanted]:
            busy.add(who)
            at = _when(source, seed, shape.type, who)
            case = f"S-{FIRST + taken + len(cases)}"
            used = [arrival.says for arrival in cases]
            says = _line(lines, seed, town.citizens[who], used)
            cases.append(Arrival(case, shape.type, who, at, "self-service", says))
    return tuple(cases)


def _written_with(source: Source, case_type: str) -> list[Line]:
    """Return the lines that anybody may write with a case of a type."""
    return [line for line in source.lines.values() if line.act == f"applies.{case_type}"]


def _line(lines: Iterable[Line], seed: int, who: Citizen, used: Sequence[str]) -> str:
    """Return the id of the line somebody writes with a case; ``""`` if none fits them.

    ``used`` holds the ids of the lines already written: the one used least often is chosen.
    """
    fitting = [line for line in lines if line.suits(who)]
    own = [line for line in fitting if line.language] or fitting
    ranked = sorted(
        own, key=lambda line: (used.count(line.id), draw(seed, line.act, who.id, line.id))
    )
    return ranked[0].id if ranked else ""


def _count(source: Source, shape: WorkloadShape) -> int:
    day = source.scenario.day
    if shape.count is not None:
        return shape.count
    return round((shape.per_hour or 0) * (day.closes - day.opens) / 60)


def _when(source: Source, seed: int, case_type: str, who: str) -> int:
    """Return the minute somebody comes, in the first three quarters of the day."""
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
    """Yield the ids of the adults of households without anybody of the cast."""
    for home in town.households.values():
        if not any(who in cast for who in (*home.adults, *home.children)):
            yield from home.adults


def _truth(
    town: Town, related: Mapping[str, str], day: DayNumber, who: str, path: str
) -> Value | None:
    return town.truth_of(related, path, who, day)
