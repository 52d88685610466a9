"""What comes to the desk: the scenario's own cases, cases by number, and messages."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, get_args

from simulator.casework.opening import DAY_NAMES, Arrival, Inject, Twin
from simulator.casework.speaking import WHO_NAMES, Look, known_of
from simulator.casework.vocabulary import ComesBy
from simulator.core.draws import between, draw
from simulator.core.expressions import compile_expression
from simulator.core.facts import relations
from simulator.core.texts import Text
from simulator.scenario.resolving.cast import SPEECH
from simulator.scenario.resolving.documents import asked_before
from simulator.scenario.resolving.source import A_DAY, Part, Source
from simulator.scenario.shapes.base import kebab
from simulator.scenario.shapes.scenario import CaseShape, WorkloadShape
from simulator.town.town import Citizen, Digital, Town

FIRST = 101
"""The number of the first case of a day: S-101."""


TOLD = ("says", "urgent", "also_needs", "misfit")
"""The fields of a case that hold a text."""


def arrivals(source: Source) -> tuple[tuple[Arrival, ...], dict[str, Text]]:
    """Return the cases the scenario writes out, and by id the texts of what is told in them."""
    cases: list[Arrival] = []
    texts: dict[str, Text] = {}
    for n, shape in enumerate(source.scenario.cases):
        here, id_, settles = source.file.at("cases", n), f"S-{FIRST + n}", shape.settles_itself
        here.one_of(shape.party, source.scenario.people, "party")
        _within_day(source, here, shape.arrives, "arrives")
        _within_day(source, here, shape.rings, "rings")
        told: dict[str, Text | None] = {name: getattr(shape, name) for name in TOLD}
        for name, text in told.items():
            here.text(text, SPEECH, kebab(name))
        for m, asked in enumerate(shape.asked_before):
            _within_day(source, here, asked.comes or None, "asked-before", m, "comes")
        if settles:
            _within_day(source, here, settles.at, "settles-itself", "at")
            here.text(settles.says, SPEECH, "settles-itself", "says")
            told["settles"] = settles.says
        ids: dict[str, Any] = {name: f"{name}.{id_}" for name, text in told.items() if text}
        arrival = Arrival(
            id_,
            shape.type,
            shape.party,
            shape.arrives,
            shape.by,
            needs=tuple(shape.needs),
            rings_at=shape.rings or 0,
            settles_at=settles.at if settles else 0,
            twin=_twin(source, n, shape),
            asked_before=asked_before(source, here, shape),
            **ids,
        )
        cases.append(arrival)
        texts |= {ids[name]: text for name, text in told.items() if text}
    return tuple(cases), texts


def _twin(source: Source, n: int, shape: CaseShape) -> Twin | None:
    """Return which other case of the same type a case is the twin of, or ``None``."""
    if shape.twin is None:
        return None
    cases = {
        other.party: f"S-{FIRST + m}"
        for m, other in enumerate(source.scenario.cases)
        if m != n and other.type == shape.type
    }
    if not source.file.one_of(shape.twin.of, cases, "cases", n, "twin", "of"):
        return None
    return Twin(cases[shape.twin.of], shape.twin.differs, shape.twin.relevant)


def _within_day(source: Source, here: Part, minute: int | None, *path: str | int) -> None:
    """Add a mistake if a minute is written that is not within the hours of the day."""
    day = source.scenario.day
    if minute is not None and not day.opens <= minute <= day.closes:
        here.wrong("P0304", *path)


def injects(source: Source) -> tuple[tuple[Inject, ...], dict[str, Text]]:
    """Return the messages somebody sends into the day, and their texts by id."""
    sent: list[Inject] = []
    texts: dict[str, Text] = {}
    for n, shape in enumerate(source.scenario.injects, 1):
        here = source.file.at("injects", n - 1)
        _within_day(source, here, shape.at, "at")
        if shape.at is None and not shape.when:
            here.wrong("P0316")
        here.expression(shape.when, DAY_NAMES, "yes-no", "when", may_name=A_DAY)
        here.text(shape.says, "", "says")
        sent.append(Inject(f"inject-{n}", shape.at or 0, shape.from_, f"inject.{n}", shape.when))
        texts[f"inject.{n}"] = shape.says
    return tuple(sent), texts


def workload(source: Source, town: Town, seed: int, taken: int) -> tuple[Arrival, ...]:
    """Return the cases a scenario asks for by number, each of somebody it can be about.

    ``taken`` is how many cases have numbers already. Nobody comes with more than one case.
    """
    busy = {case.party for case in source.scenario.cases}
    related, day = relations(source.facts), source.scenario.day.date
    looks = {
        who: known_of(town, related, who, day, off_work=source.off_work)
        for who in _adults(town, source.scenario.people)
    }
    cases: list[Arrival] = []
    for n, shape in enumerate(source.scenario.workload):
        fitting = _fitting(source, town, shape.type, looks, busy)
        wanted = _count(source, shape)
        if len(fitting) < wanted:
            numbers = {"wanted": str(wanted), "found": str(len(fitting))}
            source.file.wrong("P0310", "workload", n, **numbers)
        ranked = sorted(fitting, key=lambda who: draw(seed, f"workload.{shape.type}", who))
        for who in ranked[:wanted]:
            busy.add(who)
            at = _when(source, seed, shape.type, who)
            case = f"S-{FIRST + taken + len(cases)}"
            channel = source.library.case_types[shape.type].by or _channel(town.citizens[who])
            cases.append(Arrival(case, shape.type, who, at, channel))
    return tuple(cases)


def _channel(citizen: Citizen) -> ComesBy:
    """Return how somebody applies: by letter where they do nothing digitally."""
    return "letter" if citizen.digital == "none" else "self-service"


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


def _fitting(
    source: Source, town: Town, case_type: str, looks: Mapping[str, Look], but: Collection[str]
) -> list[str]:
    """Return who can come with a case of a type, of those ``looks`` knows, ``but`` some."""
    kind = source.library.case_types[case_type]
    rule = compile_expression(kind.for_whom, {**source.names, **WHO_NAMES}, "yes-no")
    digital = kind.for_digital or get_args(Digital)

    def fits(who: str) -> bool:
        if who in but or town.citizens[who].digital not in digital:
            return False
        return rule.value(looks[who]) is True

    return [who for who in looks if fits(who)]


def _adults(town: Town, cast: Collection[str]) -> Iterator[str]:
    """Yield the ids of the adults of households without anybody of the cast."""
    for home in town.households.values():
        if not any(who in cast for who in (*home.adults, *home.children)):
            yield from home.adults
