"""Searching a system: its own copies, spelt as it keeps them."""

import time
from dataclasses import replace

import pytest

from simulator.core.facts import Value
from simulator.landscape.integrations import Carry, Integration, Stop
from simulator.landscape.observe import HandEntry, World
from simulator.landscape.searching import NOTHING, matches, search
from simulator.landscape.systems import Key, Landscape, Matches, Search, SearchBy, System, Written
from simulator.town.spells import Spell
from simulator.town.town import Town
from tests.landscape.small import at, system

NAME, NUMBER = "person.name", "person.number"
MANY = 2_000


@pytest.mark.parametrize(
    ("how", "written", "typed", "value", "found"),
    [
        ("whole", (), "bodil bech", "Bodil Bech", True),
        ("whole", (), "bodil", "Bodil Bech", False),
        ("begins", (), "bodil", "Bodil Bech", True),
        ("begins", ("surname-first",), "bech, b", "Bodil Bech", True),
        ("begins", ("surname-first",), "bodil", "Bodil Bech", False),
        ("begins", ("capitals", "surname-first"), "BECH", "Bodil Bech", True),
        ("begins", ("capitals", "surname-first"), "Bech", "Bodil Bech", False),
        ("contains", (), "CH", "Bodil Bech", True),
        ("whole", ("digits-only",), "0404892204", "040489-2204", True),
        ("whole", ("digits-only",), "040489-2204", "040489-2204", False),
        ("whole", (), "040489-2204", "040489-2204", True),
        ("begins", ("surname-first",), "prins", "Prins", True),
    ],
)
def test_what_is_typed_must_be_spelt_as_the_system_keeps_it(
    how: Matches, written: tuple[Written, ...], typed: str, value: Value, found: bool
) -> None:
    assert matches(Key(NAME, how, written), typed, value) is found


def searched(by: SearchBy, key: Key, most: int = 12, **more: object) -> System:
    return system("cpr", from_world=(NAME, NUMBER), search=Search({by: key}, most), **more)


def town(*names: str) -> Town:
    spells = {(NAME, f"c{n:04}"): (Spell(name, 1, None, n),) for n, name in enumerate(names)}
    return Town({}, {}, spells)


def alone(one: System, *names: str) -> World:
    return World(town(*names), Landscape({"cpr": one}, ()))


def test_hits_stand_in_the_order_of_what_they_were_found_by() -> None:
    one = searched("name", Key(NAME, "begins", ("surname-first",)))
    where = alone(one, "Åse Holst", "Bo Holst", "Amina Holst", "Ida Dam")
    assert search(where, one, "name", "holst", at("09:00")).hits == ("c0002", "c0001", "c0000")


def test_of_too_many_the_first_are_listed_and_it_is_said_that_there_are_more() -> None:
    one = searched("name", Key(NAME, "contains"), 2)
    found = search(alone(one, "A Holst", "B Holst", "C Holst"), one, "name", "holst", at("09:00"))
    assert (found.hits, found.more) == (("c0000", "c0001"), True)


def test_what_is_not_searched_so_and_an_empty_field_find_nothing() -> None:
    one = searched("name", Key(NAME))
    where = alone(one, "Bo Holst")
    assert search(where, one, "number", "Bo Holst", at("09:00")) == NOTHING
    assert search(where, one, "name", "   ", at("09:00")) == NOTHING
    assert search(where, system("cpr"), "name", "Bo Holst", at("09:00")) == NOTHING


def test_what_a_role_may_not_see_it_cannot_search_either() -> None:
    one = searched("name", Key(NAME), hidden={"caseworker": (NAME,)})
    where = alone(one, "Bo Holst")
    assert search(where, one, "name", "bo holst", at("09:00"), "caseworker") == NOTHING
    assert search(where, one, "name", "bo holst", at("09:00"), "leader").hits == ("c0000",)


