"""Two programs on one session, in plain lines: the second is told, and may watch."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome, MarkMoment
from simulator.casework.actions.inbox import OpenCase
from simulator.plain.console import Console
from simulator.plain.watching import watch
from simulator.store.database import Seat
from simulator.store.engine import Store, open_store
from simulator.store.seats import take_seat
from simulator.store.session import Session, delete_session
from tests.casework.small import CASE
from tests.cli.conftest import Shell


@pytest.fixture
def elsewhere(session: str) -> Iterator[tuple[Store, Seat]]:
    """Another program that sits at the session."""
    store = open_store()
    seat = take_seat(store, session)
    assert seat is not None
    yield store, seat
    seat.leave()
    store.close()


Elsewhere = tuple[Store, Seat]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("da", "er åbent i et andet program. Se med"), ("en", "is open in another program. Watch it")],
)
def test_a_second_program_is_told_and_changes_nothing(
    shell: Shell, session: str, elsewhere: Elsewhere, language: str, sentence: str
) -> None:
    said = shell("sessions", "continue", session, "--plain", "--language", language)
    assert (said.code, said.out) == (1, "")
    assert sentence in said.err
    assert f"praksishus sessions watch {session} --plain" in said.err
    there = Session.resume(elsewhere[0], session)
    assert all(event.by != "player" for event in there.events)
    assert there.language == "da"


def test_the_list_says_which_session_is_open_elsewhere(
    shell: Shell, session: str, elsewhere: Elsewhere
) -> None:
    assert shell("sessions").out.endswith("(åben i et andet program)\n")
    elsewhere[1].leave()
    assert "andet program" not in shell("sessions").out


def test_a_session_that_is_open_elsewhere_is_not_deleted(
    shell: Shell, session: str, elsewhere: Elsewhere
) -> None:
    said = shell("sessions", "delete", session, "--yes", "--language", "en")
    assert said.code == 1
    assert "open just now, so it was not deleted" in said.err


def lines_while(session: str, meanwhile: list[object]) -> tuple[str, list[str]]:
    """What somebody who watches is told, while things happen between the looks."""
    store, written = open_store(), io.StringIO()
    happens = iter(meanwhile)
    watching = Session.resume(store, session)

    def pause() -> None:
        next(happens)()  # type: ignore[operator]

    left = watch(watching, Console(io.StringIO(), written, "da"), pause)
    store.close()
    return left, written.getvalue().splitlines()


def test_what_happens_is_said_line_by_line_until_the_desk_is_left(
    session: str, elsewhere: Elsewhere
) -> None:
    store, seat = elsewhere
    plays = Session.resume(store, session)
    left, lines = lines_while(
        session,
        [
            lambda: plays.do(AcceptPrebrief()),
            lambda: plays.do(OpenCase(CASE)),
            lambda: None,
            lambda: (plays.do(MarkMoment("mit eget")), seat.leave()),
        ],
    )
    assert left == "free"
    assert lines[0].startswith(f"Du ser med på forløbet {session}")
    taken = next(n for n, line in enumerate(lines) if "Amina Holst" in line)
    marked = next(n for n, line in enumerate(lines) if "markere" in line.lower())
    assert taken < marked < len(lines) - 1
    assert "mit eget" not in "\n".join(lines)
    assert "Ingen sidder ved skrivebordet" in lines[-1]


def test_the_evening_is_said_and_then_there_is_no_more(session: str, elsewhere: Elsewhere) -> None:
    plays = Session.resume(elsewhere[0], session)
    plays.do(AcceptPrebrief())
    left, lines = lines_while(session, [lambda: plays.do(GoHome())])
    assert left == "ended"
    assert "fire uger" in "\n".join(lines).lower()
    assert "praksishus debrief" in lines[-1]


def test_watching_where_nobody_sits_says_how_far_it_is_and_ends(
    shell: Shell, session: str, home: Path
) -> None:
    said = shell("sessions", "watch", session, "--plain", "--language", "en")
    assert said.code == 0
    assert said.out.startswith(f"You are watching session {session}: A small day.")
    assert "Nobody sits at the desk." in said.out
    store = open_store()
    assert all(event.by != "player" for event in Session.resume(store, session).events)
    store.close()


def test_a_session_that_is_deleted_while_it_is_watched_is_told(
    shell: Shell, session: str, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, seat = elsewhere

    def gone(_: object) -> None:
        seat.leave()
        delete_session(store, session)

    monkeypatch.setattr("simulator.cli.terminal.Terminal.pause", gone)
    said = shell("sessions", "watch", session, "--plain")
    assert said.code == 1
    assert f"Der er ikke noget forløb {session} her." in said.err
