"""Lines are dealt as the day opens: to those they are true of, and to no two while others fit."""

from collections import Counter
from functools import cache
from typing import Any

import pytest

from simulator.casework.actions.asking import SPEAKERS
from simulator.casework.habits import HABITS
from simulator.rehearsal.playing import Rehearsal, play, play_script
from simulator.scenario.loading import Loaded, load_text
from simulator.scenario.places import days
from tests.scenario.small import NAME, edited, told

MONDAY = days()["mandag-i-ydelseskontoret"].read_text("utf-8")
WAYS = tuple(f"way-{n}" for n in range(10))
OWN = "\nlibrary:\n  people:\n    lines:\n" + "".join(
    f"      {way}: {{act: test.word, says: {{da: Ja {way}., en: Yes {way}.}}}}\n" for way in WAYS
)


@cache
def monday(seed: int) -> Loaded:
    return load_text(MONDAY + OWN, "monday.yaml", seed)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_opening_holds_only_lines_that_somebody_has(seed: int) -> None:
    opening = monday(seed).opening
    for line in opening.lines:
        assert line.person or line.cases or line.whom in SPEAKERS, line.id
        assert line.id in opening.texts


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_line_is_dealt_again_only_when_the_pool_is_spent(seed: int) -> None:
    opening = monday(seed).opening
    dealt = {line.id: line.cases for line in opening.lines if line.act == "test.word"}
    assert dealt.keys() == set(WAYS)
    times = [len(cases) for cases in dealt.values()]
    assert max(times) - min(times) <= 1
    everybody = Counter(case for cases in dealt.values() for case in cases)
    assert everybody == {arrival.case: 1 for arrival in opening.arrivals}


def test_two_days_are_dealt_differently() -> None:
    first, second = (
        {line.id: line.cases for line in monday(seed).opening.lines if line.id in WAYS}
        for seed in (1, 2)
    )
    assert first != second


def words(played: Rehearsal) -> dict[str, list[tuple[Any, ...]]]:
    """What passed with each citizen, in order, and what they said to it."""
    by_citizen: dict[str, list[tuple[Any, ...]]] = {}
    for event in played.events:
        case = played.day.cases.get(event.case or "")
        if who := getattr(event, "citizen", "") or (case.party if case else ""):
            answer = getattr(event, "answer", None)
            told = (event.kind, event.case, getattr(event, "topic", ""), answer)
            by_citizen.setdefault(who, []).append((told, getattr(event, "line", "")))
    return by_citizen


@pytest.mark.parametrize(("habit", "seed"), zip(HABITS, (1, 2, 3, 1), strict=True))
def test_what_is_done_to_one_changes_nobody_elses_words(habit: str, seed: int) -> None:
    loaded = monday(seed)
    usual = play(loaded.opening, loaded.town, HABITS[habit])
    said = words(usual)
    alike = spoken = 0
    for spared in [arrival.case for arrival in loaded.opening.arrivals][::9]:
        script = [c for c in usual.commands if getattr(c, "case", "") != spared]
        other = words(play_script(loaded.opening, loaded.town, script))
        party = loaded.opening.arrival_of[spared].party
        for who in said.keys() & other.keys() - {party}:
            if [told for told, _ in said[who]] == [told for told, _ in other[who]]:
                assert said[who] == other[who]
                alike += 1
                spoken += sum(bool(line) for _, line in other[who])
    assert alike > 20
    assert spoken > 20


WORKS = "      mine: {act: test.word, when: citizen.works, says: {da: a, en: b}}\n"


def _benefit(kind: str, off_work: str) -> str:
    """The small day where Amina has a job and a benefit, some of it the teacher's own."""
    flexjob = f"codes: {{flexjob: {{da: fleksjob, en: supported job}}}}, off-work: {off_work}"
    return edited(
        ("    facts:\n", f"    facts:\n      benefit.kind: {kind}\n      work.employer: Rør A/S\n"),
        (
            "injects:\n",
            f"library:\n  facts: {{benefit.kind: {{{flexjob}}}}}\n  people:\n    lines:\n{WORKS}"
            "injects:\n",
        ),
    )


@pytest.mark.parametrize(
    ("kind", "off_work", "works"),
    [
        ("none", "[sygedagpenge, barsel]", True),
        ("folkepension", "[sygedagpenge, barsel]", True),
        ("flexjob", "[sygedagpenge, barsel]", True),
        ("flexjob", "[sygedagpenge, barsel, flexjob]", False),
        ("sygedagpenge", "[sygedagpenge, barsel]", False),
    ],
)
def test_the_codes_of_a_fact_say_who_does_not_go_to_the_work_they_have(
    kind: str, off_work: str, works: bool
) -> None:
    lines = load_text(_benefit(kind, off_work), NAME).opening.lines
    assert ("mine" in {line.id for line in lines}) == works


def test_a_code_that_is_none_of_the_fact_is_told() -> None:
    (line,) = told(_benefit("none", "[flexjb]"), "en")
    assert "P0301 There is no “flexjb”. ≈ flexjob?" in line
