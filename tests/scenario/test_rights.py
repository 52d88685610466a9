"""Where case types give a legal basis to look: what is written, what is checked and shipped."""

from typing import Any

import pytest

from simulator.scenario.diagnostics import tell
from simulator.scenario.library import shipped
from simulator.scenario.loading import load_text
from tests.scenario.small import NAME, small, told, wrong
from tests.scenario.test_examples import over
from tests.scenario.test_legal_sources import LOOKED_AT, notes

KINDS = shipped("case-types")
SYSTEMS = shipped("systems")
ASKING = {id_ for id_, system in SYSTEMS.items() if system.get("asks-basis", "never") != "never"}


def with_rights(*rights: str, more: str = "") -> str:
    """The small scenario, whose subsidy gives the rights that are written."""
    lines = "".join(
        f"        - {{{right}, basis: {{da: a, en: b}}, source: x}}\n" for right in rights
    )
    return over(f"  case-types:\n    friplads:\n{more}      rights:\n{lines}")


def systems_of(kind: dict[str, Any]) -> set[str]:
    return {system for right in kind["rights"] for system in right["systems"]}


# What is written ------------------------------------------------------------------------------


def test_a_right_is_part_of_the_day() -> None:
    (right,) = load_text(with_rights("systems: [cpr]"), NAME).opening.case_types["friplads"].rights
    assert (right.systems, right.roles, right.verified) == (("cpr",), (), False)
    assert (right.basis.da, right.basis.en) == ("a", "b")


def test_a_system_that_is_not_there_is_told_at_its_place_with_those_there_are() -> None:
    (line,) = told(with_rights("systems: [cpr, eindkmst]"), "en")
    assert line.startswith(
        f"{NAME}:38:27 P0301 There is no “eindkmst”. ≈ eindkomst? There are: arkiv, "
    )
    assert all(system in line for system in SYSTEMS)


def test_a_role_that_is_not_there_is_told_at_its_place_with_those_there_are() -> None:
    (line,) = told(with_rights("systems: [cpr], roles: [casworker]"), "en")
    assert "P0301 There is no “casworker”. ≈ caseworker? There are: caseworker." in line
    leader = with_rights("systems: [cpr], roles: [leader]")
    assert [one.code for one in wrong(leader)] == ["P0301"]
    assert wrong(leader.replace("rule-year: 2024\n", "rule-year: 2024\nrole: leader\n")) == ()


def test_a_right_without_a_system_is_a_mistake() -> None:
    assert [one.code for one in wrong(with_rights("systems: []"))] == ["P0205"]


def test_the_dates_of_a_right_are_looked_at_as_those_of_any_source() -> None:
    dated = "systems: [cpr], valid-from: 2026-01-01, looked-at: 2024-05-01"
    (note,) = notes(with_rights(dated))
    assert "P0912 The source here (friplads, a) was last looked at on 2024-05-01" in note
    (note,) = notes(with_rights("systems: [cpr], looked-at: 2026-01-05"))
    assert "P0911 The source here (friplads, a) lacks a date: valid-from." in note


# Automation has the same right ----------------------------------------------------------------

WIRED = """      needs: [{path: income.monthly, wired: [overblik, eindkomst]}]
      follows: {much: [], little: []}
"""


def test_automation_may_not_take_a_fact_from_where_the_case_may_not_look() -> None:
    (line,) = told(with_rights("systems: [cpr]", more=WIRED), "en")
    assert line.startswith(f"{NAME}:37:56 P0333 The automation of friplads takes “income.monthly”")
    assert wrong(with_rights("systems: [cpr, eindkomst]", more=WIRED)) == ()


def test_a_right_of_another_role_is_no_right_of_automation() -> None:
    of_leader = "systems: [eindkomst], roles: [leader]"
    text = with_rights(of_leader, more=WIRED)
    assert "P0333" in [one.code for one in wrong(text)]
    assert wrong(text.replace("rule-year: 2024\n", "rule-year: 2024\nrole: leader\n")) == ()


def test_a_type_that_says_nothing_of_rights_may_take_facts_from_anywhere() -> None:
    none = over(f"  case-types:\n    friplads:\n{WIRED}      rights: []\n")
    assert wrong(none) == ()
    assert load_text(none, NAME).opening.case_types["friplads"].rights == ()


OWN = """  systems:
    mit:
      {name: {da: Mit, en: Mine}, owner: {da: os, en: us}, look: ledger, minutes: 1,
       asks-basis: always, empty-basis: false, from-world: [income.monthly],
       pages: [{id: one, title: {da: a, en: a}, fields: [{fact: income.monthly}]}]}
"""


def test_a_system_of_ones_own_that_no_case_type_knows_of_is_told() -> None:
    text = over(OWN).replace(
        "use: [cpr, eindkomst, overblik]", "use: [cpr, eindkomst, overblik, mit]"
    )
    (note,) = [line for line in map(english, load_text(text, NAME).notes) if "P0916" in line]
    assert note.startswith(f"{NAME}:9:35 P0916 No case type gives a legal basis to look in mit")
    lenient = text.replace("empty-basis: false", "empty-basis: true")
    assert not any("P0916" in english(note) for note in load_text(lenient, NAME).notes)


def english(note: Any) -> str:
    return tell(note, "en")


# What is shipped ------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", KINDS)
def test_every_case_type_says_where_it_gives_a_basis_and_where_that_was_found(id_: str) -> None:
    for right in KINDS[id_]["rights"]:
        assert set(right["systems"]) <= set(SYSTEMS)
        assert right["basis"]["da"] != right["basis"]["en"]
        assert right["source"]
        assert right["valid-from"]
        assert right["looked-at"] == LOOKED_AT
        assert isinstance(right["verified"], bool)


@pytest.mark.parametrize("id_", KINDS)
def test_automation_has_a_right_wherever_it_is_wired(id_: str) -> None:
    wired = {system for need in KINDS[id_]["needs"] for system in need.get("wired", ())}
    assert wired <= systems_of(KINDS[id_])


@pytest.mark.parametrize(
    ("id_", "lacking"),
    [
        ("friplads", {"pension", "nemkonto"}),
        ("enkeltydelse", {"pension"}),
        ("personligt-tillaeg", set()),
        ("helbredstillaeg", {"nemkonto"}),
        ("udvidet-helbredstillaeg", set()),
        ("flytning", {"pension", "nemkonto", "ydelse"}),
        ("fritagelse-digital-post", {"eindkomst", "pension", "nemkonto", "ydelse"}),
    ],
)
def test_a_case_gives_no_basis_where_it_has_no_use_for_what_stands_there(
    id_: str, lacking: set[str]
) -> None:
    assert ASKING - systems_of(KINDS[id_]) == lacking


def test_the_small_scenario_has_the_rights_of_the_library() -> None:
    assert small().opening.case_types["friplads"].basis_in("pension", "caseworker") is None
    assert small().opening.case_types["friplads"].basis_in("eindkomst", "caseworker")
