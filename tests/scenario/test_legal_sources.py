"""Every amount, time limit and paragraph says where it was found, since when, and who looked."""

import pytest

from simulator.casework.case_types import Amount
from simulator.casework.habits import HABITS
from simulator.casework.phrasing import rule_year
from simulator.core.clock import day_number
from simulator.core.texts import Phrase, Text
from simulator.rehearsal.playing import play
from simulator.scenario.diagnostics import tell
from simulator.scenario.library import shipped
from simulator.scenario.loading import load_text
from simulator.scenario.words import teller
from tests.scenario.six import CASE, SIX
from tests.scenario.small import NAME, SMALL
from tests.scenario.test_examples import over

LOOKED_AT = "2026-11-30"


def notes(text: str) -> list[str]:
    return [tell(note, "en") for note in load_text(text, NAME).notes]


def test_everything_of_the_library_has_its_source_with_both_dates() -> None:
    found = [(id_, amount) for id_, amount in shipped("amounts").items()]
    for id_, case_type in shipped("case-types").items():
        assert {"legal-basis", "deadline-days", "complaint", "kle"} <= {
            source["about"] for source in case_type["sources"]
        }
        found += [(id_, source) for source in case_type["sources"]]
    for id_, source in found:
        assert source["source"], id_
        assert source["looked-at"] == LOOKED_AT, id_
        assert source["valid-from"], id_


def test_a_source_without_a_date_is_told_at_its_place() -> None:
    amount = "amounts: {friplads_single: {label: {da: a, en: a}, type: kroner, value: 70089"
    kind = "case-types: {friplads: {sources: [{source: x, looked-at: 2026-01-05}, elov.dk"
    (one,) = notes(over(f"  {amount}, valid-from: null}}}}\n"))
    assert "P0911 The source here (friplads_single) lacks a date: valid-from." in one
    lacking = notes(over(f"  {kind}]}}}}\n"))
    assert [note.partition(" P")[2][:4] for note in lacking] == ["0910", "0911", "0911"]
    assert "was found: deadline-days, hearing-days." in lacking[0]
    assert "(friplads, legal-basis) lacks a date: valid-from." in lacking[1]
    assert "(friplads, legal-basis) lacks a date: valid-from, looked-at." in lacking[2]


def test_what_nobody_has_looked_at_for_a_year_is_told_and_shown_as_simplified() -> None:
    old = over("  amounts: {friplads_single: {looked-at: 2025-02-01}}\n")
    (note,) = notes(old)
    assert note.startswith(f"{NAME}:35:")
    assert "P0912 The source here (friplads_single) was last looked at on 2025-02-01, more" in note
    assert notes(old.replace("2025-02-01", "2025-02-02")) == []


def test_what_does_not_hold_until_after_the_day_is_told() -> None:
    later = over("  amounts: {friplads_single: {valid-from: 2026-02-03}}\n")
    (note,) = notes(later)
    assert note.startswith(f"{NAME}:35:")
    assert "P0915 The source here (friplads_single) does not hold until 2026-02-03, and" in note
    assert notes(later.replace("2026-02-03", "2026-02-02")) == []
    cited = "{source: x, valid-from: 2030-01-01, looked-at: 2026-01-05}"
    dated = "valid-from: 2026-01-01, looked-at: 2026-01-05}"
    rest = ", ".join(
        f"{{source: x, about: {about}, {dated}" for about in ("deadline-days", "hearing-days")
    )
    (note,) = notes(over(f"  case-types: {{friplads: {{sources: [{cited}, {rest}]}}}}\n"))
    assert "P0915 The source here (friplads, legal-basis) does not hold until 2030" in note


@pytest.mark.parametrize(
    ("looked_at", "stands_in_for", "simplified"),
    [
        ("2025-02-01", None, True),
        ("2025-02-02", None, False),
        ("2026-11-30", None, False),
        ("2026-01-05", 2026, True),
        (None, None, False),
    ],
)
def test_a_figure_is_simplified_where_it_is_of_another_year_or_nobody_has_looked(
    looked_at: str | None, stands_in_for: int | None, simplified: bool
) -> None:
    day = day_number("2026-02-02")
    amount = Amount(
        "a", Text("a", "a"), "kroner", 1, 2024, Text("a", "a"), True, stands_in_for,
        looked_at=None if looked_at is None else day_number(looked_at),
    )  # fmt: skip
    assert amount.stands_in(day) == simplified


def test_a_source_is_a_name_in_both_languages_or_a_text_in_two() -> None:
    opening = load_text(SMALL, NAME).opening
    single = opening.amounts["friplads_single"].source
    steps = opening.amounts["friplads_steps"].source
    assert single.da == single.en
    assert not single.only
    assert steps.da != steps.en


@pytest.mark.parametrize(("looked_at", "simplified"), [("2025-01-31", True), ("2025-02-02", False)])
def test_a_letter_says_that_its_rule_is_simplified_where_a_source_is_old(
    looked_at: str, simplified: bool
) -> None:
    old = f"library:\n  amounts: {{helbredstillaeg_wealth: {{looked-at: {looked_at}}}}}\n"
    loaded = load_text(SIX + old, NAME)
    day = play(loaded.opening, loaded.town, HABITS["trusting"]).day
    year = rule_year(day, day.cases[CASE["helbredstillaeg"]])
    assert teller("da")(Phrase("{year}", {"year": year})) == (
        "2026 (forenklet)" if simplified else "2026"
    )
