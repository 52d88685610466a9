"""Bad days at the screen: another program holds the store, windows change, terminals are closed."""

import os
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import FileIO
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, TextArea

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.opening import Arrival
from simulator.store.engine import Store, open_store
from simulator.store.session import Session, SessionItem
from simulator.tui.app import PraksishusApp
from simulator.tui.desk.lists import A_PAGE
from simulator.tui.house_screen import HouseDialog
from tests.processes import running
from tests.tui.rooms import at_the_desk, opened, press, room, settled, text, the_warm_up

ROOT = Path(__file__).parents[2]


def at_the_crowded_desk(store: Store, cases: int) -> Session:
    """The warm-up with many cases on the desk."""
    loaded = the_warm_up()
    opens, people = loaded.opening.opens, list(loaded.town.citizens)[:cases]
    arrivals = tuple(
        Arrival(f"S-{101 + n}", "friplads", who, opens, "letter") for n, who in enumerate(people)
    )
    opening = replace(loaded.opening, arrivals=arrivals)
    session = Session.start(store, opening, loaded.town, "da")
    session.do(AcceptPrebrief())
    return session


@contextmanager
def held(store: Store) -> Iterator[None]:
    """Another program writes in the store and does not let go."""
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


async def until(pilot, name: str) -> None:
    """Wait until a screen is in front; workers may still be at it, for as long as they need."""
    while room(pilot) != name:
        await pilot.pause()


async def test_a_held_store_is_waited_for_behind_a_notice_and_then_it_is_done(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        before = len(session.events)
        with held(store):
            await pilot.press("m")
            await until(pilot, "FormScreen")
            await pilot.press("ctrl+s")
            await until(pilot, "WaitingScreen")
            assert "ikke gemt endnu" in text(pilot)
            await pilot.press("ctrl+l")
            await pilot.pause()
            assert "not saved yet" in text(pilot)
            assert len(session.events) == before
        await settled(pilot)
        assert room(pilot) == "DeskScreen"
        assert len(session.events) == before + 1
        assert Session.resume(store, session.id).events == session.events


async def test_what_cannot_be_kept_can_be_left_and_has_not_happened(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        before = session.events
        with held(store):
            await pilot.press("m")
            await until(pilot, "FormScreen")
            await pilot.press("a", "b", "ctrl+s")
            await until(pilot, "WaitingScreen")
            await pilot.press("escape")
            await until(pilot, "DeskScreen")
            assert session.events == before
        await settled(pilot)
        assert session.events == before
        await press(pilot, "m")
        assert "ab" in text(pilot)
        await press(pilot, "ctrl+s")
        assert session.words(1) == "ab"
        assert len(session.events) == len(before) + 1


async def test_a_program_that_is_left_while_it_waits_ends(store: Store):
    session = at_the_desk(store)
    with held(store):
        async with opened(session) as pilot:
            await pilot.press("m")
            await until(pilot, "FormScreen")
            await pilot.press("ctrl+s")
            await until(pilot, "WaitingScreen")
            pilot.app.exit()
    assert Session.resume(store, session.id).events == session.events


@pytest.mark.parametrize("key", ["ctrl+p", "f1", "m", "ctrl+g"])
async def test_a_window_may_change_inside_a_dialog(store: Store, key: str):
    async with opened(at_the_desk(store)) as pilot:
        await pilot.press(key)
        await settled(pilot)
        dialog = pilot.app.screen
        assert isinstance(dialog, HouseDialog)
        await pilot.press("a")
        await settled(pilot)
        written = [one.value for one in dialog.query(Input)]
        written += [one.text for one in dialog.query(TextArea)]
        for size in ((80, 24), (39, 11), (160, 45), (40, 12), (100, 30)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert pilot.app.screen is dialog
            small = "--plain" in text(pilot)
            assert small == (size == (39, 11))
            assert text(pilot).count("--plain") == small  # the desk behind it is not read too
            if not small:
                assert dialog.region.contains_region(dialog.query_one(".frame").region)
        assert written == [
            *(one.value for one in dialog.query(Input)),
            *(one.text for one in dialog.query(TextArea)),
        ]
        await pilot.press("escape")
        await settled(pilot)
        assert room(pilot) == "DeskScreen"


async def test_a_clock_that_is_set_back_changes_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        await press(pilot, "m", "ctrl+s")
        monkeypatch.setattr(time, "time", lambda: 0.0)
        await press(pilot, "m", "ctrl+s")
        assert [one.seq for one in session.events] == list(range(len(session.events)))
    again = Session.resume(store, session.id)
    assert again.events == session.events
    newer = at_the_desk(store)
    async with opened(PraksishusApp(store=store.path)) as pilot:
        lines = [one.id for one in pilot.app.screen.lines if isinstance(one, SessionItem)]
        assert lines == [newer.id, session.id]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")
@pytest.mark.parametrize("end", ["closed", signal.SIGTERM])
def test_a_terminal_that_is_closed_inside_a_text_field_keeps_the_draft(
    store: Store, tmp_path: Path, end: str | signal.Signals
):
    import fcntl
    import pty
    import struct
    import termios

    session = at_the_desk(store)
    window, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    with running(
        [sys.executable, "-m", "simulator", "sessions", "continue", session.id],
        cwd=ROOT,
        env={**os.environ, "PRAKSISHUS_HOME": str(store.path.parent), "TERM": "xterm-256color"},
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    ) as program:
        os.close(terminal)
        with open(window, "rb", buffering=0) as drawn:
            read_until(drawn, "Indbakke")
            os.write(window, b"m")
            read_until(drawn, "Esc")
            os.write(window, b"halvt skrevet")
            read_until(drawn, "skrevet")
            if end != "closed":
                program.send_signal(end)
                while next_of(drawn):  # it may have more to draw before it ends
                    pass
        assert program.wait() == 0
    assert not (store.path.parent / "reports").exists()
    beside = open_store(store.path)
    again = Session.resume(beside, session.id)
    assert again.events == session.events
    drafts = beside.read(lambda c: c.exec_driver_sql("SELECT text FROM draftrow").fetchall())
    assert [row[0] for row in drafts] == ["halvt skrevet"]
    beside.close()


def read_until(drawn: FileIO, words: str) -> None:
    """Read what a program draws until something stands in it; fail where the program ends."""
    seen = b""
    while words.encode() not in seen:
        more = next_of(drawn)
        assert more, seen[-2000:]
        seen += more


def next_of(drawn: FileIO) -> bytes:
    """What is drawn next; nothing once the program has ended, which a terminal calls a fault."""
    try:
        return drawn.read(65536)
    except OSError:
        return b""


async def test_a_long_inbox_is_paged_and_every_case_can_be_reached(store: Store):
    session = at_the_crowded_desk(store, 70)
    async with opened(session) as pilot:
        inbox = pilot.app.screen.query_one("#inbox", OptionList)
        reached = set()
        for page in range(3):
            assert inbox.option_count <= A_PAGE + 2
            reached |= {one.case for one in pilot.app.screen._page.items}
            if page < 2:
                inbox.highlighted = inbox.option_count - 1
                inbox.focus()
                await pilot.press("enter")
                await settled(pilot)
        assert reached == {item.case for item in session.view().inbox}
        assert room(pilot) == "DeskScreen"
