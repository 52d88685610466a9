"""Where a case gives a legal basis to look: a role, a type of case, a basis, and what asks for it.

The subsidy gives the caseworker a basis for the income register alone. The pension register asks
every time and takes no empty answer, the civil register once a day; the overview never asks.
"""

from dataclasses import replace

import pytest

from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.looking.pages import LookUp, RecordOpened
from simulator.casework.actions.searching import OpenHit, RegisterSearched, Search
from simulator.casework.case_types import CaseType
from simulator.casework.commands import Command, Offer
from simulator.casework.day import Day
from simulator.casework.events import CommandRefused
from simulator.casework.families import decide, unfold
from simulator.casework.habits import HABITS, Habit
from simulator.casework.opening import Arrival
from simulator.casework.rights import Right
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.core.values import changed
from simulator.landscape.systems import System
from simulator.scenario.words import teller
from simulator.store.codec import decode, encode
from tests.casework.searchable import FACTS, a_landscape, a_searchable_town, overview, register
from tests.casework.small import AMINA, BODIL, CASE, SUBSIDY, a_day, after, refusal, text

INCOME_ACT = Right(("eindkomst",), text("the Income Act section 7"), text("us"))
MOVE = replace(SUBSIDY, id="move", title=text("Notice of a move"), rights=(INCOME_ACT,))
OTHER = "S-102"
STRICT = changed(register(), asks_basis="first", empty_basis=False)
LENIENT = changed(register(), asks_basis="first")
SILENT = overview()
LOOK_IN_CPR = LookUp(CASE, "cpr", "person")
LOOK_IN_OVERVIEW = LookUp(CASE, "overblik", "citizen")


def a_day_with(
    *rights: Right,
    cpr: System = STRICT,
    role: str = "caseworker",
    others: tuple[CaseType, ...] = (),
) -> Day:
    """A day with Amina's case in hand, of a type that gives some rights; Bodil's is of another."""
    own = replace(MOVE, rights=rights)
    kinds = {kind.id: kind for kind in (own, *others)}
    arrivals = [Arrival(CASE, own.id, AMINA, 480, "self-service")]
    arrivals += [Arrival(OTHER, kind.id, BODIL, 480, "self-service") for kind in others]
    where = a_landscape(cpr=cpr, overblik=SILENT)
    more = {"case_types": kinds, "arrivals": tuple(arrivals), "role": role}
    return a_day(own, town=a_searchable_town(), landscape=where, facts=FACTS, **more)


def a_right(*systems: str, basis: str = "the Move Act", roles: tuple[str, ...] = ()) -> Right:
    return Right(systems, text(basis), text("us"), roles)


def opened(day: Day, command: Command) -> RecordOpened:
    (event,) = decide(day, command)
    assert isinstance(event, RecordOpened)
    return event


def said(day: Day, command: Command) -> str:
    run = unfold(day, command)
    phrase = tell(run.day, run.events[0])
    assert phrase
    return teller("en")(phrase)


def offered(day: Day, name: str) -> Offer:
    offer = see(day).listed(name)
    assert offer
    return offer


def bases(day: Day, name: str) -> list[tuple[str, str]]:
    """The legal bases a form offers, each with its words."""
    asked = [blank for blank in offered(day, name).blanks if blank.name == "basis"]
    say = teller("en")
    return [(option.value, say(option.label)) for blank in asked for option in blank.options]


# A basis is given, or it is not ---------------------------------------------------------------


def test_a_system_that_asks_offers_the_basis_that_the_case_gives_there() -> None:
    day = a_day_with(a_right("cpr", basis="the Move Act section 10"), INCOME_ACT)
    assert bases(day, "look_up.cpr") == [("move", "the Move Act section 10")]
    assert bases(day, "look_up.eindkomst") == [("move", "the Income Act section 7")]
    looked = opened(day, LookUp(CASE, "cpr", "person", "move"))
    assert (looked.basis, looked.unfounded) == ("move", "")


def test_a_system_that_asks_refuses_what_the_case_gives_no_basis_for() -> None:
    day = a_day_with(INCOME_ACT)
    assert refusal(day, LOOK_IN_CPR) == "no-right-here"
    (event,) = decide(day, LOOK_IN_CPR)
    assert isinstance(event, CommandRefused)
    assert (event.about, event.helps, event.case) == ("cpr", "call", CASE)


