"""What a scenario says of a person is true of them, and what follows from it too."""

import pytest
from hypothesis import given

from simulator.core.clock import age_at, day_number, moment
from simulator.landscape.observations import Shown
from simulator.landscape.observe import World, observe
from simulator.scenario.drawing.requests import CannotDraw, Happening, Person, Stated, check_person
from simulator.town.spells import newest_by
from simulator.town.town import Town
from tests.scenario.small import small
from tests.town.towns import DAY, anything, drawn, line, people

JUNE = day_number("2025-06-10")


def with_one(**said: object) -> Town:
    return drawn(7, 40, (Person("amina", 36, **said),))  # type: ignore[arg-type] # as it says


def test_whoever_loses_their_job_has_unemployment_benefit_from_then_on() -> None:
    town = with_one(life=(Happening("loses-job", JUNE),))
    before, after = line(town, "benefit.kind", "amina")
    assert (before.value, after.value, after.begins) == ("none", "dagpenge", JUNE)
    assert town.truth("work.employer", "amina", JUNE - 1)
    assert town.truth("work.employer", "amina", JUNE) is None
    paid = town.truth("benefit.monthly", "amina", DAY)
    assert town.truth("income.monthly", "amina", DAY) == paid


def test_whoever_falls_ill_keeps_their_job_and_the_weeks_are_counted() -> None:
    town = with_one(life=(Happening("falls-ill", DAY - 150),))
    assert town.truth("benefit.kind", "amina", DAY) == "sygedagpenge"
    assert town.truth("work.employer", "amina", DAY)
    assert town.truth("sickness.weeks", "amina", DAY) == 21


def test_whoever_separates_lived_with_their_former_partner_until_then() -> None:
    town = with_one(former_age=38, children=(3, 6), life=(Happening("separates", JUNE),))
    other = "amina.former"
    assert town.truth("family.partner", "amina", JUNE - 1) == other
    assert town.truth("family.partner", "amina", JUNE) is None
    assert town.truth("family.former_partner", "amina", DAY) == other
    for day, together in ((JUNE - 1, True), (JUNE, False), (DAY, False)):
        homes = {town.truth("residence.dwelling", who, day) for who in ("amina", other)}
        assert (len(homes) == 1) is together
    counted = [town.truth("family.children", other, day) for day in (JUNE - 1, JUNE)]
    assert counted == [2, 0]
    parents = {town.truth(f"family.{one}", "amina.child1", DAY) for one in ("mother", "father")}
    assert parents >= {"amina"}


@given(people)
@anything
def test_a_constraint_that_cannot_be_met_is_refused_and_all_others_are_met(person: Person) -> None:
    if problem := check_person(person):
        with pytest.raises(CannotDraw) as refused:
            drawn(1, 40, (person,))
        assert (refused.value.person, refused.value.reason) == (problem.person, problem.reason)
        return
    town = drawn(1, 40, (person,))
    children = [who for who in town.citizens if who.startswith(f"{person.key}.child")]
    assert age_at(town.citizens[person.key].born, DAY) == person.age
    assert sorted(age_at(town.citizens[one].born, DAY) for one in children) == sorted(
        person.children
    )
    for other, age in (("partner", person.partner_age), ("former", person.former_age)):
        found = town.citizens.get(f"{person.key}.{other}")
        assert (found and age_at(found.born, DAY)) == age


def test_whoever_separates_next_week_still_lives_with_their_partner() -> None:
    town = with_one(former_age=38, life=(Happening("separates", DAY + 7),))
    homes = [town.truth("residence.dwelling", who, DAY) for who in ("amina", "amina.former")]
    assert homes[0] == homes[1]
    assert town.truth("family.partner", "amina", DAY) == "amina.former"
    assert town.truth("residence.dwelling", "amina.former", DAY + 7) != homes[0]


def test_whoever_dies_next_week_is_alive_today() -> None:
    town = with_one(partner_age=38, life=(Happening("dies", DAY + 7),))
    assert town.households["amina"].adults == ("amina", "amina.partner")
    assert town.truth("person.status", "amina", DAY) == "01"
    assert town.truth("family.single", "amina.partner", DAY + 8) is True


