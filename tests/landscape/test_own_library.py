"""A tenth system written in YAML alone, in a library folder of one's own beside the scenario."""

from pathlib import Path
from shutil import copytree

import pytest

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.looking.pages import LookUp, RecordOpened
from simulator.casework.actions.searching import OpenHit, RegisterSearched, Search
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import fold, opened, unfold
from simulator.casework.habits import HABITS
from simulator.rehearsal.playing import play
from simulator.scenario.diagnostics import ScenarioRefused
from simulator.scenario.loading import Loaded, load

HERE = Path(__file__).parent / "own"
SCENARIO = "tandplejen.yaml"


@pytest.fixture(scope="module")
def own() -> Loaded:
    return load(HERE / SCENARIO)


def at_the_desk(own: Loaded) -> Day:
    day = fold(opened(own.opening, own.town), own.town)
    (case,) = (one.case for one in own.opening.arrivals)
    return done(day, AcceptPrebrief(), OpenCase(case))[0]


def done(day: Day, *commands: Command) -> tuple[Day, tuple[Event, ...]]:
    events: tuple[Event, ...] = ()
    for command in commands:
        run = unfold(day, command)
        day, events = run.day, tuple(run.events)
    return day, events


def test_the_day_has_the_system_beside_the_programs_own(own: Loaded) -> None:
    systems = own.opening.landscape.systems
    assert list(systems)[-1] == "tandpleje"
    assert len(systems) == 10


def test_a_page_of_it_shows_what_the_world_told_it_and_what_was_copied(own: Loaded) -> None:
    day = at_the_desk(own)
    _, events = done(day, LookUp(day.hand, "tandpleje", "patient"))
    (page,) = (one for one in events if isinstance(one, RecordOpened))
    name, clinic, income = page.fields
    assert name.value == day.name("amina")
    assert clinic.value == "north"
    assert isinstance(income.value, int)
    assert income.value % 100_000 == 0


def test_somebody_else_is_found_there_and_opened(own: Loaded) -> None:
    day = at_the_desk(own)
    other = next(one for one in own.town.citizens.values() if one.id != "amina")
    day, events = done(day, Search(day.hand, "tandpleje", "name", other.name.upper()))
    (found,) = (one for one in events if isinstance(one, RegisterSearched))
    assert other.id in found.hits
    _, events = done(day, OpenHit(day.hand, "tandpleje", "patient", "", other.id))
    assert [one.subject for one in events if isinstance(one, RecordOpened)] == [other.id]


@pytest.mark.parametrize("habit", HABITS)
def test_the_day_is_played_to_its_end(own: Loaded, habit: str) -> None:
    assert play(own.opening, own.town, HABITS[habit]).day.ended


def test_a_mistake_is_told_at_its_line_in_ones_own_file(tmp_path: Path) -> None:
    copytree(HERE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "library" / "systems" / "tandpleje.yaml"
    file.write_text(file.read_text("utf-8").replace("fact: person.name}", "fact: person.nam}", 1))
    with pytest.raises(ScenarioRefused) as refused:
        load(tmp_path / SCENARIO)
    places = [(one.code, one.place.file) for one in refused.value.diagnostics if not one.note]
    assert set(places) == {("P0301", "library/systems/tandpleje.yaml")}


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    copytree(HERE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "library" / "facts" / "large.yaml").write_bytes(b"#" * 9_000_000)
    with pytest.raises(ScenarioRefused):
        load(tmp_path / SCENARIO)


def test_without_the_folder_the_system_is_not_known(tmp_path: Path) -> None:
    (tmp_path / SCENARIO).write_bytes((HERE / SCENARIO).read_bytes())
    with pytest.raises(ScenarioRefused):
        load(tmp_path / SCENARIO)
