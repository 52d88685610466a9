"""The way in: what is there to begin and to go on with, and what is loaded when."""

import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import OptionList

from simulator.core.faults import faults_reported_to
from simulator.scenario.places import days
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.app import PraksishusApp
from simulator.tui.session_source import SessionSource
from simulator.tui.start import StartScreen
from tests.tui.rooms import (
    a_session,
    at_the_desk,
    lines,
    opened,
    press,
    room,
    settled,
    text,
    until_debrief,
    write,
)

FIRST_PAINT = """
import asyncio, sys
from simulator.tui.app import PraksishusApp
from simulator.tui.loading_screen import LoadingScreen
LoadingScreen._inside = lambda self: None
async def paint():
    async with PraksishusApp().run_test() as pilot:
        await pilot.pause()
asyncio.run(paint())
slow = {
    "sqlmodel", "sqlalchemy", "pydantic", "faker", "yaml", "babel", "simulator.store.engine",
    "simulator.casework", "simulator.landscape",
}
print(sorted(slow & set(sys.modules)))
"""


@pytest.mark.slow
def test_the_first_paint_waits_for_neither_store_nor_library():
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


async def test_a_day_that_was_left_is_gone_on_with(store: Store):
    session = at_the_desk(store)
    async with opened(PraksishusApp(store=store.path)) as pilot:
        assert session.id in text(pilot)
        await press(pilot, "enter")
        assert room(pilot) == "DeskScreen"
        assert pilot.app.session.events == session.events


async def test_a_day_is_begun_at_the_door_when_it_was_named(tmp_path: Path):
    day = Path("scenarios/days/opvarmning.yaml").absolute()
    async with opened(PraksishusApp(store=tmp_path / "s.sqlite", day=day, seed=7)) as pilot:
        assert room(pilot) == "BriefingScreen"
        assert pilot.app.session.opening.seed == 7


async def test_a_session_is_gone_on_with_when_it_was_named(store: Store):
    session = at_the_desk(store)
    async with opened(PraksishusApp(store=store.path, resume=session.id)) as pilot:
        assert room(pilot) == "DeskScreen"


async def test_a_session_that_ended_shows_its_debrief_when_asked(store: Store):
    session = at_the_desk(store)
    session.do(session.view().offer("go_home").make({}))
    app = PraksishusApp(store=store.path, resume=session.id, debrief=True)
    async with opened(app) as pilot:
        assert room(pilot) == "DebriefScreen"


async def test_a_session_that_is_not_there_is_said_in_words(store: Store):
    async with opened(PraksishusApp(store=store.path, resume="ZZZZ")) as pilot:
        assert room(pilot) == "ProblemScreen"
        assert "ZZZZ" in text(pilot)
        await press(pilot, "enter")
        assert room(pilot) == "StartScreen"
        assert "Opvarmning" in text(pilot)


