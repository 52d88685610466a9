"""Putting the opening of a day together, and drawing the town it is played in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from simulator.casework.case_types import CaseType
from simulator.casework.documents import DocumentKind
from simulator.casework.letters import PARTS
from simulator.casework.opening import Opening, share_name
from simulator.core.facts import Fact, relations, split_path
from simulator.core.texts import Text
from simulator.landscape.systems import Landscape
from simulator.scenario.diagnostics import ScenarioRefused
from simulator.scenario.drawing.office import drawn_office
from simulator.scenario.drawing.requests import CannotDraw, Person
from simulator.scenario.drawing.town import Progress, draw_town
from simulator.scenario.library import own_names
from simulator.scenario.resolving.cases import arrivals, injects, workload
from simulator.scenario.resolving.cast import beliefs, cannot, cast, own_lines
from simulator.scenario.resolving.dealing import with_lines
from simulator.scenario.resolving.documents import documents, named_by
from simulator.scenario.resolving.drawn import check_drawn, conditions, drawn
from simulator.scenario.resolving.knowledge import (
    case_types,
    check_facts,
    expressions_of,
    named_in,
)
from simulator.scenario.resolving.landscape import landscape
from simulator.scenario.resolving.legal_sources import check_amounts
from simulator.scenario.resolving.lines import common_lines
from simulator.scenario.resolving.source import Source
from simulator.scenario.resolving.technology import dials, presets
from simulator.town.digest import digest
from simulator.town.town import Town


def look_through(source: Source) -> None:
    """Collect every mistake of meaning in ``source.file.problems``, without drawing the town."""
    _opening(source, source.scenario.municipality.seed)


def resolved(source: Source, seed: int, progress: Progress | None = None) -> tuple[Opening, Town]:
    """Return the opening of a scenario and the town drawn for it.

    ``progress`` is called as the town is drawn. Raises ``ScenarioRefused`` with all mistakes.
    """
    opening, people = _opening(source, seed)
    source.file.problems.raise_if_any()
    try:
        town = draw_town(
            seed=seed,
            citizens=source.scenario.municipality.citizens,
            day=opening.date,
            cast=people,
            facts=opening.facts,
            places=source.library.places.made(),
            drawn=drawn(source, opening.facts),
            progress=progress,
        )
    except CannotDraw as problem:
        cannot(source, problem)
        raise ScenarioRefused(source.file.problems.found) from None
    office = drawn_office(opening.office, seed, town)
    drawn_cases = workload(source, town, seed, len(opening.arrivals))
    source.file.problems.raise_if_any()
    own = len(opening.arrivals)
    comes = (*opening.arrivals, *drawn_cases)
    whole = replace(opening, town=digest(town), arrivals=comes, office=office)
    return with_lines(source, whole, town, own), town


def _opening(source: Source, seed: int) -> tuple[Opening, tuple[Person, ...]]:
    scenario, library = source.scenario, source.library
    _check_day(source)
    _check_own_names(source)
    check_facts(source)
    check_drawn(source)
    where = landscape(source)
    kinds = case_types(source, where.systems)
    people = cast(source)
    cases, case_texts = arrivals(source)
    messages, message_texts = injects(source)
    lines, line_texts = common_lines(source)
    own, own_texts = own_lines(source)
    levels = dials(source, kinds)
    named = named_in(text for kind in kinds.values() for text in expressions_of(kind))
    amounts = {id_: amount for id_, amount in source.amounts.items() if id_ in named}
    check_amounts(source, amounts)
    papers = documents(source, kinds)
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
        facts=_used(source, where, kinds, people, papers),
        landscape=where,
        case_types=kinds,
        amounts=amounts,
        arrivals=cases,
        injects=messages,
        dials=levels,
        presets=presets(source, levels),
        prices=library.prices | {share_name(n): share for n, share in library.by_level.items()},
        conduct=library.people.conduct.made(),
        lines=(*own, *lines),
        texts={**line_texts, **own_texts, **case_texts, **message_texts},
        questions=tuple(scenario.debrief.questions),
        route=scenario.debrief.route or "",
        house=library.people.house.made(),
        beliefs=beliefs(source),
        glossary={id_: shape.made() for id_, shape in library.glossary.items()},
        office=scenario.municipality.made(),
        later=library.later,
        documents=papers,
    )
    return opening, people


def _check_own_names(source: Source) -> None:
    """Check the names that are the program's to give: another would be written and never read."""
    parts = tuple(dict.fromkeys((*PARTS, *own_names("letters"))))
    library, items = source.library, source.items
    for section, names, known in (
        ("prices", library.prices, own_names("prices")),
        ("by-level", library.by_level, own_names("by-level")),
        ("later", library.later, own_names("later")),
        ("letters", library.letters, parts),
    ):
        for name in names:
            items.one_of(name, known, section, name)
    for id_, case_type in library.case_types.items():
        for part in case_type.letter:
            items.one_of(part, parts, "case-types", id_, "letter", part)
        for n, outcome in enumerate(case_type.outcomes):
            for part in outcome.letter:
                items.one_of(part, parts, "case-types", id_, "outcomes", n, "letter", part)


def _check_day(source: Source) -> None:
    """Check the hours of the day, and the texts that stand in no part with a module of its own."""
    scenario, file = source.scenario, source.file
    if scenario.day.closes <= scenario.day.opens:
        file.wrong("P0306", "day", "closes")
    file.text(scenario.title, "", "title")
    file.text(scenario.briefing, "", "briefing")
    for n, goal in enumerate(scenario.goals):
        file.text(goal, "", "goals", n)
    for n, question in enumerate(scenario.debrief.questions):
        file.text(question, "", "debrief", "questions", n)
    for id_, shape in source.library.glossary.items():
        for name in type(shape).model_fields:
            source.items.text(getattr(shape, name), "", "glossary", id_, name)


def _briefing(source: Source) -> Text:
    own, common = source.scenario.briefing, source.library.prebrief
    if own is None:
        return common
    return Text(f"{own.da}\n\n{common.da}", f"{own.en}\n\n{common.en}", own.only)


def _used(
    source: Source,
    where: Landscape,
    kinds: Mapping[str, CaseType],
    people: tuple[Person, ...],
    papers: Mapping[str, DocumentKind],
) -> dict[str, Fact]:
    """Return, by id, the declared facts the day uses, so that a day does not change with others."""
    declared, used = source.facts, {"family.partner"}
    for system in where.systems.values():
        used |= {field.fact for page in system.pages for field in page.fields}
        used |= {page.relatives for page in system.pages} | set(system.from_world)
    for run in where.integrations:
        used |= {carry.source for carry in run.carries.values()} | set(run.carries)
    for kind in kinds.values():
        texts = (*expressions_of(kind), source.library.case_types[kind.id].for_whom)
        used |= _spoken_of({*(need.path for need in kind.needs), *named_in(texts)}, declared)
    used |= _spoken_of(named_in(named_by(papers)), declared)
    used |= _spoken_of({path for person in people for path in person.facts}, declared)
    while added := _spoken_of(conditions(source, used & set(declared)), declared) - used:
        used |= added
    return {id_: fact for id_, fact in declared.items() if id_ in used}


def _spoken_of(paths: Iterable[str], declared: Mapping[str, Fact]) -> set[str]:
    """Return the ids of the facts in some paths, and of those that their relations go through."""
    split, names = [split_path(path) for path in paths], relations(declared)
    return {fact for _, fact in split} | {names[word] for word, _ in split if word in names}
