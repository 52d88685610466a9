"""A second case type, with a system of its own, written in the library alone: it plays."""

import pytest

from simulator.casework.habits import HABITS
from simulator.casework.truth import true_answer
from simulator.rehearsal.playing import Rehearsal, play
from simulator.scenario.loading import load_text

SCENARIO = """
scenario: pensionister
format: 1
language: da
title: {da: Tre om helbredstillæg, en: Three about the health allowance}
rule-year: 2026
municipality: {name: Nordvig Kommune, citizens: 40, seed: 3}
day: {date: 2026-02-02, opens: "08:00", closes: "15:00", class-minutes: 10}
landscape: {use: [cpr, eindkomst, overblik, pension]}
people:
  ellen:
    age: 74
    facts: {benefit.kind: folkepension, wealth.liquid: 61000, pension.percentage: 81}
  poul:
    age: 71
    facts: {benefit.kind: folkepension, wealth.liquid: 184000, pension.percentage: 100}
  ida:
    age: 79
    facts: {benefit.kind: folkepension, wealth.liquid: 12000, pension.percentage: 0}
cases:
  - {type: helbredstillaeg, party: ellen, arrives: "08:00"}
  - {type: helbredstillaeg, party: poul, arrives: "08:05"}
  - {type: helbredstillaeg, party: ida, arrives: "08:10"}
workload:
  - {type: helbredstillaeg, count: 2}
technology:
  levels:
    helbredstillaeg: {find: [0, 4], hear: [0, 4], calculate: [0, 4], write: [0, 4], start: LEVELS}
"""
AT_THREE = "{find: 1, calculate: 3}"
AT_FOUR = "{find: 4, hear: 4, calculate: 4, write: 4}"


def played(levels: str, habit: str = "thorough") -> Rehearsal:
    loaded = load_text(SCENARIO.replace("LEVELS", levels), "pensionister.yaml")
    return play(loaded.opening, loaded.town, HABITS[habit])


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("levels", [AT_THREE, AT_FOUR])
def test_every_case_is_decided_and_answered(levels: str, habit: str) -> None:
    cases = played(levels, habit).day.cases
    assert cases
    for case in cases.values():
        assert case.decision
        assert case.letter is not None


@pytest.mark.parametrize(
    ("case", "outcome", "figure"),
    [("S-101", "granted", 81), ("S-102", "refused", None), ("S-103", "refused", None)],
)
def test_wealth_and_percentage_decide(case: str, outcome: str, figure: int | None) -> None:
    day = played(AT_THREE).day
    truth = true_answer(day, day.cases[case])
    assert truth
    assert (truth.outcome, truth.figure) == (outcome, figure)
    assert day.cases[case].decision == truth


def test_a_refusal_at_level_4_hears_the_party_first() -> None:
    events = played(AT_FOUR).events
    kinds = [event.kind for event in events if event.case == "S-102"]
    assert kinds.index("hearing.sent") < kinds.index("autodecision.issued")


def test_cases_by_number_are_about_pensioners() -> None:
    day = played(AT_FOUR).day
    for case in ("S-104", "S-105"):
        kind = day.world.town.truth("benefit.kind", day.cases[case].party, day.opening.date)
        assert kind == "folkepension"