async def test_a_session_the_program_fails_at_is_told_with_its_report_and_the_days_stay_open(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    session = at_the_desk(store)

    def mistaken(*_: object) -> None:
        raise LookupError("a mistake of ours")

    monkeypatch.setattr("simulator.store.session.fold", mistaken)
    with faults_reported_to(lambda _: "reports/report-1.txt"):
        async with opened(PraksishusApp(store=store.path, resume=session.id)) as pilot:
            assert room(pilot) == "ProblemScreen"
            words = " ".join(text(pilot).split())
            assert "Det er programmets fejl, ikke din" in words
            assert "reports/report-1.txt" in words
            assert "Traceback" not in words
            assert "a mistake of ours" not in words
            await press(pilot, "enter")
            assert room(pilot) == "StartScreen"
            assert "Opvarmning" in text(pilot)


async def test_a_scenario_that_is_refused_is_said_with_its_line(tmp_path: Path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("scenario: x\nformat: 1\nfarve: blå\n", encoding="utf-8")
    async with opened(PraksishusApp(store=tmp_path / "s.sqlite", day=broken)) as pilot:
        assert room(pilot) == "NoticeScreen"
        assert "broken.yaml:3" in text(pilot)
        await press(pilot, "escape")
        assert room(pilot) == "StartScreen"


async def test_a_store_that_cannot_be_written_is_said_and_days_are_still_listed(tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    async with opened(PraksishusApp(store=blocked / "s.sqlite")) as pilot:
        assert "Der kan ikke gemmes" in text(pilot)
        assert "Opvarmning" in text(pilot)
        await press(pilot, "enter")
        assert room(pilot) == "ProblemScreen"


def test_a_mistake_of_the_programs_own_is_raised_and_never_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def stumble(_: object) -> None:
        raise RuntimeError("stumbled")

    monkeypatch.setattr(StartScreen, "redraw", stumble)
    with pytest.raises(RuntimeError, match="stumbled"):
        PraksishusApp(store=tmp_path / "s.sqlite").run(headless=True)
    assert "Traceback" not in "".join(capsys.readouterr())


async def test_the_language_is_kept_with_the_session(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        await press(pilot, "ctrl+l")
        assert "Inbox" in text(pilot)
        await settled(pilot)
    assert Session.resume(store, session.id).language == "en"


async def test_the_sign_stands_where_the_bar_stands(store: Store):
    at_the_desk(store)
    async with opened(PraksishusApp(store=store.path)) as pilot:
        for key in ("down", "up"):
            (signed,) = [line for line in lines(pilot) if "▸" in line]
            days = pilot.app.screen.query_one("#days")
            below = lines(pilot)[lines(pilot).index(signed) + 1]
            ended = days.highlighted == 0
            assert ("i gang" in below) is ended
            await press(pilot, key)


async def test_a_few_sessions_are_listed_newest_first_and_the_rest_are_asked_for(store: Store):
    begun = [at_the_desk(store).id for _ in range(7)]
    async with opened(PraksishusApp(store=store.path), (100, 45)) as pilot:
        shown = [id_ for id_ in begun if id_ in text(pilot)]
        assert len(shown) == 4
        assert text(pilot).index(shown[-1]) < text(pilot).index(shown[0])
        await press(pilot, *["down"] * 4, "enter")
        assert all(id_ in text(pilot) for id_ in begun)


async def test_a_day_that_is_over_opens_at_its_debrief_and_the_evening_is_seen_from_there(
    store: Store,
):
    session = at_the_desk(store)
    session.do(session.view().offer("go_home").make({}))
    async with opened(PraksishusApp(store=store.path)) as pilot:
        assert "slut, se debriefen" in text(pilot)
        await press(pilot, "enter")
        assert room(pilot) == "DebriefScreen"
        await press(pilot, "e")
        assert room(pilot) == "EveningScreen"
        await until_debrief(pilot, lambda: press(pilot, "enter"))
        await press(pilot, "escape")
        assert room(pilot) == "StartScreen"
        assert session.id in text(pilot)


async def test_the_front_page_is_reached_from_the_day_and_the_day_from_there(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "forsiden")
        await pilot.press("enter")
        await settled(pilot)
        assert room(pilot) == "StartScreen"


@pytest.mark.parametrize("key", ["enter", "pagedown"])
async def test_a_briefing_that_does_not_fit_says_so_and_is_read_on(store: Store, key: str):
    async with opened(a_session(store), (80, 24)) as pilot:
        assert "mere nedenfor ↓" in text(pilot)
        for _ in range(3):
            if "mere nedenfor ↓" in text(pilot):
                await pilot.press(key)
                await settled(pilot)
        assert room(pilot) == "BriefingScreen"
        assert "Det kan du øve i dag" in text(pilot)
        await press(pilot, "enter")
        assert room(pilot) == "MeetingScreen"


async def test_the_houses_light_up_while_a_town_is_drawn(store, monkeypatch):
    go_on = Event()
    begin = SessionSource.begin

    def slowly(self, path, language, seed, progress):
        progress(100, 300)
        go_on.wait()
        return begin(self, path, language, seed, progress)

    monkeypatch.setattr(SessionSource, "begin", slowly)
    app = PraksishusApp(day=days()["opvarmning"], store=store.path)
    async with app.run_test(size=(100, 30)) as pilot:
        try:
            while "100 af 300 borgere er stået op" not in text(pilot):
                await pilot.pause()
            assert "▣" * 10 + "□" * 20 in text(pilot)
        finally:
            go_on.set()
        await settled(pilot)
        assert room(pilot) == "BriefingScreen"


async def test_the_days_are_listed_while_the_store_is_still_opened(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    session = at_the_desk(store)
    opened_now, unfinished = Event(), SessionSource.unfinished

    def slowly(source: SessionSource) -> object:
        opened_now.wait(30)
        return unfinished(source)

    monkeypatch.setattr(SessionSource, "unfinished", slowly)
    async with PraksishusApp(store=store.path).run_test() as pilot:
        try:
            for _ in range(200):
                await pilot.pause(0.02)
                if "Opvarmning" in text(pilot):
                    break
            days = pilot.app.screen.query_one("#days", OptionList)
            assert days.highlighted is None
            await pilot.press("enter")
            assert room(pilot) == "StartScreen"
            await pilot.press("down", "down")
            chosen = pilot.app.screen.days[days.highlighted or 0]
        finally:
            opened_now.set()
        await settled(pilot)
        assert session.id in text(pilot)
        assert pilot.app.screen.lines[days.highlighted or 0] == chosen
