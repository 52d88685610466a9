"""Putting the opening of a day together, and drawing the town it is played in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from simulator.casework.case_types import CaseType
from simulator.casework.opening import Opening, Term, share_name
from simulator.core.facts import Fact, relations, split_path
from simulator.core.texts import Text
from simulator.landscape.systems import Landscape
from simulator.scenario.diagnostics import ScenarioRefused
from simulator.scenario.drawing import CannotDraw, Person, Progress, draw_town
from simulator.scenario.resolving.cases import arrivals, injects, workload
from simulator.scenario.resolving.cast import beliefs, cannot, cast, common_lines, own_lines
from simulator.scenario.resolving.drawn import check_drawn, conditions, drawn
from simulator.scenario.resolving.knowledge import (
    case_types,
    check_facts,
    expressions_of,
    named_in,
)
from simulator.scenario.resolving.landscape import landscape
from simulator.scenario.resolving.source import Source
from simulator.scenario.resolving.technology import dials, presets
from simulator.town.digest import digest
from simulator.town.town import Town


def look_through(source: Source) -> None:
    """Collect every mistake of meaning in ``source.problems``, without drawing the town."""
    _opening(source, source.scenario.municipality.seed)


def resolved(source: Source, seed: int, progress: Progress | None = None) -> tuple[Opening, Town]:
    """Return the opening of a scenario and the town drawn for it.

    ``progress`` is called as the town is drawn. Raises ``ScenarioRefused`` with all mistakes.
    """
    opening, people = _opening(source, seed)
    source.problems.raise_if_any()
    try:
        town = _town(source, opening, people, progress)
    except CannotDraw as problem:
        cannot(source, problem)
        raise ScenarioRefused(source.problems.found) from None
    drawn_cases = workload(source, town, seed, len(opening.arrivals))
    source.problems.raise_if_any()
    return replace(opening, town=digest(town), arrivals=(*opening.arrivals, *drawn_cases)), town


def _opening(source: Source, seed: int) -> tuple[Opening, tuple[Person, ...]]:
    scenario, library = source.scenario, source.library
    _check_day(source)
    check_facts(source)
    check_drawn(source)
    declared = source.facts
    where = landscape(source)
    kinds = case_types(source, where.systems)
    people = cast(source, declared)
    cases, case_texts = arrivals(source)
    messages, message_texts = injects(source)
    lines, line_texts = common_lines(source)
    own, own_texts = own_lines(source)
    levels = dials(source, kinds)
    named = named_in(text for kind in kinds.values() for text in expressions_of(kind))
    opening = Opening(
        id=scenario.scenario,
        title=scenario.title,
        briefing=_briefing(source),
        goals=tuple(scenario.goals),
        municipality=scenario.municipality.name,
        date=scenario.day.date,
        opens=scenario.day.opens,
        closes=scenario.day.closes,
        class_minutes=scenario.day.class_minutes,
        rule_year=scenario.rule_year,
        seed=seed,
        town="",
        role=scenario.role,
        facts=_used(source, declared, where, kinds, people),
        landscape=where,
        case_types=kinds,
        amounts={id_: amount for id_, amount in source.amounts.items() if id_ in named},
        arrivals=cases,
        injects=messages,
        dials=levels,
        presets=presets(source, levels),
        prices=_prices(source),
        conduct=library.people.conduct.made(),
        lines=(*own, *lines),
        texts={**line_texts, **own_texts, **case_texts, **message_texts},
        questions=tuple(scenario.debrief.questions),
        route=scenario.debrief.route or "",
        house=library.people.house.made(),
        beliefs=beliefs(source, declared),
        glossary=_glossary(source),
    )
    return opening, people


def _check_day(source: Source) -> None:
    scenario = source.scenario
    if scenario.day.closes <= scenario.day.opens:
        source.wrong("P0306", "day", "closes")
    source.text(scenario.title, "", "title")
    source.text(scenario.briefing, "", "briefing")
    for n, goal in enumerate(scenario.goals):
        source.text(goal, "", "goals", n)
    for n, question in enumerate(scenario.debrief.questions):
        source.text(question, "", "debrief", "questions", n)


def _briefing(source: Source) -> Text:
    own, common = source.scenario.briefing, source.library.prebrief
    if own is None:
        return common
    return Text(f"{own.da}\n\n{common.da}", f"{own.en}\n\n{common.en}", own.only)


def _glossary(source: Source) -> dict[str, Term]:
    for id_, shape in source.library.glossary.items():
        for name in type(shape).model_fields:
            source.item_text(getattr(shape, name), "", "glossary", id_, name)
    return {id_: shape.made() for id_, shape in source.library.glossary.items()}


def _prices(source: Source) -> dict[str, int]:
    by_level = {share_name(level): share for level, share in source.library.by_level.items()}
    return {**source.library.prices, **by_level}


def _used(
    source: Source,
    declared: Mapping[str, Fact],
    where: Landscape,
    kinds: Mapping[str, CaseType],
    people: tuple[Person, ...],
) -> dict[str, Fact]:
    """Return, by id, the declared facts the day uses, so that a day does not change with others."""
    used = {"family.partner"}
    for system in where.systems.values():
        used |= {field.fact for page in system.pages for field in page.fields}
        used |= {page.relatives for page in system.pages} | set(system.from_world)
    for run in where.integrations:
        used |= {carry.source for carry in run.carries.values()} | set(run.carries)
    for kind in kinds.values():
        texts = (*expressions_of(kind), source.library.case_types[kind.id].for_whom)
        used |= _spoken_of({*(need.path for need in kind.needs), *named_in(texts)}, declared)
    used |= _spoken_of({path for person in people for path in person.facts}, declared)
    while added := _spoken_of(conditions(source, used & set(declared)), declared) - used:
        used |= added
    return {id_: fact for id_, fact in declared.items() if id_ in used}


def _spoken_of(paths: Iterable[str], declared: Mapping[str, Fact]) -> set[str]:
    """Return the ids of the facts in some paths, and of those that their relations go through."""
    split, names = [split_path(path) for path in paths], relations(declared)
    return {fact for _, fact in split} | {names[word] for word, _ in split if word in names}


def _town(
    source: Source, opening: Opening, people: tuple[Person, ...], progress: Progress | None
) -> Town:
    return draw_town(
        seed=opening.seed,
        citizens=source.scenario.municipality.citizens,
        day=opening.date,
        cast=people,
        facts=opening.facts,
        drawn=drawn(source, opening.facts),
        progress=progress,
    )