def test_a_refusal_names_the_system_and_the_kind_of_case_and_what_one_can_do() -> None:
    assert said(a_day_with(INCOME_ACT), LOOK_IN_CPR) == (
        "CPR wants to know on what legal basis you are looking, and cases about notice of a move"
        " give you none. You can ring the citizen, or look in a system where the case gives a legal"
        " basis."
    )


def test_a_refusal_is_shown_before_anything_is_filled_in() -> None:
    day = a_day_with(INCOME_ACT)
    for name in ("look_up.cpr", "search.cpr"):
        assert offered(day, name).refused
        assert see(day).offer(name) is None
    assert see(day).offer("look_up.eindkomst")


def test_a_refusal_is_told_of_its_own_case_when_another_is_in_hand() -> None:
    day = a_day_with(INCOME_ACT, others=(SUBSIDY,))
    run = unfold(day, LOOK_IN_CPR)
    phrase = tell(after(run.day, OpenCase(OTHER)), run.events[0])
    assert phrase
    assert "notice of a move" in teller("en")(phrase)


def test_no_basis_can_be_made_up() -> None:
    assert refusal(a_day_with(INCOME_ACT), LookUp(CASE, "cpr", "person", "move")) == "no-right-here"
    lenient = a_day_with(INCOME_ACT, cpr=LENIENT)
    assert refusal(lenient, LookUp(CASE, "cpr", "person", "move")) == "no-right-here"
    assert refusal(lenient, Search(CASE, "cpr", "name", "HOLST", "move")) == "no-right-here"


def test_a_basis_the_case_gives_must_still_be_named() -> None:
    assert refusal(a_day_with(a_right("cpr")), LOOK_IN_CPR) == "basis-missing"


# Role and type --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "reason"), [("caseworker", "basis-missing"), ("student", "no-right-here")]
)
def test_a_right_of_some_roles_is_no_right_of_others(role: str, reason: str) -> None:
    day = a_day_with(a_right("cpr", roles=("caseworker", "leader")), role=role)
    assert refusal(day, LOOK_IN_CPR) == reason


def test_another_type_of_case_gives_another_basis() -> None:
    other = replace(SUBSIDY, rights=(a_right("cpr", basis="the Subsidy Act"),))
    day = a_day_with(INCOME_ACT, others=(other,))
    assert bases(after(day, OpenCase(OTHER)), "look_up.cpr") == [("subsidy", "the Subsidy Act")]
    assert offered(day, "look_up.cpr").refused


def test_of_two_lines_about_a_system_the_first_holds() -> None:
    day = a_day_with(a_right("cpr", basis="one"), a_right("cpr", basis="two"))
    assert bases(day, "look_up.cpr") == [("move", "one")]


# Always, first, never -------------------------------------------------------------------------


def test_a_system_that_has_been_told_one_today_asks_no_more_and_the_log_has_it() -> None:
    other = replace(SUBSIDY, rights=(a_right("cpr"),))
    day = after(a_day_with(INCOME_ACT, others=(other,)), OpenCase(OTHER))
    day = after(day, LookUp(OTHER, "cpr", "person", "subsidy"), OpenCase(CASE))
    assert bases(day, "look_up.cpr") == []
    assert opened(day, LOOK_IN_CPR).unfounded == "not-asked"


def test_a_system_that_asks_every_time_refuses_every_time() -> None:
    strict = changed(STRICT, asks_basis="always")
    other = replace(SUBSIDY, rights=(a_right("cpr"),))
    day = after(a_day_with(INCOME_ACT, cpr=strict, others=(other,)), OpenCase(OTHER))
    day = after(day, LookUp(OTHER, "cpr", "person", "subsidy"), OpenCase(CASE))
    assert refusal(day, LOOK_IN_CPR) == "no-right-here"


def test_a_system_that_never_asks_shows_it_and_the_log_has_it() -> None:
    looked = opened(a_day_with(INCOME_ACT), LOOK_IN_OVERVIEW)
    assert (looked.basis, looked.unfounded) == ("", "not-asked")
    assert looked.fields
    founded = opened(a_day_with(a_right("overblik")), LOOK_IN_OVERVIEW)
    assert founded.unfounded == ""


