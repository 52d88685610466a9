"""What is true of any town: held for random seeds, sizes and casts."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.core.clock import age_at, moment, month_start
from simulator.scenario.drawing.bank_days import last_bank_day
from simulator.scenario.drawing.requests import Happening, Person, Stated
from simulator.town.digest import digest
from simulator.town.identifiers import is_unreal_person_number
from simulator.town.plain import from_plain, to_plain
from simulator.town.spells import newest_by, true_on
from tests.town.towns import (
    DAY,
    FACTS,
    SIZES,
    TONIGHT,
    Asked,
    anything,
    asked,
    dead,
    drawn,
    home,
    line,
    subjects,
)


@pytest.mark.parametrize(
    "fact",
    [
        "family.parent",
        "family.mother",
        "family.father",
        "family.partner",
        "family.former_partner",
        "income.monthly",
        "benefit.kind",
        "sickness.weeks",
        "dwelling.kind",
    ],
)
def test_a_town_has_people_of_whom_it_is_true(fact: str) -> None:
    assert subjects(drawn(1, max(SIZES)), fact)


@given(asked)
@anything
def test_a_parent_is_15_to_55_years_older_than_a_child(one: Asked) -> None:
    town = one.town()
    for fact in ("family.parent", "family.mother", "family.father"):
        for child in subjects(town, fact):
            parent = town.citizens[str(town.truth(fact, child, DAY))]
            gap = age_at(parent.born, DAY) - age_at(town.citizens[child].born, DAY)
            assert 15 <= gap <= 55


@given(asked)
@anything
def test_everybody_alive_has_one_home_at_a_time_and_moves_without_gaps(one: Asked) -> None:
    town = one.town()
    for who in town.citizens:
        for fact in ("residence.dwelling", "residence.address", "residence.moved_in"):
            homes = line(town, fact, who)
            last = homes[-1].ends
            assert (last is None or last > DAY) == (home(town, who) is not None)
            assert all(before.ends == after.begins for before, after in pairwise(homes))
        address = town.truth("dwelling.address", str(home(town, who)), DAY)
        assert address == town.truth("residence.address", who, DAY)


@given(asked)
@anything
def test_a_household_shares_a_home(one: Asked) -> None:
    town = one.town()
    for household in town.households.values():
        people = (*household.adults, *household.children)
        assert len({home(town, who) for who in people}) == 1
        assert town.truth("residence.address", people[-1], DAY) == household.address


@given(asked)
@anything
def test_couples_share_a_home_unless_they_have_separated(one: Asked) -> None:
    town = one.town()
    for who in town.citizens:
        if partner := town.truth("family.partner", who, DAY):
            assert town.truth("family.partner", str(partner), DAY) in (who, None)
            assert dead(town, who) or home(town, str(partner)) == home(town, who)
        if former := town.truth("family.former_partner", who, DAY):
            assert town.truth("family.former_partner", str(former), DAY) == who
            assert town.truth("family.partner", who, DAY) != former
            if not dead(town, who) and not dead(town, str(former)):
                assert home(town, str(former)) != home(town, who)


@given(asked)
@anything
def test_those_who_separated_in_recent_years_shared_a_home_before(one: Asked) -> None:
    town = one.town()
    for who in subjects(town, "family.former_partner"):
        parted = line(town, "family.former_partner", who)[0]
        before = line(town, "family.partner", who)[0]
        if before.value == parted.value:  # it was after the town's memory begins
            day = parted.begins - 1
            there = town.truth("residence.dwelling", who, day)
            assert town.truth("residence.dwelling", str(parted.value), day) == there


@given(asked)
@anything
def test_every_month_of_income_has_an_employer_or_a_benefit(one: Asked) -> None:
    town = one.town()
    for who in subjects(town, "income.monthly"):
        for month in line(town, "income.monthly", who):
            employer = true_on(town.timeline("work.employer", who), month.begins)
            benefit = true_on(town.timeline("benefit.kind", who), month.begins)
            assert (employer and employer.value) or (benefit and benefit.value != "none")


@given(asked)
@anything
def test_whoever_has_a_benefit_has_an_amount_of_it_and_nobody_else(one: Asked) -> None:
    town = one.town()
    for who in subjects(town, "benefit.kind"):
        kind = town.truth("benefit.kind", who, DAY)
        paid = town.truth("benefit.monthly", who, DAY)
        assert (paid is not None) == (kind not in (None, "none"))


@given(asked)
@anything
def test_weeks_of_sickness_are_counted_while_they_last(one: Asked) -> None:
    town = one.town()
    for who in subjects(town, "sickness.weeks"):
        weeks = [spell.value for spell in line(town, "sickness.weeks", who) if spell.value]
        assert weeks == list(range(1, len(weeks) + 1))
        if town.truth("sickness.weeks", who, DAY):
            assert town.truth("benefit.kind", who, DAY) == "sygedagpenge"


@given(asked)
@anything
def test_every_month_of_income_is_reported_on_its_last_bank_day(one: Asked) -> None:
    town = one.town()
    for who in subjects(town, "income.monthly"):
        for month in line(town, "income.monthly", who):
            assert month.begins == month_start(month.begins)
            assert month.reported // 1440 == last_bank_day(month.begins)


@given(st.integers(0, 10_000), st.integers(20, 900), st.booleans())
@anything
def test_the_dead_earn_nothing(seed: int, ago: int, said: bool) -> None:
    died = DAY - ago
    facts = {"person.status": (Stated("01"), Stated("90", died))} if said else {}
    life = () if said else (Happening("dies", died),)
    town = drawn(seed, 120, (Person("late", 70, partner_age=66, facts=facts, life=life),))
    assert dead(town, "late")
    for who in filter(lambda one: dead(town, one), town.citizens):
        (end,) = [one.begins for one in line(town, "person.status", who) if one.value == "90"]
        assert all(month.begins < end for month in town.timeline("income.monthly", who))
        for fact in ("work.employer", "work.job", "benefit.kind", "benefit.monthly"):
            assert town.truth(fact, who, DAY) is None


@given(st.integers(0, 10_000), st.integers(3, 900))
@anything
def test_whoever_outlives_their_spouse_is_alone_and_widowed(seed: int, ago: int) -> None:
    late = Person("late", 70, partner_age=66, life=(Happening("dies", DAY - ago),))
    town = drawn(seed, 20, (late,))
    status = line(town, "family.status", "late.partner")
    assert status[-1].value == ("E" if status[0].value == "G" else "U")
    assert town.truth("family.partner", "late.partner", DAY) is None
    assert town.truth("family.single", "late.partner", DAY) is True
    assert town.households["late"].adults == ("late.partner",)


@given(asked)
@anything
def test_every_child_has_custody_and_a_parent_at_home(one: Asked) -> None:
    town = one.town()
    for household in town.households.values():
        for child in household.children:
            assert town.truth("family.custody", child, DAY) in ("one", "both")
            parent = str(town.truth("family.parent", child, DAY))
            assert town.citizens[parent].household == household.id


@given(asked)
@anything
def test_the_register_counts_the_children_at_home(one: Asked) -> None:
    town = one.town()
    for household in town.households.values():
        for adult in household.adults:
            if age_at(town.citizens[adult].born, DAY) >= 18:
                assert town.truth("family.children", adult, DAY) == len(household.children)


@given(asked)
@example(
    Asked(0, 20, (Person("amina", 15, life=(Happening("moves", DAY - 900, moment(DAY + 1)),)),))
)
@example(
    Asked(
        0,
        20,
        (
            Person(
                "amina",
                15,
                life=(Happening("moves", DAY - 900, moment(DAY + 1)), Happening("dies", DAY - 899)),
            ),
        ),
    )
)
@example(  # a child born between the day a move was told of and the day of it
    Asked(
        0,
        20,
        (
            Person(
                "amina",
                15,
                children=(0,),
                life=(Happening("moves", DAY - 186, moment(DAY - 900)),),
            ),
        ),
    )
)
@anything
def test_a_dwelling_has_as_many_residents_as_are_registered_there(one: Asked) -> None:
    town = one.town()
    registered: dict[object, int] = {}
    for who in town.citizens:
        status = newest_by(town.timeline("person.status", who), TONIGHT)
        there = newest_by(town.timeline("residence.dwelling", who), TONIGHT)
        gone = status and status.value == "90" and home(town, who) is None
        if there and not gone:
            registered[there.value] = registered.get(there.value, 0) + 1
    for dwelling in subjects(town, "dwelling.kind"):
        assert town.truth("dwelling.residents", dwelling, DAY) == registered.get(dwelling, 0)


@given(asked)
@anything
def test_a_family_has_rooms_and_a_home_has_an_owner(one: Asked) -> None:
    town = one.town()
    for dwelling in subjects(town, "dwelling.kind"):
        if town.truth("dwelling.kind", dwelling, DAY) != "none":
            assert town.truth("dwelling.rooms", dwelling, DAY)
            assert town.truth("dwelling.area", dwelling, DAY)
            assert town.truth("dwelling.owner", dwelling, DAY)


@given(asked)
@anything
def test_every_identifier_is_provably_unreal_and_nobodys_else(one: Asked) -> None:
    town = one.town()
    numbers = [one.number for one in town.citizens.values()]
    assert all(map(is_unreal_person_number, numbers))
    assert len(set(numbers)) == len(numbers)
    assert all(one.telephone.startswith("0") for one in town.citizens.values())
    addresses = [
        town.truth("dwelling.address", one, DAY) for one in subjects(town, "dwelling.kind")
    ]
    homes = [one for one in addresses if one != "Uden fast bopæl"]
    assert len(set(homes)) == len(homes)


@given(asked)
@anything
def test_a_town_written_out_and_read_in_is_the_same_town(one: Asked) -> None:
    town = one.town()
    assert from_plain(to_plain(town)) == town
    assert digest(from_plain(to_plain(town))) == digest(town)


@given(st.integers(0, 10_000), st.booleans())
@anything
def test_one_more_in_the_cast_redraws_nobody(seed: int, last: bool) -> None:
    amina = Person("amina", 36, former_age=38, children=(3, 6))
    bo = Person("bo", 44, partner_age=41, life=(Happening("moves", DAY - 40),))
    both = (amina, bo) if last else (bo, amina)
    alone, more = drawn(seed, 120, (amina,)), drawn(seed, 120, both)
    shared = alone.citizens.keys() & more.citizens.keys()
    assert len(shared) > 105
    assert all(alone.citizens[who] == more.citizens[who] for who in shared)
    for (fact, subject), spells in alone.spells.items():
        if subject in shared:
            assert more.spells[fact, subject] == spells


def test_a_town_has_as_many_citizens_as_were_asked_for() -> None:
    assert len(drawn(42, 300).citizens) == 300
    assert FACTS


def test_the_building_register_knows_nothing_of_a_home_it_does_not_have() -> None:
    """But its address: there is a home all the same, and it is as it is."""
    unknown = 0
    for town in (drawn(seed, max(SIZES)) for seed in range(8)):
        for dwelling, told in town.lines("dwelling.registered"):
            if told[-1].value is False and town.truth("dwelling.kind", dwelling, DAY) != "none":
                unknown += 1
                for fact in ("dwelling.kind", "dwelling.rooms", "dwelling.area", "dwelling.owner"):
                    (spell,) = town.timeline(fact, dwelling)
                    assert spell.value is not None
                    assert spell.reported > moment(DAY + 366)
    assert unknown
