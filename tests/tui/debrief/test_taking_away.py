"""What is taken away from the debrief: files, with or without own words, for whom."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.casework.actions.day import GoHome
from simulator.casework.actions.writing import AddNote
from simulator.casework.habits import trusting
from simulator.store.engine import Store, open_store
from simulator.store.session import Session
from simulator.store.session_file import import_session
from simulator.tui.debrief import DebriefScreen
from tests.tui.debrief.leafing import read
from tests.tui.systems.house import (
    LARGE,
    MIDDLE,
    House,
    begun,
    on_screen,
    played,
)


async def turn_out(pilot: Pilot[None]) -> None:
    """Turn to the last page of the workbench's route, with which the warm-up begins."""
    await pilot.press("4")
    await read(pilot)


@pytest.mark.parametrize("kind", ["html", "md"])
async def test_a_document_is_written_and_the_screen_says_where_it_lies(
    store: Store, tmp_path: Path, kind: str
):
    screen = DebriefScreen(tmp_path / "out")
    async with House(played(store, trusting), screen=screen).run_test(size=LARGE) as pilot:
        await read(pilot)
        await turn_out(pilot)
        await pilot.click(f"#write-{kind}")
        await read(pilot)
        (file,) = (tmp_path / "out").iterdir()
        assert file.suffix == f".{kind}"
        assert "Amina Holst" in file.read_text()
        assert "Filen ligger her:" in on_screen(pilot.app)
        assert file.name in on_screen(pilot.app).replace("\n", "")


async def test_the_session_itself_is_taken_away_and_can_be_gone_on_with_elsewhere(
    store: Store, tmp_path: Path
):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen(tmp_path / "out")).run_test(
        size=MIDDLE
    ) as pilot:
        await read(pilot)
        await turn_out(pilot)
        for _ in range(2):
            await pilot.click("#write-praksis")
            await pilot.pause()
        assert "K4T7-2.praksis" in on_screen(pilot.app)
    elsewhere = open_store(tmp_path / "elsewhere.sqlite")
    name = import_session(elsewhere, tmp_path / "out" / "K4T7.praksis")
    assert Session.resume(elsewhere, name).events == session.events
    elsewhere.close()


async def test_own_words_go_along_only_by_choice(store: Store, tmp_path: Path):
    session = begun(store)
    session.do(AddNote(session.day.hand, "mine helt egne ord"))
    session.do(GoHome())
    async with House(session, screen=DebriefScreen(tmp_path)).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        await turn_out(pilot)
        await pilot.press("tab", "tab", "tab", "enter")
        await read(pilot)
        first = next(tmp_path.glob("*.html"))
        assert "mine helt egne ord" not in first.read_text()
        await pilot.press("shift+tab", "enter", "tab", "enter")
        await read(pilot)
        (second,) = set(tmp_path.glob("*.html")) - {first}
        assert "mine helt egne ord" in second.read_text()


async def test_words_that_may_lead_to_somebody_are_asked_about_first(store: Store, tmp_path: Path):
    session = begun(store)
    session.do(AddNote(session.day.hand, "hun har 010190-1234"))
    session.do(GoHome())
    async with House(session, screen=DebriefScreen(tmp_path)).run_test(size=LARGE) as pilot:
        await read(pilot)
        await turn_out(pilot)
        await pilot.press("tab", "tab", "enter", "tab", "enter")
        await read(pilot)
        assert "«010190-1234» ligner et personnummer." in on_screen(pilot.app)
        assert not list(tmp_path.glob("*.html"))
        await pilot.press("enter")
        await read(pilot)
        assert "Der er ikke skrevet nogen fil." in on_screen(pilot.app)
        assert not list(tmp_path.glob("*.html"))
        await pilot.click("#write-html")
        await read(pilot)
        await pilot.click("#anyway-yes")
        await read(pilot)
        (file,) = tmp_path.glob("*.html")
        assert "010190-1234" in file.read_text()


async def test_a_file_for_the_class_holds_the_choices_alone(store: Store, tmp_path: Path):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen(tmp_path)).run_test(size=LARGE) as pilot:
        await read(pilot)
        await turn_out(pilot)
        await pilot.press("tab", "left", "enter")
        await pilot.click("#write-csv")
        await read(pilot)
        assert {one.stem.split("_")[-1] for one in tmp_path.glob("*.csv")} == {
            "valg",
            "forklaring",
        }


async def test_a_folder_that_cannot_be_written_in_is_said_in_words(store: Store, tmp_path: Path):
    (tmp_path / "file").write_text("")
    screen = DebriefScreen(tmp_path / "file")
    async with House(played(store, trusting), screen=screen).run_test(size=LARGE) as pilot:
        await read(pilot)
        await turn_out(pilot)
        await pilot.click("#write-html")
        await read(pilot)
        assert "Der kan ikke skrives i mappen" in on_screen(pilot.app)
