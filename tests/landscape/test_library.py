"""The landscape of the library: whatever a system shows comes from somewhere, nothing in rings."""

import pytest
import yaml

from simulator.casework.opening import Opening
from simulator.landscape.integrations import Integration, upstream_first
from simulator.landscape.systems import Landscape
from simulator.scenario.loading import load_text
from simulator.scenario.places import library

EIGHT = ("cpr", "bbr", "eindkomst", "overblik", "ydelse", "arkiv", "digital-post", "nemkonto")
ALL = tuple(sorted(file.stem for file in (library() / "systems").glob("*.yaml")))
SCENARIO = {
    "scenario": "alle-systemer",
    "format": 1,
    "title": {"da": "Alle systemer", "en": "All systems"},
    "rule-year": 2026,
    "municipality": {"name": "Nordvig Kommune", "citizens": 1, "seed": 1},
    "day": {"date": "2026-02-02", "opens": "08:00", "closes": "12:00", "class-minutes": 10},
    "landscape": {"use": list(ALL)},
}
OPENING: Opening = load_text(yaml.safe_dump(SCENARIO), "alle.yaml").opening
LANDSCAPE: Landscape = OPENING.landscape
FIELDS = [
    (system.id, field.fact)
    for system in LANDSCAPE.systems.values()
    for page in system.pages
    for field in page.fields
]
SEARCHES = [
    (system.id, fact)
    for system in LANDSCAPE.systems.values()
    if system.search
    for fact in (*(key.fact for key in system.search.by.values()), *system.search.lists)
]
RELATIVES = [
    (system.id, page.relatives)
    for system in LANDSCAPE.systems.values()
    for page in system.pages
    if page.relatives
]


def source_of(system: str, fact: str) -> str:
    """The system whose own world a fact comes from; empty: it comes from nowhere."""
    if fact in LANDSCAPE.systems[system].from_world:
        return system
    for one in LANDSCAPE.into(system, fact):
        if found := source_of(one.source, one.carries[fact].source):
            return found
    return ""


def test_the_eight_systems_are_there_and_each_looks_its_own_way() -> None:
    assert set(EIGHT) <= set(LANDSCAPE.systems)
    for id_ in EIGHT:
        system = LANDSCAPE.systems[id_]
        assert system.search, id_
        assert len(system.pages) >= 2, id_


def test_nothing_is_copied_in_a_ring() -> None:
    order = upstream_first(LANDSCAPE.integrations)
    assert LANDSCAPE.integrations
    for one in LANDSCAPE.integrations:
        assert order.index(one.source) < order.index(one.target)


@pytest.mark.parametrize(("system", "fact"), dict.fromkeys([*FIELDS, *SEARCHES, *RELATIVES]))
def test_whatever_a_system_shows_or_searches_is_fed(system: str, fact: str) -> None:
    assert source_of(system, fact)


@pytest.mark.parametrize("one", LANDSCAPE.integrations, ids=lambda one: one.id)
def test_an_integration_carries_what_its_source_has_and_its_target_uses(one: Integration) -> None:
    for fact, carry in one.carries.items():
        assert source_of(one.source, carry.source), fact
    shown = {fact for system, fact in (*FIELDS, *SEARCHES, *RELATIVES) if system == one.target}
    marks = {OPENING.facts[fact].marked_by for fact in shown}
    onward = {
        carry.source
        for other in LANDSCAPE.integrations
        if other.source == one.target
        for carry in other.carries.values()
    }
    assert set(one.carries) & (shown | marks | onward)


@pytest.mark.parametrize(("system", "fact"), RELATIVES)
def test_a_page_about_another_names_them_by_a_relation(system: str, fact: str) -> None:
    assert OPENING.facts[fact].relation, system
    assert OPENING.facts[fact].type in ("person", "dwelling")


def test_what_the_world_tells_it_tells_one_system_but_for_who_and_where_somebody_is() -> None:
    fed: dict[str, list[str]] = {}
    for system in LANDSCAPE.systems.values():
        for fact in system.from_world:
            fed.setdefault(fact, []).append(system.id)
    twice = {fact for fact, systems in fed.items() if len(systems) > 1}
    assert twice <= {"person.name", "person.number", "dwelling.address"}
