"""Facts that the life of the town does not make are drawn as they are declared."""

from dataclasses import replace

from simulator.core.clock import age_at
from simulator.core.expressions import compile_expression
from simulator.scenario.drawing.requests import Drawn
from simulator.scenario.drawing.town import draw_town
from simulator.town.town import Town
from tests.town.towns import DAY, FACTS, PLACES

TYPES = {id_: fact.type for id_, fact in FACTS.items()}
FARE = replace(FACTS["benefit.monthly"], id="transport.monthly")


def town(*drawn: Drawn) -> Town:
    facts = {**FACTS, FARE.id: FARE}
    return draw_town(seed=3, citizens=200, day=DAY, facts=facts, places=PLACES, drawn=drawn)


def test_a_range_gives_whole_steps_within_it() -> None:
    found = town(Drawn(FARE.id, between=(30_000, 180_000), step=5_000))
    values = {found.truth(FARE.id, who, DAY) for who in found.citizens}
    assert len(values) > 10
    assert all(isinstance(v, int) and 30_000 <= v <= 180_000 and v % 5_000 == 0 for v in values)


def test_a_condition_says_of_whom_a_fact_is_drawn() -> None:
    pensioner = compile_expression('benefit.kind == "folkepension"', TYPES, "yes-no")
    found = town(Drawn(FARE.id, between=(1, 2), when=pensioner))
    assert any(found.truth("benefit.kind", who, DAY) == "folkepension" for who in found.citizens)
    for who in found.citizens:
        kind = found.truth("benefit.kind", who, DAY)
        assert (found.truth(FARE.id, who, DAY) is not None) == (kind == "folkepension")


def test_a_condition_reaches_the_dwelling_somebody_lives_in() -> None:
    known = {**TYPES, "home.dwelling.kind": "code"}
    house = compile_expression('home.dwelling.kind == "house"', known, "yes-no")
    found = town(Drawn(FARE.id, between=(1, 2), when=house))
    living = [one.id for one in found.citizens.values() if one.household in found.households]
    assert living
    for who in living:
        home = found.truth("residence.dwelling", who, DAY)
        kind = found.truth("dwelling.kind", str(home), DAY) if home else None
        assert (found.truth(FARE.id, who, DAY) is not None) == (kind == "house")


def test_only_people_of_the_declared_ages_have_a_fact() -> None:
    found = town(Drawn(FARE.id, between=(1, 2), from_age=18, to_age=40))
    assert any(18 <= age_at(one.born, DAY) <= 40 for one in found.citizens.values())
    for who, one in found.citizens.items():
        has = found.truth(FARE.id, who, DAY) is not None
        assert has == (18 <= age_at(one.born, DAY) <= 40)


def test_a_chance_may_be_another_for_those_who_cannot_manage_digitally() -> None:
    yes, no = ((True, 100), (False, 0)), ((True, 0), (False, 100))
    declared = replace(FARE, type="yes-no")
    drawn = Drawn(FARE.id, yes, by_digital={"none": no})
    facts = {**FACTS, FARE.id: declared}
    found = draw_town(seed=3, citizens=400, day=DAY, facts=facts, places=PLACES, drawn=(drawn,))
    assert {one.digital for one in found.citizens.values()} == {"self", "assisted", "none"}
    for who, one in found.citizens.items():
        assert found.truth(FARE.id, who, DAY) is (one.digital != "none")
