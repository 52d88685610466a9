"""What the manual says of a first day, of holding a class and of the shipped days is so."""

import re

import pytest

from simulator.core.clock import moment
from simulator.core.texts import LANGUAGES, Language
from simulator.debrief.phases import Route, phases
from simulator.landscape.observations import Shown
from simulator.landscape.observe import World, observe
from simulator.scenario.diagnostics import ScenarioRefused, tell
from simulator.scenario.indicators import indicators
from simulator.scenario.loading import load_text
from simulator.scenario.places import days
from simulator.scenario.templates import new_day
from simulator.scenario.words import teller
from tests.scenario.test_manual import HALVES, value

BY_LENGTH = ("opvarmning", "torsdag-i-borgerservice", "mandag-i-ydelseskontoret")


def chapter(language: Language, number: int) -> str:
    return HALVES[language].split("\n## ")[number]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_first_day_changes_stands_in_a_new_day(language: Language) -> None:
    told = "\n".join(re.findall(r"^\d\. (?:.*\n)(?:   .*\n)*", chapter(language, 1), re.MULTILINE))
    changed = re.findall(r"`([a-z]+: [^` ]+)`", told)
    assert len(changed) == 4
    assert [one for one in changed if one not in new_day("min-dag", language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mistake_the_first_day_shows_is_told_just_so(language: Language) -> None:
    (said,) = re.findall(r"`(min-dag.yaml:[^`]*)`", chapter(language, 1))
    wrong = new_day("min-dag", language).replace("    age: 34", "    alder: 34")
    with pytest.raises(ScenarioRefused) as refused:
        load_text(wrong, "min-dag.yaml")
    assert any(tell(one, language).startswith(said) for one in refused.value.diagnostics)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_day_has_the_one_note_that_is_told_of(language: Language) -> None:
    notes = load_text(new_day("min-dag", language), "min-dag.yaml").notes
    assert [one.code for one in notes] == ["P0902"]
    assert "P0902" in chapter(language, 1)


def test_a_later_stop_makes_the_copy_of_a_new_day_fresh() -> None:
    def shown(text: str) -> Shown:
        day = load_text(text, "min-dag.yaml")
        world = World(day.town, day.opening.landscape)
        now = moment(day.opening.date, day.opening.opens)
        found = observe(world, "overblik", "income.monthly", "lone", now)
        assert isinstance(found, Shown)
        return found

    text = new_day("min-dag", "da")
    later = text.replace("stopped: 2026-01-12", "stopped: 2026-02-01")
    assert (shown(text).value, shown(later).value) == (24_300_00, 18_200_00)


def cells(language: Language, number: int, first: str) -> list[list[str]]:
    """The rows of the table in a chapter whose heading begins with a word."""
    (found,) = re.findall(
        rf"^\| (?:{first}) \|.*\n\|---.*\n((?:\|.*\n)+)", chapter(language, number), re.MULTILINE
    )
    return [[one.strip() for one in line.strip("|").split("|")] for line in found.splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phases_have_the_names_and_the_minutes_of_the_program(language: Language) -> None:
    say = teller(language)
    routes: tuple[Route, ...] = ("ninety", "forty-five", "alone")
    minutes = {route: {one.id: str(one.minutes) for one in phases(route)} for route in routes}
    wanted = [
        [
            say(f"debrief.phase.{one.id}.name"),
            *(minutes[route].get(one.id, "–") for route in routes),
        ]
        for one in phases("ninety")
    ]
    assert [row[:4] for row in cells(language, 2, "fase|phase")] == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_the_debrief_is_told_of_and_no_other(language: Language) -> None:
    told = [row[0].strip("`") for row in cells(language, 2, "regel|rule")]
    assert sorted(told) == sorted(indicators())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_day_is_planned_with_its_own_minutes(language: Language) -> None:
    rows = cells(language, 2, "dag|day")
    assert rows
    for day, (_, in_all, how) in zip(BY_LENGTH, rows, strict=True):
        minutes = value(days()[day].read_text("utf-8"))["day"]["class-minutes"]
        assert re.search(rf"\b{minutes} (?:ved skrivebordet|at the desk)", how), day
        assert int(in_all.split()[0]) >= minutes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", days())
def test_everybody_whose_case_is_written_is_told_of(day: str, language: Language) -> None:
    written = value(days()[day].read_text("utf-8"))
    names = {written["people"][case["party"]]["given"] for case in written["cases"]}
    assert [name for name in names if name not in chapter(language, 3)] == []
