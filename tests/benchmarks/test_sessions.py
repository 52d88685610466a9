"""What a store with many sessions costs: listing them, and taking up one after the other.

Each is measured beside a reference of the same run, so that neither the machine nor its load
matters.
"""

import json
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sqlalchemy import Connection, func
from sqlmodel import col, insert, select

from simulator.core.garbage import uncollected
from simulator.scenario.loading import load
from simulator.store.engine import Store, open_store
from simulator.store.log import enter
from simulator.store.session import Session, sessions
from simulator.store.tables import EventRow, SessionRow, TimelineRow
from tests.benchmarks.measuring import best, measured, show
from tests.store.days import SHIPPED

pytestmark = [pytest.mark.slow, pytest.mark.benchmark(timer=time.process_time)]

MANY, EVENTS = 500, 400
LISTED = 5
"""How many times as fast the list is at least as looking at every event; 11 were measured."""
TAKEN_UP = 5
"""How many times a reading of the same rows the first session may take; 2.8 were measured."""
AGAIN = 20
"""How many times as fast the next session of a day is at least taken up; 120 were measured."""

Capture = pytest.CaptureFixture[str]


def fill(connection: Connection) -> None:
    """Fill a store with sessions of a whole day each."""
    about = {"scenario": "x", "title_da": "x", "title_en": "x", "town": "x", "language": "da"}
    session = {**about, "played_on": "2026-01-05", "ended": True}
    event = {"kind": "field.exposed", "crc": 0, "data": "x" * 250}
    names = [f"{n:04}" for n in range(MANY)]
    rows = [{**session, "id": name, "started": n} for n, name in enumerate(names)]
    connection.execute(insert(SessionRow), rows)
    for name in names:
        log = [{**event, "session": name, "seq": n, "minute": 480 + n} for n in range(EVENTS)]
        connection.execute(insert(EventRow), log)


def test_the_list_of_sessions_does_not_look_at_every_event(
    benchmark: BenchmarkFixture, tmp_path: Path, capsys: Capture
) -> None:
    store = open_store(tmp_path / "sessions.sqlite")
    store.write(fill)
    latest = select(EventRow.session, func.max(col(EventRow.minute))).group_by(EventRow.session)

    def every_event() -> dict[str, int]:
        rows = store.read(lambda connection: connection.execute(latest).all())
        return dict(map(tuple, rows))

    assert {item.id: item.minute for item in sessions(store)} == every_event()
    taken = measured(benchmark, lambda: sessions(store))
    if taken is not None:
        reference = best(every_event)
        ratio = reference / taken
        show(capsys, f"{MANY} sessions listed {ratio:.0f} times as fast", "as every event is seen")
        assert ratio >= LISTED
    store.close()


def cold(path: Path, name: str) -> Callable[[], None]:
    """Return what takes a session up in a store that has just been opened."""

    def take_up() -> None:
        store = open_store(path)
        with uncollected():
            Session.resume(store, name)
        store.close()

    return take_up


def read_rows(path: Path) -> None:
    """Read every event and every timeline there is, with nothing but what Python brings along."""
    driver = sqlite3.connect(path)
    texts = {text for (text,) in driver.execute("SELECT data FROM eventrow")}
    texts |= {
        text for _, _, text in driver.execute("SELECT fact, subject, spells FROM timelinerow")
    }
    json.loads(f"[{','.join(texts)}]")
    driver.close()


def begun(store: Store) -> Session:
    """Begin the largest day of the shelf."""
    loaded = load(next(day for day in SHIPPED if day.stem.startswith("mandag")))
    return Session.start(store, loaded.opening, loaded.town, "da")


def test_a_session_is_taken_up_soon(
    benchmark: BenchmarkFixture, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "sessions.sqlite"
    store = open_store(path)
    take_up = cold(path, begun(store).id)
    lines = store.read(lambda connection: connection.execute(select(TimelineRow.fact)).all())
    assert len(lines) > 50_000
    store.close()
    taken = measured(benchmark, take_up)
    if taken is not None:
        ratio = taken / best(partial(read_rows, path))
        show(
            capsys, f"a session taken up in {taken * 1e3:.0f} ms", f"{ratio:.1f} x reading its rows"
        )
        assert ratio <= TAKEN_UP


def test_the_next_session_of_a_class_is_taken_up_sooner(
    benchmark: BenchmarkFixture, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "sessions.sqlite"
    store = open_store(path)
    session = begun(store)
    again = store.write(
        lambda connection: enter(connection, session.events, session.town, "da", "2026-01-05")
    )
    held = Session.resume(store, session.id)
    fellow = Session.resume(store, again)
    assert fellow.day == held.day
    assert fellow.town is held.town
    assert fellow.opening is held.opening
    taken = measured(benchmark, lambda: Session.resume(store, again))
    if taken is not None:
        ratio = best(cold(path, again)) / taken
        show(
            capsys,
            f"the next session {taken * 1e3:.1f} ms",
            f"{ratio:.0f} times as fast as the first",
        )
        assert ratio >= AGAIN
    store.close()
