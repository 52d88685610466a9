"""What is true of any town: held for random seeds, sizes and casts."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.core.clock import age_at, day_number, month_start
from simulator.core.facts import Fact
from simulator.scenario.diagnostics import Problems
from simulator.scenario.drawing import CannotDraw, Person, Said, check_person, draw_town
from simulator.scenario.drawing.bank_days import last_bank_day
from simulator.scenario.library import checked, joined
from simulator.scenario.reading import Document
from simulator.town.digest import digest
from simulator.town.identifiers import is_unreal_person_number
from simulator.town.plain import from_plain, to_plain
from simulator.town.spells import Timeline, true_on
from simulator.town.town import Citizen, Town

DAY = day_number("2026-02-02")


def library_facts() -> dict[str, Fact]:
    library = checked(joined(Document("none", {}, {})), "da", Problems())
    assert library
    return {id_: shape.made(id=id_) for id_, shape in library.facts.items()}


FACTS = library_facts()

people = st.builds(
    Person,
    key=st.sampled_from(("amina", "bo", "karla")),
    age=st.integers(15, 95),
    partner_age=st.none() | st.integers(15, 95),
    children=st.lists(st.integers(0, 19), max_size=4).map(tuple),
    moves=st.lists(st.integers(DAY - 900, DAY), max_size=3, unique=True).map(tuple),
    facts=st.sampled_from(
        (
            {},
            {"income.monthly": (Said(2_000_000),)},
            {"person.status": (Said("90", DAY - 200),)},
        )
    ),
).filter(lambda one: one.age >= 18 or not one.facts)  # the young have neither work nor benefit


def drawn(seed: int, citizens: int, cast: tuple[Person, ...] = ()) -> Town:
    return draw_town(seed=seed, citizens=citizens, day=DAY, cast=cast, facts=FACTS)


@st.composite
def towns(draw: st.DrawFn) -> Town:
    cast = draw(st.lists(people, max_size=2, unique_by=lambda one: one.key))
    possible = tuple(one for one in cast if check_person(one) is None)
    return drawn(draw(st.integers(0, 10_000)), draw(st.integers(20, 120)), possible)


anything = settings(max_examples=40, deadline=None)


def line(town: Town, fact: str, who: Citizen) -> Timeline:
    return town.timeline(fact, who.id)


@given(towns())
@anything
def test_a_parent_is_15_to_55_years_older_than_a_child(town: Town) -> None:
    for home in town.households.values():
        for child in home.children:
            parent = town.citizens[str(town.truth("family.parent", child, DAY))]
            gap = age_at(parent.born, DAY) - age_at(town.citizens[child].born, DAY)
            assert 15 <= gap <= 55


@given(towns())
@anything
def test_everybody_has_one_home_at_a_time_and_moves_without_gaps(town: Town) -> None:
    for one in town.citizens.values():
        homes = sorted(line(town, "residence.address", one), key=lambda spell: spell.begins)
        assert homes[-1].ends is None
        for before, following in pairwise(homes):
            assert before.ends == following.begins
        assert town.households[one.household].address == homes[-1].value


@given(towns())
@anything
def test_couples_share_a_home(town: Town) -> None:
    for one in town.citizens.values():
        if partner := town.truth("family.partner", one.id, DAY):
            assert town.citizens[str(partner)].household == one.household
            assert town.truth("family.partner", str(partner), DAY) == one.id


@given(towns())
@anything
def test_every_month_of_income_has_an_employer_or_a_benefit(town: Town) -> None:
    for one in town.citizens.values():
        for month in line(town, "income.monthly", one):
            employer = true_on(line(town, "work.employer", one), month.begins)
            benefit = true_on(line(town, "benefit.kind", one), month.begins)
            assert (employer and employer.value) or (benefit and benefit.value != "none")


@given(towns())
@anything
def test_every_month_of_income_is_reported_on_its_last_bank_day(town: Town) -> None:
    for one in town.citizens.values():
        for month in line(town, "income.monthly", one):
            assert month.begins == month_start(month.begins)
            assert month.reported // 1440 == last_bank_day(month.begins)


@given(st.integers(0, 10_000), st.integers(20, 900))
@anything
def test_the_dead_earn_nothing(seed: int, ago: int) -> None:
    died = DAY - ago
    late = Person("late", 70, facts={"person.status": (Said("01"), Said("90", died))})
    town = drawn(seed, 30, (late,))
    assert town.truth("person.status", "late", DAY) == "90"
    assert all(month.begins < died for month in town.timeline("income.monthly", "late"))
    assert town.truth("work.employer", "late", DAY) is None
    assert town.truth("benefit.kind", "late", DAY) is None


@given(towns())
@anything
def test_every_child_has_custody(town: Town) -> None:
    for home in town.households.values():
        for child in home.children:
            assert town.truth("family.custody", child, DAY) in ("one", "both")


@given(towns())
@anything
def test_the_register_counts_the_children_at_home(town: Town) -> None:
    for home in town.households.values():
        for adult in home.adults:
            if age_at(town.citizens[adult].born, DAY) >= 18:
                assert town.truth("family.children", adult, DAY) == len(home.children)


@given(towns())
@anything
def test_every_identifier_is_provably_unreal_and_nobodys_else(town: Town) -> None:
    numbers = [one.number for one in town.citizens.values()]
    assert all(map(is_unreal_person_number, numbers))
    assert len(set(numbers)) == len(numbers)
    assert all(one.telephone.startswith("0") for one in town.citizens.values())


@given(towns())
@anything
def test_a_town_written_out_and_read_in_is_the_same_town(town: Town) -> None:
    assert from_plain(to_plain(town)) == town
    assert digest(from_plain(to_plain(town))) == digest(town)


@given(st.integers(0, 10_000))
@anything
def test_one_more_in_the_cast_redraws_nobody(seed: int) -> None:
    amina, bo = Person("amina", 36, children=(3, 6)), Person("bo", 44)
    alone, both = drawn(seed, 60, (amina,)), drawn(seed, 60, (amina, bo))
    shared = alone.citizens.keys() & both.citizens.keys()
    assert len(shared) > 50
    assert all(alone.citizens[who] == both.citizens[who] for who in shared)
    for (fact, who), spells in alone.spells.items():
        if who in shared:
            assert both.spells[fact, who] == spells


@given(people)
@anything
def test_a_constraint_that_cannot_be_met_is_refused_and_all_others_are_met(person: Person) -> None:
    if problem := check_person(person):
        with pytest.raises(CannotDraw) as refused:
            drawn(1, 40, (person,))
        assert (refused.value.person, refused.value.reason) == (problem.person, problem.reason)
        return
    town = drawn(1, 40, (person,))
    home = town.households[person.key]
    assert age_at(town.citizens[person.key].born, DAY) == person.age
    assert sorted(age_at(town.citizens[c].born, DAY) for c in home.children) == sorted(
        person.children
    )
    assert len(home.adults) == 1 + (person.partner_age is not None)


def test_a_town_has_as_many_citizens_as_were_asked_for() -> None:
    assert len(drawn(42, 300).citizens) == 300
