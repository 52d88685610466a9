"""Searching a system by name, number or address, each with that system's own nuisances."""

from dataclasses import replace

import pytest

from simulator.casework.actions.looking.pages import LookUp, ProtectedRevealed, RecordOpened, Reveal
from simulator.casework.actions.searching import OpenHit, RegisterSearched, Search
from simulator.casework.case_types import Need
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.families import decide, unfold
from simulator.casework.habits import HABITS
from simulator.casework.page_views import page_view
from simulator.casework.seeing import see
from simulator.core.texts import LANGUAGES
from simulator.core.values import changed
from simulator.landscape.systems import Outage
from simulator.scenario.words import teller
from simulator.store.codec import encode
from tests.casework.searchable import (
    ADDRESS,
    DWELLING,
    FACTS,
    MARK,
    NAME,
    ROOMS,
    a_landscape,
    a_searchable_town,
    buildings,
    overview,
    protected_day,
)
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    INCOME,
    SUBSIDY,
    a_day,
    after,
    moment_on,
    refusal,
    text,
)


def searched(day: Day, system: str, by: str, typed: str) -> RegisterSearched:
    (event,) = decide(day, Search(CASE, system, by, typed))
    assert isinstance(event, RegisterSearched)
    return event


def opened(day: Day, command: Command) -> RecordOpened:
    (event,) = decide(day, command)
    assert isinstance(event, RecordOpened)
    return event


@pytest.mark.parametrize(
    ("typed", "hits"),
    [("HOLST", (AMINA,)), ("HOLST, A", (AMINA,)), ("Holst", ()), ("AMINA", ()), ("OLST", ())],
)
def test_an_old_register_wants_capitals_and_the_surname_first(typed: str, hits: object) -> None:
    assert searched(protected_day(), "cpr", "name", typed).hits == hits


def test_a_search_costs_what_the_system_says_and_keeps_the_words_out_of_the_log() -> None:
    event = searched(protected_day(), "cpr", "name", "HOLST, AMINA")
    assert (event.minutes, event.length, event.words) == (2, 12, 1)
    assert "HOLST" not in encode(event)


def test_a_copy_finds_people_where_it_last_heard_they_lived() -> None:
    day = protected_day()
    assert searched(day, "overblik", "address", "havnegade 3").hits == ()
    assert searched(day, "overblik", "address", "engtoften").hits == (AMINA,)


def test_a_register_that_keeps_old_addresses_finds_by_them_too() -> None:
    day = protected_day()
    assert searched(day, "cpr", "address", "engtoften").hits == (AMINA,)
    assert searched(day, "cpr", "address", "havnegade 3").hits == (AMINA,)


def test_a_system_lists_so_many_and_says_that_there_are_more() -> None:
    event = searched(protected_day(), "overblik", "name", "b")
    assert (event.hits, event.more) == ((BODIL,), False)
    many = searched(protected_day(), "overblik", "name", "i")
    assert (len(many.hits), many.more) == (1, True)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (Search(CASE, "bbr", "name", "Bo"), "not-searched-so"),
        (Search(CASE, "eindkomst", "name", "Bo"), "not-searched-so"),
        (Search(CASE, "cpr", "name", "  "), "search-for-what"),
        (OpenHit(CASE, "cpr", "person", "", AMINA), "not-found-there"),
    ],
)
def test_what_cannot_be_searched_is_refused(command: Command, reason: str) -> None:
    assert refusal(protected_day(), command) == reason


def test_a_stranger_who_was_found_can_be_opened_and_is_not_taken_for_the_party() -> None:
    day = after(protected_day(), Search(CASE, "overblik", "name", "amina"))
    event = opened(day, OpenHit(CASE, "overblik", "citizen", "", AMINA))
    assert event.subject == AMINA
    assert {one.subject for one in event.fields} == {AMINA}
    seen = after(day, OpenHit(CASE, "overblik", "citizen", "", AMINA)).cases[CASE].seen
    assert seen == ()
    assert after(day, LookUp(CASE, "overblik", "citizen")).cases[CASE].seen[0].path == INCOME
    rows = page_view(day, event).rows
    assert [one.path for one in rows] == [INCOME, NAME, ADDRESS]
    assert {(one.subject, one.of_case) for one in rows} == {(AMINA, False)}


def test_a_dwelling_that_was_found_by_its_address_is_opened_as_itself() -> None:
    day = after(protected_day(AMINA), Search(CASE, "bbr", "address", "engtoften 12"))
    event = opened(day, OpenHit(CASE, "bbr", "dwelling", "", "d1"))
    assert [(one.path, one.value) for one in event.fields] == [
        (DWELLING, "Engtoften 12"),
        (ROOMS, 4),
    ]
    assert page_view(day, event).subject == "Engtoften 12"


def test_the_partys_own_dwelling_is_a_page_away() -> None:
    event = opened(protected_day(AMINA), LookUp(CASE, "bbr", "dwelling"))
    assert [(one.path, one.value) for one in event.fields] == [
        (f"home.{DWELLING}", "Havnegade 3"),
        (f"home.{ROOMS}", 2),
    ]


def test_the_desk_lists_the_hits_and_offers_to_open_them() -> None:
    view = see(after(protected_day(), Search(CASE, "bbr", "address", "engtoften 12")))
    (found,) = view.found
    assert [(one.subject, str(teller("en")(one.label))) for one in found.hits] == [
        ("d1", "Engtoften 12")
    ]
    offer = view.offer("open_hit.bbr")
    assert offer
    made = offer.make({"subject": "d1", "page": "dwelling"})
    assert made == OpenHit(CASE, "bbr", "dwelling", "", "d1")


