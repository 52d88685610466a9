"""From a file to a day: what a scenario says, what it takes from the library, what is derived."""

import subprocess
import sys

import pytest

from simulator.casework.actions.finding import FactsFilled
from simulator.casework.habits import thorough, trusting
from simulator.casework.truth import true_answer
from simulator.core.clock import day_number
from simulator.rehearsal.playing import play
from simulator.scenario.loading import load
from simulator.scenario.places import days, looks
from simulator.scenario.shelf import shelf
from tests.scenario.small import edited, small, wrong

every_day = pytest.mark.parametrize("day", days())


@every_day
def test_every_day_that_comes_with_the_program_is_whole_in_both_languages(day: str) -> None:
    loaded = load(days()[day])
    assert not [one for one in loaded.notes if one.code == "P0901"]
    assert loaded.opening.id == day


@every_day
def test_equal_seeds_give_equal_days_and_others_give_others(day: str) -> None:
    one, same, other = (load(days()[day], seed=seed) for seed in (7, 7, 8))
    assert (one.opening, one.town) == (same.opening, same.town)
    assert one.opening.town != other.opening.town


def test_the_shelf_lists_the_days_by_their_titles() -> None:
    assert {one.id for one in shelf()} == set(days())
    assert all(one.title.da and one.title.en and one.minutes > 0 for one in shelf())


@pytest.mark.slow
def test_listing_the_days_loads_neither_pydantic_nor_faker() -> None:
    code = (
        "import sys; from simulator.scenario.shelf import shelf; shelf();"
        "print([m for m in ('pydantic', 'faker', 'sqlmodel', 'textual') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_what_a_scenario_says_of_a_person_is_true_of_them() -> None:
    town = small().town
    assert town.truth("income.monthly", "amina", day_number("2025-12-15")) == 24_310_00
    assert town.truth("income.monthly", "amina", day_number("2026-01-15")) == 18_200_00
    assert town.truth("family.children", "amina", day_number("2026-02-02")) == 2


def test_an_integration_is_the_librarys_with_what_the_scenario_changes() -> None:
    by_id = {one.id: one for one in small().opening.landscape.integrations}
    stopped = by_id["eindkomst->overblik"]
    assert "income.monthly" in stopped.carries
    assert stopped.stops[0].begins == day_number("2026-01-12") * 1440
    assert not by_id["cpr->overblik"].stops


def test_an_item_of_the_library_is_overridden_in_place() -> None:
    over = "library:\n  systems:\n    cpr: {minutes: 9}\ninjects:\n"
    systems = small(("injects:\n", over)).opening.landscape.systems
    assert systems["cpr"].minutes == 9
    assert systems["cpr"].pages == small().opening.landscape.systems["cpr"].pages


def test_a_system_of_the_scenarios_own_needs_no_python() -> None:
    own = (
        "library:\n  systems:\n    kartotek:\n      name: {da: Kartoteket, en: The card index}\n"
        "      owner: {da: os, en: us}\n      look: cards\n      minutes: 4\n"
        "      from-world: [income.monthly]\n"
        "      pages: [{id: card, title: {da: Kort, en: Card}, fields: [{fact: income.monthly}]}]\n"
        "injects:\n"
    )
    use = ("use: [cpr, eindkomst, overblik]", "use: [cpr, eindkomst, overblik, kartotek]")
    assert "kartotek" in small(("injects:\n", own), use).opening.landscape.systems


def test_only_what_the_day_uses_is_part_of_it() -> None:
    opening = small(("use: [cpr, eindkomst, overblik]", "use: [cpr, eindkomst]")).opening
    assert set(opening.landscape.systems) == {"cpr", "eindkomst"}
    assert [one.id for one in opening.landscape.integrations] == ["cpr->eindkomst"]
    assert "family.custody" not in opening.facts


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_day_without_the_system_a_case_type_is_wired_to_is_played_by_hand(level: int) -> None:
    loaded = small(
        ("use: [cpr, eindkomst, overblik]", "use: [cpr, eindkomst]"),
        ("find: [0, 3]", "find: [0, 4]"),
        ("start: {calculate: 3}", f"start: {{find: {level}, calculate: 3}}"),
    )
    kind = loaded.opening.case_types["friplads"]
    assert all(set(need.wired) <= {"cpr", "eindkomst"} for need in kind.needs)
    for habit in (thorough, trusting):
        day = play(loaded.opening, loaded.town, habit)
        assert day.day.ended
        filled = [one for one in day.events if isinstance(one, FactsFilled)]
        assert all(not one.fields for one in filled)


def test_cases_by_number_are_of_people_such_a_case_can_be_about() -> None:
    loaded = small(
        ("technology:\n", "workload:\n  - {type: friplads, count: 3}\ntechnology:\n"),
        ("citizens: 20", "citizens: 60"),
    )
    own, *drawn = loaded.opening.arrivals
    assert own.party == "amina"
    assert len({one.party for one in drawn}) == 3
    for one in drawn:
        children = loaded.town.truth("family.children", one.party, loaded.opening.date)
        assert isinstance(children, int)
        assert children > 0
        assert loaded.opening.opens <= one.minute < loaded.opening.closes


def test_a_dial_offers_what_the_scenario_says_and_starts_there() -> None:
    dials = {one.function: one for one in small().opening.dials}
    assert dials["find"].allowed == (0, 1, 2, 3)
    assert dials["calculate"].start == 3
    assert set(dials) == {"find", "calculate"}


def test_amounts_in_kroner_become_whole_oere_and_keep_their_year_and_source() -> None:
    one = small().opening.amounts["friplads_full_up_to"]
    assert (one.value, one.year, one.stands_in_for) == (200_300_00, 2024, 2026)
    assert one.source


def test_the_rule_over_the_truth_gives_an_answer() -> None:
    from simulator.casework.actions.day import AcceptPrebrief, Wait
    from simulator.casework.families import fold, opened, unfold

    loaded = small()
    day = fold(opened(loaded.opening, loaded.town), loaded.town)
    for command in (AcceptPrebrief(), Wait(10)):
        day = unfold(day, command).day
    answer = true_answer(day, day.cases["S-101"])
    assert answer
    assert (answer.outcome, answer.figure) == ("full", 100)


def test_a_look_that_nobody_has_drawn_is_refused_with_those_there_are() -> None:
    over = "library:\n  systems:\n    cpr: {look: hologram}\ninjects:\n"
    (mistake,) = wrong(edited(("injects:\n", over)))
    assert (mistake.code, mistake.arguments["found"]) == ("P0204", "hologram")
    assert mistake.arguments["allowed"] == ", ".join(looks())
    assert "terminal" in looks()