def test_that_a_system_did_not_ask_is_told_as_it_is_shown() -> None:
    assert said(a_day_with(INCOME_ACT), LOOK_IN_OVERVIEW) == (
        "You look in Overblik: Citizen. The case gives no legal basis for looking there, and the"
        " system did not ask."
    )


# The empty answer -----------------------------------------------------------------------------


def test_where_an_empty_answer_is_let_through_it_is_the_only_one_and_the_log_has_it() -> None:
    day = a_day_with(INCOME_ACT, cpr=LENIENT)
    assert [value for value, _ in bases(day, "look_up.cpr")] == [""]
    looked = opened(day, LOOK_IN_CPR)
    assert (looked.basis, looked.unfounded) == ("", "empty")
    assert said(day, LOOK_IN_CPR).endswith("and the system took an empty answer.")


def test_an_empty_answer_is_no_basis_and_the_system_asks_again() -> None:
    day = after(a_day_with(INCOME_ACT, cpr=LENIENT), LOOK_IN_CPR)
    assert [value for value, _ in bases(day, "look_up.cpr")] == [""]


def test_an_empty_answer_where_the_case_gives_a_basis_is_empty_and_not_unfounded() -> None:
    day = a_day_with(a_right("cpr"), cpr=LENIENT)
    assert [value for value, _ in bases(day, "look_up.cpr")] == ["move", ""]
    looked = opened(day, LOOK_IN_CPR)
    assert (looked.basis, looked.unfounded) == ("", "")


# Searching ------------------------------------------------------------------------------------


def test_a_search_is_refused_as_a_look_up_is() -> None:
    day = a_day_with(INCOME_ACT)
    assert refusal(day, Search(CASE, "cpr", "name", "HOLST")) == "no-right-here"


def test_a_search_in_a_system_that_does_not_ask_is_on_the_log_as_such() -> None:
    day = a_day_with(INCOME_ACT)
    command = Search(CASE, "overblik", "name", "bodil")
    (searched,) = decide(day, command)
    assert isinstance(searched, RegisterSearched)
    assert searched.unfounded == "not-asked"
    assert said(day, command) == (
        "You search Overblik by name: 1 hit. The case gives no legal basis for looking there, and"
        " the system did not ask."
    )
    found = after(day, command)
    assert opened(found, OpenHit(CASE, "overblik", "citizen", "", BODIL)).unfounded == "not-asked"


def test_what_was_found_is_opened_on_a_basis_of_the_case_or_not_at_all() -> None:
    other = replace(SUBSIDY, rights=(a_right("cpr"),))
    always = changed(STRICT, asks_basis="always")
    day = after(a_day_with(INCOME_ACT, cpr=always, others=(other,)), OpenCase(OTHER))
    found = after(day, Search(OTHER, "cpr", "name", "HOLST", "subsidy"))
    assert bases(found, "open_hit.cpr") == [("subsidy", "the Move Act")]
    there = OpenHit(OTHER, "cpr", "person", "subsidy", AMINA)
    assert opened(found, there).basis == "subsidy"
    back = after(found, OpenCase(CASE))
    assert offered(back, "open_hit.cpr").refused
    assert refusal(back, OpenHit(CASE, "cpr", "person", "", AMINA)) == "no-right-here"


# A type that says nothing of rights -----------------------------------------------------------


def test_a_type_that_says_nothing_of_rights_gives_its_own_basis_everywhere() -> None:
    day = a_day_with()
    assert bases(day, "look_up.cpr") == [("move", "the Act section 1")]
    assert opened(day, LookUp(CASE, "cpr", "person", "move")).unfounded == ""
    assert opened(day, LOOK_IN_OVERVIEW).unfounded == ""


def test_a_log_from_before_rights_says_nothing_of_them() -> None:
    looked = opened(a_day_with(), LOOK_IN_OVERVIEW)
    assert "unfounded" not in encode(looked)
    assert decode("record.opened", encode(looked), 3) == looked


@pytest.mark.parametrize("habit", HABITS.values())
def test_a_habit_takes_no_offer_that_is_refused_for_a_right_and_comes_to_the_end(
    habit: Habit,
) -> None:
    day = a_day_with(INCOME_ACT)
    while not day.closed:
        day = after(day, habit(see(day)))