def test_a_protected_address_is_covered_until_it_is_asked_for() -> None:
    day, look = protected_day(), LookUp(CASE, "cpr", "person")
    page = opened(day, look)
    assert [(one.path, one.state, one.value) for one in page.fields][1] == (
        ADDRESS,
        "protected",
        None,
    )
    looked = after(day, look)
    (event,) = decide(looked, Reveal(CASE, ADDRESS, "cpr", BODIL))
    assert isinstance(event, ProtectedRevealed)
    assert event.field.value == "Havnegade 9"
    shown = after(looked, Reveal(CASE, ADDRESS, "cpr", BODIL))
    assert page_view(shown, page).rows[1].state == "shown"
    assert refusal(shown, Reveal(CASE, ADDRESS, "cpr", BODIL)) == "nothing-covered"


def test_the_address_of_others_is_not_covered() -> None:
    assert opened(protected_day(AMINA), LookUp(CASE, "cpr", "person")).fields[1].state == "shown"


def test_a_copy_that_lost_the_mark_shows_the_address_to_anybody() -> None:
    look = LookUp(CASE, "overblik", "citizen")
    assert opened(protected_day(), look).fields[2].state == "protected"
    lost = opened(protected_day(loses="mark"), look).fields[2]
    assert (lost.state, lost.value) == ("shown", "Havnegade 9")


def test_a_system_that_guards_nothing_shows_it_too() -> None:
    careless = changed(overview(), guards=False)
    day = protected_day(overblik=careless)
    assert opened(day, LookUp(CASE, "overblik", "citizen")).fields[2].state == "shown"


def test_nobody_is_found_by_an_address_that_is_covered() -> None:
    assert searched(protected_day(), "cpr", "address", "HAVNEGADE 9").hits == ()
    assert searched(protected_day(), "overblik", "address", "havnegade 9").hits == ()
    lost = searched(protected_day(loses="mark"), "overblik", "address", "havnegade 9")
    assert lost.hits == (BODIL,)


def test_hits_do_not_tell_a_protected_address() -> None:
    view = see(after(protected_day(), Search(CASE, "cpr", "name", "BECH")))
    said = teller("da")(view.found[0].hits[0].label)
    assert "Bodil Bech" in said
    assert "Havnegade" not in said


def test_a_system_that_is_down_says_so_in_its_own_words() -> None:
    silent = changed(overview(), when_down=text("Oops"))
    where = a_landscape(overblik=silent)
    out = Outage("overblik", moment_on("2026-02-02", "07:00"), moment_on("2026-02-02", "09:00"))
    day = protected_day()
    down = changed(day, world=changed(day.world, landscape=changed(where, outages=(out,))))
    down = changed(down, opening=changed(down.opening, landscape=down.world.landscape))
    assert refusal(down, Search(CASE, "overblik", "name", "b")) == "system-down"
    offers = {one.id: one.refused for one in see(down).offers}
    for language in LANGUAGES:
        refused = offers["search.overblik"]
        assert refused
        told = teller(language)(refused)
        assert "Oops" in told
        assert teller(language)(silent.name) not in told, "the offer names it already"


LIVES_SOMEWHERE = replace(
    SUBSIDY, id="lives", needs=(Need(ADDRESS, ("cpr",)), Need(INCOME, ("overblik",)))
)


@pytest.mark.parametrize("habit", HABITS)
def test_a_fact_the_case_needs_is_uncovered_by_whoever_works_on_it(habit: str) -> None:
    day = a_day(
        LIVES_SOMEWHERE,
        town=a_searchable_town(),
        party=BODIL,
        landscape=a_landscape(),
        facts=FACTS,
        fresh=True,
    )
    for _ in range(200):
        if day.ended:
            break
        day = unfold(day, HABITS[habit](see(day))).day
    (seen,) = (one for one in day.cases[CASE].basis if one.path == ADDRESS)
    assert seen.value == "Havnegade 9"


def test_what_automation_fetches_is_covered_on_the_desk_too() -> None:
    day = a_day(
        LIVES_SOMEWHERE,
        {"find": 1},
        town=a_searchable_town(),
        party=BODIL,
        landscape=a_landscape(),
        facts=FACTS,
    )
    (line,) = (one for one in see(day).hand.facts if one.path == ADDRESS)  # type: ignore[union-attr]
    assert line.covered
    assert not line.shown


def test_where_it_is_protected_that_somebody_lives_no_page_tells_the_dwellings_address() -> None:
    careful = changed(buildings(), from_world=(*buildings().from_world, MARK))
    day, look = protected_day(bbr=careful), LookUp(CASE, "bbr", "dwelling")
    page = opened(day, look)
    assert [(one.path, one.state) for one in page.fields] == [
        (f"home.{DWELLING}", "protected"),
        (f"home.{ROOMS}", "shown"),
    ]
    assert page_view(day, page).subject == "–"
    looked = after(day, look)
    offer = see(looked).offer("reveal")
    assert offer
    assert "Engtoften" not in teller("da")(offer.blanks[0].options[0].label)
    shown = after(looked, offer.make({"covered": (f"home.{DWELLING}", "bbr", page.subject)}))
    assert page_view(shown, page).subject == "Engtoften 12"


def test_a_register_that_does_not_know_of_the_mark_tells_it() -> None:
    page = opened(protected_day(), LookUp(CASE, "bbr", "dwelling"))
    assert (page.fields[0].path, page.fields[0].value) == (f"home.{DWELLING}", "Engtoften 12")
