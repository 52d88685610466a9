"""What a copy does to a value on its way, and which copy is named for what it took away."""

from dataclasses import replace

import pytest

from simulator.core.facts import Value
from simulator.landscape.integrations import Carry, Stop
from simulator.landscape.observations import MISSING, Observation, Shown
from simulator.landscape.observe import World, observe
from simulator.town.town import Town
from tests.landscape.small import AMINA, INCOME, TWO_MONTHS, at, cause, copies, landscape, world


@pytest.mark.parametrize(
    ("carry", "value", "arrives"),
    [
        (Carry("x", first_of=";"), "Skolen; Brugsen", "Skolen"),
        (Carry("x", first_of=";"), "Skolen", "Skolen"),
        (Carry("x", first_characters=6), "Bodil Bech", "Bodil"),
        (Carry("x", first_of=",", first_characters=4), "Engtoften 12, 2. th", "Engt"),
        (Carry("x", codes={"assigned": "active"}), "assigned", "active"),
        (Carry("x", round_to=10), 97, 90),
        (Carry("x", round_to=10), True, True),
        (Carry("x", loses="field"), 97, None),
        (Carry("x", loses="mark"), "Engtoften 12", "Engtoften 12"),
    ],
)
def test_a_map_shortens_rounds_translates_or_loses(
    carry: Carry, value: Value, arrives: Value | None
) -> None:
    assert carry.map(value) == arrives


def carried(carry: Carry, *, stopped: bool = False) -> World:
    stops = (Stop(at("00:00", "2026-01-12")),) if stopped else ()
    copy = replace(copies("eindkomst", "overblik", stops=stops), carries={INCOME: carry})
    return world(copy)


def test_a_field_that_is_lost_is_missing_though_the_integration_runs() -> None:
    assert shows(carried(Carry(INCOME, loses="field"))) == MISSING


def test_a_fact_may_have_another_name_where_it_comes_from() -> None:
    (line,) = TWO_MONTHS.spells.values()
    town = Town({}, {}, {("tax.wages", AMINA): line})
    copy = replace(copies("eindkomst", "overblik"), carries={INCOME: Carry("tax.wages")})
    systems = {"eindkomst": replace(landscape().systems["eindkomst"], from_world=("tax.wages",))}
    shown = shows(World(town, landscape(copy, **systems)))
    assert isinstance(shown, Shown)
    assert [hop.fact for hop in shown.hops] == ["tax.wages", INCOME]


def shows(where: World) -> Observation:
    return observe(where, "overblik", INCOME, AMINA, at("09:42"))


@pytest.mark.parametrize("carry", [Carry(INCOME, round_to=100_000), Carry(INCOME, loses="field")])
def test_a_copy_that_takes_something_away_is_named_where_nothing_else_parts(carry: Carry) -> None:
    assert cause(carried(carry), "overblik", at("09:42")) == "integration:eindkomst->overblik"


def test_made_healthy_it_brings_all_of_it_again() -> None:
    for carry in (Carry(INCOME, round_to=100_000), Carry(INCOME, loses="field")):
        (copy,) = carried(carry, stopped=True).landscape.integrations
        shown = shows(world(copy.healthy()))
        assert isinstance(shown, Shown)
        assert shown.value == 1_820_000
    assert cause(world(copy.healthy()), "overblik", at("09:42")) is None


def test_codes_that_make_one_fact_into_another_belong_to_it() -> None:
    into = replace(copies("a", "b"), carries={"b.kind": Carry("a.kind", {"x": "y"})})
    same = replace(copies("a", "b"), carries={"a.kind": Carry("a.kind", {"x": "y"})})
    assert into.healthy().carries["b.kind"].map("x") == "y"
    assert same.healthy().carries["a.kind"].map("x") == "x"