def test_custody_is_what_was_said() -> None:
    for holder in ("one", "both"):
        town = with_one(former_age=38, children=(3,), custody=holder)
        assert town.truth("family.custody", "amina.child1", DAY) == holder


def test_a_move_reported_late_is_true_before_the_register_knows_it() -> None:
    told = moment(DAY + 9)
    town = with_one(life=(Happening("moves", JUNE, told),))
    old, new = line(town, "residence.dwelling", "amina")
    assert town.truth("residence.dwelling", "amina", DAY) == new.value
    known = newest_by(town.timeline("residence.dwelling", "amina"), moment(DAY))
    assert known == old
    assert town.truth("dwelling.residents", str(old.value), DAY) == 1
    assert town.truth("dwelling.residents", str(new.value), DAY) == 0


def test_a_move_ahead_has_been_announced_and_has_not_happened() -> None:
    town = with_one(life=(Happening("moves", DAY + 7),))
    here, there = (town.truth(f, "amina", DAY) for f in ("residence.dwelling", "move.dwelling"))
    assert there
    assert there != here
    assert town.truth("move.date", "amina", DAY) == DAY + 7


def test_a_dwelling_of_the_cast_is_as_it_was_said() -> None:
    rooms = {
        "home.dwelling.rooms": (Stated(1),),
        "move.dwelling": (Stated("new"),),
        "new_home.dwelling.registered": (Stated(False),),
    }
    town = with_one(facts=rooms)
    home, new = (town.truth(f, "amina", DAY) for f in ("residence.dwelling", "move.dwelling"))
    assert town.truth("dwelling.rooms", str(home), DAY) == 1
    assert town.truth("dwelling.registered", str(new), DAY) is False


def test_somebody_lives_with_another_of_the_cast_than_the_register_says() -> None:
    elsewhere = Stated("bo", JUNE, reported=moment(DAY + 300))
    amina = Person("amina", 36, facts={"residence.dwelling": (Stated("amina"), elsewhere)})
    town = drawn(7, 40, (amina, Person("bo", 44)))
    his = town.truth("residence.dwelling", "bo", DAY)
    assert town.truth("residence.dwelling", "amina", DAY) == his
    assert town.truth("residence.address", "amina", DAY) == town.truth(
        "residence.address", "bo", DAY
    )
    assert town.truth("dwelling.residents", str(his), DAY) == 1


def test_a_fact_about_what_somebody_does_not_have_is_refused() -> None:
    with pytest.raises(CannotDraw) as refused:
        with_one(facts={"new_home.dwelling.rooms": (Stated(2),)})
    assert refused.value.reason == "about-nobody"


def test_what_a_benefit_comes_to_follows_what_was_said_of_it() -> None:
    kinds = (Stated("none"), Stated("sygedagpenge", DAY - 70))
    town = with_one(facts={"benefit.kind": kinds})
    assert town.truth("benefit.monthly", "amina", DAY - 71) is None
    assert town.truth("benefit.monthly", "amina", DAY)
    assert town.truth("sickness.weeks", "amina", DAY) == 10


def test_a_protected_address_is_protected_for_everybody_at_home() -> None:
    town = with_one(protected=True, children=(3, 6))
    for who in ("amina", "amina.child1", "amina.child2"):
        assert town.truth("residence.protected", who, DAY) is True


def test_what_is_reported_in_the_middle_of_the_day_is_seen_from_then_on() -> None:
    said = '{from: 2026-02-01, reported: "2026-02-02 10:30", is: 1000}'
    loaded = small(
        ("      income.monthly:\n", f"      family.children: [{said}]\n      income.monthly:\n")
    )
    world = World(loaded.town, loaded.opening.landscape)

    def seen(clock: int) -> bool:
        at = moment(loaded.opening.date, clock)
        return isinstance(observe(world, "cpr", "family.children", "amina", at), Shown)

    assert (seen(10 * 60 + 29), seen(10 * 60 + 30)) == (False, True)
