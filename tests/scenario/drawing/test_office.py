"""Whom letters name: invented, the same for the same town, and nobody who lives in it."""

from simulator.casework.opening import Office
from simulator.scenario.drawing.office import drawn_office
from simulator.town.identifiers import telephone
from tests.casework.small import a_town, citizen
from tests.scenario.small import small

UNSAID = Office()


def test_a_seed_always_names_the_same_two_people_and_another_seed_others() -> None:
    office = drawn_office(UNSAID, 1, a_town())
    assert office == drawn_office(UNSAID, 1, a_town())
    assert office.caseworker != office.leader
    assert office.telephone.startswith("0")
    assert drawn_office(UNSAID, 2, a_town()) != office


def test_nobody_in_town_has_the_name_or_the_number() -> None:
    office = drawn_office(UNSAID, 1, a_town())
    given, _, family = office.caseworker.partition(" ")
    namesake = citizen("namesake", given=given, family=family, telephone=office.telephone)
    other = drawn_office(UNSAID, 1, a_town(namesake))
    assert other.caseworker != office.caseworker
    assert other.telephone != office.telephone
    assert other.leader == office.leader


def test_no_number_is_a_subscribers() -> None:
    numbers = {drawn_office(UNSAID, seed, a_town()).telephone for seed in range(50)}
    assert len(numbers) == 50
    assert all(len(number) == len(telephone(1)) and number[0] == "0" for number in numbers)


def test_a_teacher_names_them_instead() -> None:
    names = "seed: 7, caseworker: Inge Sølvberg, leader: Bo Ravnkær}"
    office = small(("seed: 7}", names)).opening.office
    assert (office.caseworker, office.leader) == ("Inge Sølvberg", "Bo Ravnkær")
    assert office.telephone
