"""The debriefs of the shipped days: read out and held to a golden text, and who speaks over them.

``UPDATE_GOLDEN=1`` writes the texts anew; read what changed before keeping it. The appendix, which
tells the whole log, is left out: the days' own golden logs hold it.
"""

import os
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome
from simulator.casework.events import DayOpened
from simulator.casework.habits import HABITS
from simulator.core.texts import Language
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.imprint import Imprint
from simulator.debrief.indicators import SPEAKS
from simulator.export.document import document
from simulator.plain.console import Console
from simulator.plain.reading_out import say_section
from simulator.rehearsal.playing import Rehearsal, play_script
from simulator.scenario.places import days
from simulator.scenario.words import teller
from tests.rehearsal.ways import MONDAY, THURSDAY, loaded, worked

GOLDEN = Path(__file__).parent / "golden"
READ = [
    ("opvarmning", "thorough", "da"),
    (THURSDAY, "careful", "da"),
    (MONDAY, "trusting", "da"),
    (MONDAY, "trusting", "en"),
]


def debriefed(played: Rehearsal) -> Debrief:
    first = played.events[0]
    assert isinstance(first, DayOpened)
    return debrief(played.day.world.town, played.events)


@cache
def told(day: str, habit: str) -> Debrief:
    return debriefed(worked(day, habit))


def read_out(day: str, habit: str, language: Language) -> str:
    imprint = Imprint(code="golden", log="0" * 64, version="0")
    whole = document(told(day, habit), teller(language), imprint)
    said = StringIO()
    console = Console(StringIO(), said, language)
    console.line(whole.title)
    for section in whole.sections[:-1]:
        say_section(console, section)
    return said.getvalue()


@pytest.mark.parametrize(("day", "habit", "language"), READ)
def test_a_debrief_reads_as_it_did(day: str, habit: str, language: Language) -> None:
    file = GOLDEN / f"{day}.{habit}.{language}.txt"
    found = read_out(day, habit, language)
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")


MOST_ROWS = 25
"""Whoever reads a debrief reads its statements to the end."""


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("day", days())
def test_the_statements_beside_the_cards_are_few(day: str, habit: str) -> None:
    debriefed = told(day, habit)
    assert len(debriefed.statements) - len(debriefed.chosen) <= MOST_ROWS


def test_every_indicator_speaks_of_some_shipped_day() -> None:
    spoken = {
        one.indicator for day in days() for habit in HABITS for one in told(day, habit).statements
    }
    assert spoken == set(SPEAKS)


def test_every_indicator_keeps_silent_where_it_has_no_ground() -> None:
    warm_up = loaded("opvarmning")
    home_at_once = play_script(warm_up.opening, warm_up.town, [AcceptPrebrief(), GoHome()])
    assert set(debriefed(home_at_once).silences) == set(SPEAKS)


def test_half_of_the_indicators_are_silent_of_some_shipped_day_that_was_worked() -> None:
    silent = {id_ for day in days() for habit in HABITS for id_ in told(day, habit).silences}
    assert len(silent) >= len(SPEAKS) / 2
