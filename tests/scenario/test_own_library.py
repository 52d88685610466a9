"""A seventh case type and a system of its own, in YAML alone, in a folder beside the scenario."""

from pathlib import Path

import pytest

from simulator.casework.as_read import as_read
from simulator.casework.habits import HABITS
from simulator.casework.truth import true_answer
from simulator.core.texts import LANGUAGES
from simulator.debrief.evidence import evidence_of
from simulator.landscape.observations import Shown
from simulator.landscape.observe import observe
from simulator.rehearsal.playing import Rehearsal, play
from simulator.scenario.loading import Loaded, load, load_text
from simulator.scenario.words import teller

DAY = Path(__file__).parent / "own" / "dag.yaml"
FOUR = "start: {find: 4, hear: 4, calculate: 4, weigh: 4, write: 4}"


def at_four() -> Loaded:
    text = DAY.read_text("utf-8").replace("start: {find: 1}", FOUR)
    return load_text(text, DAY.name, own=DAY.parent / "library")


def played(habit: str = "thorough") -> Rehearsal:
    loaded = load(DAY)
    return play(loaded.opening, loaded.town, HABITS[habit])


@pytest.mark.parametrize("habit", ["thorough", "trusting"])
def test_it_plays_from_arrival_to_a_letter_in_both_languages(habit: str) -> None:
    day = played(habit).day
    assert len(day.cases) == 6
    for case in day.cases.values():
        assert case.arrival.type == "kolonihave"
        assert case.decision
        assert case.letter is not None
        letter = as_read(day, case)
        assert letter
        for language in LANGUAGES:
            assert all("{" not in teller(language)(one.text) for one in letter.lines if one.text)


def test_its_rule_decides_what_the_truth_gives() -> None:
    day = played().day
    answers = [day.cases[case].decision for case in ("S-101", "S-102")]
    assert [one and one.outcome for one in answers] == ["garden", "wait"]
    assert all(case.decision == true_answer(day, case) for case in day.cases.values())


def test_its_system_is_looked_up_and_shows_what_the_decision_made_true() -> None:
    rehearsal = played()
    opened = {e.system for e in rehearsal.events if e.kind == "record.opened"}  # type: ignore[attr-defined]
    assert "haveliste" in opened
    shown = observe(rehearsal.day.world, "haveliste", "garden.months", "inger", rehearsal.day.now)
    assert isinstance(shown, Shown)
    assert shown.value == 0


def test_left_to_itself_its_scale_decides_and_is_named_as_the_cause() -> None:
    loaded = at_four()
    rehearsal = play(loaded.opening, loaded.town, HABITS["trusting"])
    issued = {e.case: e for e in rehearsal.events if e.kind == "autodecision.issued"}
    assert issued["S-101"].answer.outcome == "wait"  # type: ignore[attr-defined]
    wrong = [
        one for one in evidence_of(rehearsal.events, loaded.town).findings if one.case == "S-101"
    ]
    assert {one.sets for one in wrong} == {(("scale:kolonihave",),)}
    heard = {e.case for e in rehearsal.events if e.kind == "hearing.sent"}
    assert "S-102" in heard


def test_those_who_come_by_number_say_its_own_line() -> None:
    opening = load(DAY).opening
    says = {one.says for one in opening.arrivals[2:]}
    assert says == {"applies-kolonihave-spade"}
    assert "spade" in opening.texts["applies-kolonihave-spade"].en
