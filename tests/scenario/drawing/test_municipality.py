"""A town of two thousand is like a Danish municipality, and is told of while it is drawn."""

import re
from collections import Counter
from functools import cache

from faker.providers.address.da_DK import Provider

from simulator.core.clock import age_at, moment
from simulator.scenario.drawing.town import draw_town
from simulator.town.spells import newest_by
from simulator.town.town import Town
from tests.town.towns import DAY, FACTS, PLACES, dead, drawn, home, subjects


@cache
def nordvig() -> Town:
    return drawn(42, 2_000)


def ages() -> list[int]:
    return [age_at(one.born, DAY) for one in nordvig().citizens.values()]


def true_of(fact: str) -> Counter[object]:
    return Counter(nordvig().truth(fact, who, DAY) for who in nordvig().citizens)


def share(count: int, of: int) -> float:
    return 100 * count / of


def test_a_fifth_are_children_and_a_fifth_are_pensioners() -> None:
    children, old = sum(age < 18 for age in ages()), sum(age >= 67 for age in ages())
    assert 15 <= share(children, 2_000) <= 27
    assert 15 <= share(old, 2_000) <= 27


def test_about_one_in_twenty_is_exempt_from_digital_post_and_more_need_help() -> None:
    grown = [one for one in nordvig().citizens.values() if age_at(one.born, DAY) >= 15]
    found = Counter(one.digital for one in grown)
    assert 3 <= share(found["none"], len(grown)) <= 7
    assert 9 <= share(found["assisted"], len(grown)) <= 18
    old = [one for one in grown if age_at(one.born, DAY) >= 85]
    assert share(Counter(one.digital for one in old)["none"], len(old)) > 20


def test_every_benefit_there_is_has_somebody_who_lives_on_it() -> None:
    found = true_of("benefit.kind")
    assert set(FACTS["benefit.kind"].codes or ()) <= set(found)
    assert share(found["none"], sum(found.values()) - found[None]) > 50
    assert all(
        found["folkepension"] > n
        for kind, n in found.items()
        if kind not in ("none", None, "folkepension")
    )


def test_some_have_separated_some_have_died_some_are_protected() -> None:
    town = nordvig()
    former = subjects(town, "family.former_partner")
    assert 30 <= len(former) <= 160
    assert true_of("family.custody")["both"] > true_of("family.custody")["one"] > 5
    assert 2 <= sum(dead(town, who) for who in town.citizens) <= 30
    assert 2 <= true_of("residence.protected")[True] <= 30
    widowed = true_of("family.status")["E"]
    assert widowed > 20


def test_a_few_live_elsewhere_than_the_register_says_and_some_have_announced_a_move() -> None:
    town = nordvig()
    elsewhere = [
        who
        for who in town.citizens
        if (known := newest_by(town.timeline("residence.dwelling", who), moment(DAY + 1)))
        and home(town, who) not in (known.value, None)
    ]
    assert 1 <= len(elsewhere) <= 40
    moving = subjects(town, "move.dwelling")
    assert 40 <= len(moving) <= 200
    assert any(
        not town.truth("dwelling.registered", str(town.truth("move.dwelling", who, DAY)), DAY)
        for who in moving
    )


def test_grown_people_have_parents_in_the_town_too() -> None:
    town = nordvig()
    grown = [
        who
        for who in {*subjects(town, "family.mother"), *subjects(town, "family.father")}
        if age_at(town.citizens[who].born, DAY) >= 18
    ]
    assert len(grown) > 100


def test_families_speak_several_languages_at_home() -> None:
    spoken = Counter(one.language for one in nordvig().citizens.values())
    assert len(spoken) >= 5
    assert 80 <= share(spoken["da"], 2_000) <= 95


def test_it_is_told_how_many_are_drawn_until_all_are() -> None:
    told: list[tuple[int, int]] = []
    draw_town(
        seed=1,
        citizens=100,
        day=DAY,
        facts=FACTS,
        places=PLACES,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (100, 100)
    assert told == sorted(set(told))


def test_no_two_have_the_same_telephone() -> None:
    for seed in (1, 42):
        town = draw_town(seed=seed, citizens=6_000, day=DAY, facts={}, places=PLACES)
        assert len({one.telephone for one in town.citizens.values()}) == 6_000


def test_streets_and_employers_are_put_together_from_the_librarys_words() -> None:
    spots = {thing + land for thing in PLACES.things for land in PLACES.land}
    for household in nordvig().households.values():
        street = re.split(r" \d", household.address)[0]
        if street != "Uden fast bopæl":
            (way,) = (way for way in PLACES.ways if street.endswith(way))
            assert street.removesuffix(way) in spots
    employers = {
        spell.value
        for (fact, _), spells in nordvig().spells.items()
        if fact == "work.employer"
        for spell in spells
        if spell.value is not None
    }
    assert len(employers) > 300
    for employer in employers:
        spot, trade = str(employer).split(" ", 1)
        assert spot in spots
        assert trade in PLACES.trades


def test_none_of_the_streets_is_one_that_faker_knows() -> None:
    real = {name.lower() for name in Provider.street_names}
    ours = {
        (thing + land + way).lower()
        for thing in PLACES.things
        for land in PLACES.land
        for way in PLACES.ways
    }
    assert not ours & real