def test_a_name_typed_in_by_hand_is_found_and_the_one_it_replaced_is_not() -> None:
    one = searched("name", Key(NAME))
    typed = {("cpr", NAME, "c0000"): (HandEntry(at("08:30"), "Bo Riis"),)}
    copy = Integration("src", "cpr", {NAME: Carry(NAME)})
    copying = replace(one, from_world=())
    source = system("src", from_world=(NAME,))
    where = World(town("Bo Holst"), Landscape({"src": source, "cpr": copying}, (copy,)), typed)
    assert search(where, copying, "name", "bo riis", at("09:00")).hits == ("c0000",)
    assert search(where, copying, "name", "bo holst", at("09:00")).hits == ()


def test_a_copy_that_is_cut_short_is_found_by_what_is_left() -> None:
    source = system("src", from_world=(NAME,))
    one = system("cpr", search=Search({"name": Key(NAME)}))
    copy = Integration("src", "cpr", {NAME: Carry(NAME, first_characters=8)})
    where = World(town("Bodil Bechmann"), Landscape({"src": source, "cpr": one}, (copy,)))
    assert search(where, one, "name", "bodil be", at("09:00")).hits == ("c0000",)
    assert search(where, one, "name", "bodil bechmann", at("09:00")).hits == ()


def test_two_thousand_copies_are_searched_within_a_blink() -> None:
    source = system("src", from_world=(NAME,))
    one = system("cpr", search=Search({"name": Key(NAME, "contains")}))
    copy = Integration("src", "cpr", {NAME: Carry(NAME)})
    names = [f"Person {n} Holst" for n in range(MANY)]
    where = World(town(*names), Landscape({"src": source, "cpr": one}, (copy,)))
    began = time.process_time()
    assert search(where, one, "name", "holst", at("09:00")).more
    assert search(where, one, "name", "person 1999 h", at("09:00")).hits == ("c1999",)
    assert time.process_time() - began < 0.2


def test_what_a_decision_of_the_day_made_known_is_found_once_it_is_reported() -> None:
    one = searched("name", Key(NAME, "whole"))
    decided = town("Bo Bech").becoming(NAME, "c0000", Spell("Bo Holst", 2, None, at("09:30")))
    where = World(decided, Landscape({"cpr": one}, ()))
    assert search(where, one, "name", "Bo Holst", at("09:29")) == NOTHING
    assert search(where, one, "name", "Bo Holst", at("09:30")).hits == ("c0000",)


def moved(*addresses: str) -> Town:
    """Somebody whose addresses were reported at 08:00, 09:00 and so on."""
    spells = (Spell(one, n + 1, None, at(f"{8 + n:02}:00")) for n, one in enumerate(addresses))
    return Town({}, {}, {(NAME, "c0000"): tuple(spells)})


def test_earlier_values_are_found_once_they_have_come_through_and_not_before() -> None:
    one = searched("name", Key(NAME, earlier=True), lag=60)
    where = World(moved("Bo Holst", "Bo Riis"), Landscape({"cpr": one}, ()))
    assert search(where, one, "name", "bo holst", at("08:59")) == NOTHING
    assert search(where, one, "name", "bo riis", at("09:59")) == NOTHING
    assert search(where, one, "name", "bo holst", at("10:00")).hits == ("c0000",)
    assert search(where, one, "name", "bo riis", at("10:00")).hits == ("c0000",)


def test_a_copy_finds_by_nothing_it_never_received_and_by_nothing_it_has_lost() -> None:
    source = system("src", from_world=(NAME,))
    one = system("cpr", search=Search({"name": Key(NAME, earlier=True)}))
    stopped = Stop(at("08:30"))
    copy = Integration("src", "cpr", {NAME: Carry(NAME)}, every=60, stops=(stopped,))
    where = World(moved("Bo Holst", "Bo Riis"), Landscape({"src": source, "cpr": one}, (copy,)))
    assert search(where, one, "name", "bo holst", at("10:30")).hits == ("c0000",)
    assert search(where, one, "name", "bo riis", at("10:30")) == NOTHING
    typed = replace(where, hands={("src", NAME, "c0000"): (HandEntry(at("09:30"), "Bo Dam"),)})
    assert search(typed, one, "name", "anything at all", at("10:30")) == NOTHING
