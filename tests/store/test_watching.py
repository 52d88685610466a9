"""Two programs on one session: one sits at the desk, the other follows what is committed."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.casework.actions.day import MarkMoment, Wait
from simulator.casework.actions.writing import AddNote
from simulator.store.engine import Store, open_store
from simulator.store.problems import StoreProblem
from simulator.store.seats import is_free, take_seat
from simulator.store.session import Session, delete_session
from simulator.store.sqlite import DESKS
from tests.casework.small import CASE, a_town, an_opening
from tests.processes import running

ROOT = Path(__file__).parents[2]


def test_one_program_at_a_time_sits_at_a_session(store: Store, other: Store) -> None:
    seat = take_seat(store, "K7QM")
    assert seat is not None
    assert (take_seat(other, "K7QM"), is_free(other, "K7QM")) == (None, False)
    seat.leave()
    assert is_free(other, "K7QM")
    second = take_seat(other, "K7QM")
    assert second is not None
    assert take_seat(store, "K7QM") is None
    second.leave()


def test_two_sessions_of_one_store_are_two_seats(store: Store, other: Store) -> None:
    mine, yours = take_seat(store, "K7QM"), take_seat(other, "PR4N")
    assert mine is not None
    assert yours is not None
    mine.leave(), yours.leave()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a program is killed the way of Unix")
def test_the_seat_of_a_program_that_was_killed_is_free(store: Store) -> None:
    program = (
        "import sys; from pathlib import Path; from simulator.store.engine import open_store;"
        "from simulator.store.seats import take_seat;"
        f"seat = take_seat(open_store(Path({str(store.path)!r})), 'K7QM');"
        "print(seat is not None, flush=True); sys.stdin.read()"
    )
    with running(
        [sys.executable, "-c", program],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as sits:
        assert sits.stdout.readline() == "True\n"
        assert not is_free(store, "K7QM")
        sits.kill()
    assert is_free(store, "K7QM")


def test_a_name_that_is_a_path_reaches_no_file(store: Store, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    for name in ("../../K7QM", "", "k7qm", "A/B"):
        seat = take_seat(store, name)
        assert seat is not None
        assert is_free(store, name)
        seat.leave()
    assert sorted(tmp_path.rglob("*")) == before


def test_where_no_seat_can_be_kept_there_is_always_one(store: Store) -> None:
    (store.path.parent / DESKS).write_text("in the way")
    for _ in range(2):
        assert take_seat(store, "K7QM") is not None
        assert is_free(store, "K7QM")


def test_a_session_somebody_sits_at_is_not_deleted(
    session: Session, store: Store, other: Store
) -> None:
    seat = take_seat(store, session.id)
    assert seat is not None
    with pytest.raises(StoreProblem) as told:
        delete_session(other, session.id)
    assert told.value.code == "taken"
    seat.leave()
    delete_session(other, session.id)
    assert list((store.path.parent / DESKS).iterdir()) == []


def test_what_another_adds_is_followed_event_by_event(session: Session, other: Store) -> None:
    watching = Session.resume(other, session.id)
    assert watching.ahead().events == ()
    done = (*session.do(AddNote(CASE, "Ringet")), *session.do(Wait(10)))
    assert watching.follow(watching.ahead()) == done
    assert (watching.day, watching.events) == (session.day, session.events)


def test_what_was_read_ahead_is_followed_once(session: Session, other: Store) -> None:
    watching = Session.resume(other, session.id)
    done = session.do(MarkMoment("her"))
    first, second = watching.ahead(), watching.ahead()
    assert (watching.follow(first), watching.follow(second)) == (done, ())
    assert watching.events == session.events


def test_reading_ahead_changes_nothing_here(session: Session, other: Store) -> None:
    watching = Session.resume(other, session.id)
    before = watching.day
    session.do(MarkMoment("her"))
    watching.ahead()
    assert watching.day is before


def test_a_session_that_is_deleted_meanwhile_is_told(session: Session, other: Store) -> None:
    watching = Session.resume(other, session.id)
    delete_session(session.store, session.id)
    with pytest.raises(StoreProblem) as told:
        watching.ahead()
    assert told.value.code == "no-session"


def test_events_that_are_damaged_meanwhile_are_told(session: Session, other: Store) -> None:
    watching = Session.resume(other, session.id)
    session.do(MarkMoment("her"))
    driver = sqlite3.connect(other.path)
    driver.execute("UPDATE eventrow SET data = '[]' WHERE seq = ?", [len(watching.events)])
    driver.commit()
    driver.close()
    with pytest.raises(StoreProblem) as told:
        watching.ahead()
    assert told.value.code == "session-damaged"
    assert watching.day.seq == len(watching.events)


def test_a_writer_without_a_seat_still_cannot_write_the_same_place(
    session: Session, other: Store
) -> None:
    behind = Session.resume(other, session.id)
    session.do(MarkMoment("først"))
    with pytest.raises(StoreProblem) as told:
        behind.do(MarkMoment("samtidig"))
    assert told.value.code == "elsewhere"


def test_patience_decides_how_long_a_writer_goes_on_trying(session: Session, other: Store) -> None:
    tries = iter((True, True, False))
    asked: list[bool] = []

    def patience() -> bool:
        asked.append(next(tries))
        return asked[-1]

    def meanwhile(_: object) -> str:
        with pytest.raises(StoreProblem) as told:
            session.do(MarkMoment("her"), patience=patience)
        return told.value.code

    before = session.events
    assert other.write(meanwhile) == "busy"
    assert asked == [True, True, False]
    assert session.events == before


def test_a_session_is_followed_from_a_store_opened_anew(session: Session, path: Path) -> None:
    begun = Session.start(session.store, an_opening(seed=7), a_town(), "en")
    beside = open_store(path)
    watching = Session.resume(beside, begun.id)
    begun.do(MarkMoment("one"))
    session.do(MarkMoment("another session's"))
    assert len(watching.follow(watching.ahead())) == 1
    beside.close()
