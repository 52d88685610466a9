"""What it costs to keep an event: one committed through a session, beside a raw insert.

The reference is ``sqlite3`` itself on the same disk in the same run: the same row into the same
table, with a write-ahead log of the same length and FULL, on a connection kept open. They take
turns, so that what the disk does meanwhile happens to both. The aim is at most 1.5 times the
reference; the first hundreds, while both logs still grow, are left out.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest

from simulator.casework.actions.day import AcceptPrebrief, MarkMoment
from simulator.store.codec import encode
from simulator.store.engine import open_store
from simulator.store.session import Session
from tests.casework.small import a_town, an_opening
from tests.store.days import pragma

TABLE = (
    "CREATE TABLE event (session TEXT, seq INTEGER, kind TEXT, minute INTEGER, crc INTEGER,"
    " data TEXT, PRIMARY KEY (session, seq))"
)
ROW = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)"


def raw_insert(path: Path, like: Session, pages: object) -> Callable[[], None]:
    """Insert a row like the session's last event, and commit it."""
    driver = sqlite3.connect(path, isolation_level=None)
    driver.execute("PRAGMA journal_mode=WAL")
    driver.execute("PRAGMA synchronous=FULL")
    driver.execute(f"PRAGMA wal_autocheckpoint={pages}")
    driver.execute(TABLE)
    event = like.events[-1]
    data, numbers = encode(event), iter(range(10**9))

    def insert() -> None:
        driver.execute("BEGIN IMMEDIATE")
        driver.execute(ROW, (like.id, next(numbers), event.kind, event.minute, 0, data))
        driver.execute("COMMIT")

    return insert


def seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


@pytest.mark.benchmark(group="an event committed", max_time=0.5)
def test_an_event_committed_through_a_session(
    benchmark: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(tmp_path / "sessions.sqlite")
    session = Session.start(store, an_opening(), a_town(), "da")
    session.do(AcceptPrebrief())
    insert = raw_insert(tmp_path / "raw.sqlite", session, pragma(store, "wal_autocheckpoint"))
    rounds, grown = (20, 0) if benchmark.disabled else (2_000, 500)
    pairs = [(seconds(insert), seconds(lambda: session.do(MarkMoment()))) for _ in range(rounds)]
    raw, ours = (median(side) for side in zip(*pairs[grown:], strict=True))
    benchmark.extra_info.update(reference_us=raw * 1e6, ours_us=ours * 1e6, ratio=ours / raw)
    if not benchmark.disabled:
        with capsys.disabled():
            print(
                f"\none event committed: {ours / raw:.2f} x a raw sqlite3 insert"
                f" ({ours * 1e6:.0f} against {raw * 1e6:.0f} us)"
            )
    benchmark(lambda: session.do(MarkMoment()))
    assert len(Session.resume(store, session.id).events) == len(session.events)
    store.close()
