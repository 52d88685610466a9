"""Amina's income on 2 February, the worked example: one truth, three systems, two arrows."""

from dataclasses import replace

import pytest

from simulator.core.clock import day_number
from simulator.landscape.observations import Observation, Shown
from simulator.landscape.observe import HandEntry, World, observe
from tests.landscape.small import AMINA, INCOME, at, world

ON_THE_3RD = "2026-02-03"


def typed_into_ydelse() -> World:
    return replace(world(), hands={("ydelse", INCOME, AMINA): (HandEntry(at("10:05"), 1_820_000),)})


def repaired_at_10_40() -> World:
    first, second = world().landscape.integrations
    mended = (first.repaired(at("10:40")), second)
    return replace(world(), landscape=replace(world().landscape, integrations=mended))


@pytest.mark.parametrize(
    ("where", "system", "when", "kroner"),
    [
        (world(), "eindkomst", at("09:42"), 18_200),
        (world(), "overblik", at("09:42"), 24_310),
        (world(), "ydelse", at("09:42"), 24_310),
        (typed_into_ydelse(), "ydelse", at("10:05"), 18_200),
        (typed_into_ydelse(), "ydelse", at("02:29", ON_THE_3RD), 18_200),
        (typed_into_ydelse(), "ydelse", at("02:30", ON_THE_3RD), 24_310),
        (repaired_at_10_40(), "overblik", at("23:59"), 24_310),
        (repaired_at_10_40(), "ydelse", at("23:59"), 24_310),
        (repaired_at_10_40(), "overblik", at("02:00", ON_THE_3RD), 18_200),
        (repaired_at_10_40(), "ydelse", at("02:29", ON_THE_3RD), 24_310),
        (repaired_at_10_40(), "ydelse", at("02:30", ON_THE_3RD), 18_200),
    ],
)
def test_what_each_system_shows(where: World, system: str, when: int, kroner: int) -> None:
    assert _shown(where, system, when).value == kroner * 100


def test_the_register_says_january_reported_on_the_30th() -> None:
    shown = _shown(world(), "eindkomst", at("09:42"))
    assert shown.as_of == at("12:00", "2026-01-30")
    assert shown.since == day_number("2026-01-01")


def test_the_overview_was_last_fed_on_the_11th_when_the_register_had_december() -> None:
    reported, run = _shown(world(), "overblik", at("09:42")).hops
    assert (reported.system, reported.at) == ("eindkomst", at("12:00", "2025-12-30"))
    assert (run.system, run.at) == ("overblik", at("02:00", "2026-01-11"))


def test_ydelses_copy_is_fresh_from_tonight_and_its_value_is_old() -> None:
    *route, last = _shown(world(), "ydelse", at("09:42")).hops
    assert (last.system, last.at) == ("ydelse", at("02:30"))
    assert [hop.at for hop in route] == [at("12:00", "2025-12-30"), at("02:00", "2026-01-11")]


def _shown(where: World, system: str, when: int) -> Shown:
    found: Observation = observe(where, system, INCOME, AMINA, when)
    assert isinstance(found, Shown)
    return found


def test_an_integration_is_known_by_the_systems_it_copies_between() -> None:
    first, second = world().landscape.integrations
    assert world().landscape.integration("eindkomst->overblik") == first
    assert world().landscape.integration("overblik->ydelse") == second
    assert world().landscape.integration("ydelse->overblik") is None
