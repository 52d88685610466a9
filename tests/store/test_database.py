"""The store and its database: whatever is asked of it, nothing more is known of it."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from simulator.casework.actions.day import AcceptPrebrief, MarkMoment
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.writing import AddNote
from simulator.store.database import Database, Seat
from simulator.store.engine import Store
from simulator.store.problems import StoreProblem
from simulator.store.seats import is_free, take_seat
from simulator.store.session import Session, commands, delete_session, sessions
from simulator.store.sqlite import SQLite
from tests.casework.small import CASE, a_town, an_opening

SIMULATOR = Path(__file__).parents[2] / "simulator"


class WipedError(Exception):
    """The whiteboard was wiped."""


class Whiteboard:
    """A database that lies in memory alone, in which a parameter has a name instead of a place."""

    faults: tuple[type[Exception], ...] = (DBAPIError, WipedError)

    def __init__(self, _: Path) -> None:
        self.taken: set[str] = set()
        self.forgotten = 0
        self.wiped: list[Exception] = []

    def connect(self) -> Connection:
        how = {"isolation_level": None, "check_same_thread": False}
        engine = create_engine(
            "sqlite://", poolclass=StaticPool, paramstyle="named", connect_args=how
        )
        return engine.connect()

    def begin(self, connection: Connection, *, writing: bool) -> None:
        if self.wiped:
            raise self.wiped.pop()
        connection.exec_driver_sql("BEGIN")

    def problem(self, fault: Exception) -> StoreProblem:
        return StoreProblem("busy" if isinstance(fault, WipedError) else "failed", path="the wall")

    def forget_deleted(self, connection: Connection) -> None:
        self.forgotten += 1

    def take_seat(self, session: str) -> Seat | None:
        if session in self.taken:
            return None
        self.taken.add(session)
        return Seat(lambda: self.taken.discard(session))

    def is_free(self, session: str) -> bool:
        return session not in self.taken

    def clear_seat(self, session: str) -> None:
        self.taken.discard(session)


@pytest.fixture(params=[SQLite, Whiteboard])
def database(request: pytest.FixtureRequest, path: Path) -> Database:
    made: Callable[[Path], Database] = request.param
    return made(path)


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    opened = Store(database)
    yield opened
    opened.close()


def test_a_day_is_kept_whatever_the_database(store: Store) -> None:
    session = Session.start(store, an_opening(), a_town(), "da")
    session.do(AcceptPrebrief())
    session.do(OpenCase(CASE))
    session.set_draft("note", "halvt skre")
    session.do(AddNote(CASE, "Ringet til Amina"))
    again = Session.resume(store, session.id)
    assert (again.day, again.events, again.town) == (session.day, session.events, session.town)
    assert again.all_words() == {1: "Ringet til Amina"}
    assert again.draft("note") == "halvt skre"
    assert [acted.command.name for acted in commands(again)] == [
        "accept_prebrief", "open_case", "add_note",
    ]  # fmt: skip
    assert [(item.id, item.ended) for item in sessions(store)] == [(session.id, False)]


def test_what_is_deleted_is_gone_whatever_the_database(store: Store) -> None:
    session = Session.start(store, an_opening(), a_town(), "da")
    session.do(MarkMoment("mine egne ord"))
    session.delete_words()
    assert session.all_words() == {}
    delete_session(store, session.id)
    assert sessions(store) == ()


def test_one_sits_at_a_desk_whatever_the_database(store: Store) -> None:
    session = Session.start(store, an_opening(), a_town(), "da")
    seat = take_seat(store, session.id)
    assert seat is not None
    assert not is_free(store, session.id)
    with pytest.raises(StoreProblem) as told:
        delete_session(store, session.id)
    assert told.value.code == "taken"
    seat.leave()
    assert is_free(store, session.id)
    delete_session(store, session.id)


def test_two_cannot_write_the_same_place_whatever_the_database(store: Store) -> None:
    session = Session.start(store, an_opening(), a_town(), "da")
    behind = Session.resume(store, session.id)
    session.do(AcceptPrebrief())
    with pytest.raises(StoreProblem):
        behind.do(AcceptPrebrief())
    assert Session.resume(store, session.id).events == session.events


def test_the_store_tries_again_while_its_database_is_busy_and_then_gives_up(path: Path) -> None:
    database = Whiteboard(path)
    store = Store(database)
    session = Session.start(store, an_opening(), a_town(), "da")
    database.wiped = [WipedError(), WipedError(), WipedError()]
    tries = iter((True, True, False))
    with pytest.raises(StoreProblem) as told:
        session.do(AcceptPrebrief(), patience=lambda: next(tries))
    assert (told.value.code, told.value.arguments) == ("busy", {"path": "the wall"})
    assert isinstance(told.value.__cause__, WipedError)
    database.wiped = [WipedError(), WipedError()]
    session.do(AcceptPrebrief())
    assert Session.resume(store, session.id).day == session.day
    store.close()


def test_what_was_deleted_is_to_be_forgotten_by_the_database_too(path: Path) -> None:
    database = Whiteboard(path)
    store = Store(database)
    session = Session.start(store, an_opening(), a_town(), "da")
    session.delete_words()
    assert database.forgotten == 1
    delete_session(store, session.id)
    assert database.forgotten == 2
    store.close()


PARTICULAR = re.compile(r"sqlite|pragma|\bwal\b|begin immediate|journal_mode|rowid", re.IGNORECASE)
CHOSEN = {
    "from simulator.store.sqlite import FILE, SQLite",
    "return Store(SQLite(path or default_path()))",
}


def test_one_module_knows_which_database_it_is() -> None:
    files = [file for file in SIMULATOR.rglob("*.py") if file.name != "sqlite.py"]
    assert len(files) > 300
    named = {
        line.strip()
        for file in files
        for line in file.read_text().splitlines()
        if PARTICULAR.search(line)
    }
    assert named == CHOSEN  # where a store is opened


def test_rows_go_past_sqlalchemy_in_one_place() -> None:
    """A driver's own SQL is the driver's: what a parameter looks like differs between them."""
    past = {
        file.relative_to(SIMULATOR).as_posix()
        for file in SIMULATOR.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Attribute) and node.attr == "exec_driver_sql"
    }
    assert past == {"store/rows.py"}
