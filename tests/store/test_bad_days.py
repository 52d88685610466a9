"""Bad days: full disks, places that cannot be written, files that are damaged, crowds."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection, text

from simulator.casework.actions.day import MarkMoment, Wait
from simulator.casework.actions.writing import AddNote
from simulator.core.texts import placeholders
from simulator.scenario.words import texts
from simulator.store import sqlite, upgrades
from simulator.store.engine import Store, default_path, open_store
from simulator.store.problems import StoreProblem
from simulator.store.session import Session, sessions
from simulator.store.sqlite import CODES
from tests.casework.small import CASE, a_town, an_opening
from tests.store.days import pragma

ROOT = Path(__file__).parents[2]
NAMED = {"path", "session", "version", "known"}


def problem(work: Callable[[], object]) -> str:
    """The code of what goes wrong."""
    with pytest.raises(StoreProblem) as told:
        work()
    return told.value.code


def test_every_commit_is_on_the_disk_before_it_counts(store: Store) -> None:
    assert (pragma(store, "journal_mode"), pragma(store, "synchronous")) == ("wal", 2)


def test_the_store_lies_where_the_user_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PRAKSISHUS_HOME", str(tmp_path / "et sted? #1 50%"))
    assert default_path() == tmp_path / "et sted? #1 50%" / "sessions.sqlite"
    open_store().close()
    assert default_path().is_file()
    monkeypatch.delenv("PRAKSISHUS_HOME")
    assert default_path().name == "sessions.sqlite"


def test_a_full_disk_loses_nothing_and_goes_on_when_there_is_room(
    session: Session, store: Store
) -> None:
    pages = pragma(store, "page_count")
    pragma(store, f"max_page_count={pages}")

    def fill() -> None:
        while True:
            session.do(AddNote(CASE, "skrevet " * 400))

    assert problem(fill) == "full"
    assert session.events == Session.resume(store, session.id).events
    pragma(store, "max_page_count=1000000")
    session.do(AddNote(CASE, "og videre"))
    assert Session.resume(store, session.id).day == session.day


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are Unix's")
def test_a_disk_that_stops_in_the_middle_of_a_page_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite"
    command = [sys.executable, "-m", "tests.store.filling", str(path)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told, id_, events = ran.stdout.split()
    assert told in ("disk", "full")
    store = open_store(path)
    again = Session.resume(store, id_)
    assert len(again.events) == int(events)
    again.do(MarkMoment("og videre"))
    store.close()


def a_file(tmp_path: Path) -> Path:
    (tmp_path / "file").write_text("in the way")
    return tmp_path / "file" / "below" / "sessions.sqlite"


def a_folder(tmp_path: Path) -> Path:
    (tmp_path / "sessions.sqlite").mkdir()
    return tmp_path / "sessions.sqlite"


@pytest.mark.parametrize(
    "place",
    [a_file, a_folder, lambda _: Path("/proc/praksishus/sessions.sqlite")],
)
def test_a_place_that_cannot_be_written_is_told(
    place: Callable[[Path], Path], tmp_path: Path
) -> None:
    assert problem(lambda: open_store(place(tmp_path))) == "read-only"


def test_a_file_that_is_no_database_is_told_and_left_alone(path: Path) -> None:
    path.write_bytes(Random(1).randbytes(20_000))
    before = path.read_bytes()
    assert problem(lambda: open_store(path)) == "damaged"
    assert path.read_bytes() == before


def test_another_programs_database_is_told_and_left_alone(path: Path) -> None:
    theirs = sqlite3.connect(path)
    theirs.execute("CREATE TABLE recipes (cake TEXT)")
    theirs.close()
    before = path.read_bytes()
    assert problem(lambda: open_store(path)) == "damaged"
    assert path.read_bytes()[100:] == before[100:]


@pytest.fixture
def whole(path: Path) -> tuple[bytes, str, int]:
    """A store with a session in it: its bytes, the session's id and number of events."""
    store = open_store(path)
    session = Session.start(store, an_opening(), a_town(), "da")
    for n in range(30):
        session.do(MarkMoment(f"Øjeblik {n}"))
    store.close()
    return path.read_bytes(), session.id, len(session.events)


def outcome(path: Path, id_: str) -> str | tuple[object, ...]:
    """What comes of opening a store and taking a session up: its log, or a problem."""
    try:
        store = open_store(path)
    except StoreProblem as told:
        return told.code
    try:
        sessions(store)
        return Session.resume(store, id_).events
    except StoreProblem as told:
        return told.code
    finally:
        store.close()


TOLD = {"damaged", "session-damaged", "no-session", "disk", "read-only", "newer", "failed"}


def test_a_database_cut_anywhere_is_told_or_whole(
    whole: tuple[bytes, str, int], path: Path
) -> None:
    data, id_, _ = whole
    log = outcome(path, id_)
    told = set()
    for tenth in range(1, 40):
        path.write_bytes(data[: len(data) * tenth // 40])
        found = outcome(path, id_)
        told.add(found if isinstance(found, str) else "whole")
        assert found == log or found in TOLD
    assert "damaged" in told


def test_a_page_that_was_changed_on_the_disk_is_told_or_does_not_matter(
    whole: tuple[bytes, str, int], path: Path
) -> None:
    data, id_, _ = whole
    log = outcome(path, id_)
    chance, told = Random(7), set()
    for _ in range(120):
        page = bytearray(data)
        at = chance.randrange(len(data) // 512) * 512
        page[at : at + 512] = chance.randbytes(512)
        path.write_bytes(page)
        found = outcome(path, id_)
        told.add(found if isinstance(found, str) else "whole")
        assert found == log or found in TOLD
    assert told & {"damaged", "session-damaged"}


def test_one_letter_changed_in_an_event_is_noticed(
    whole: tuple[bytes, str, int], path: Path
) -> None:
    data, id_, _ = whole
    path.write_bytes(data.replace(b"Nordvig Kommune", b"Sydvig Kommune!"))
    assert outcome(path, id_) == "session-damaged"


def edit(path: Path, sql: str) -> None:
    driver = sqlite3.connect(path)
    driver.execute(sql)
    driver.commit()
    driver.close()


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM eventrow WHERE seq = 4",
        "DELETE FROM eventrow WHERE seq = 0",
        "DELETE FROM eventrow",
        "UPDATE eventrow SET seq = 999 WHERE seq = 4",
        "UPDATE eventrow SET kind = 'case.eaten' WHERE seq = 4",
        "UPDATE eventrow SET minute = 'noon' WHERE seq = 4",
        "UPDATE eventrow SET data = '{}' WHERE seq = 4",
        "UPDATE eventrow SET data = x'ff00ff' WHERE seq = 4",
        "UPDATE eventrow SET data = 12 WHERE seq = 4",
        "UPDATE eventrow SET shapes = 'x' WHERE seq = 4",
        "UPDATE eventrow SET shapes = x'ff' WHERE seq = 4",
        "UPDATE eventrow SET shapes = 1 WHERE seq = 4",
        "UPDATE eventrow SET seat = 2 WHERE seq = 4",
        'UPDATE eventrow SET command = \'["go_home","{}"]\' WHERE seq = 4',
        "UPDATE sessionrow SET language = 'tlh'",
        "UPDATE sessionrow SET started = 'first'",
        "UPDATE sessionrow SET town = 'Andeby'",
        "DELETE FROM townrow; ",
        "DELETE FROM citizenrow WHERE id = 'amina'",
        "UPDATE citizenrow SET row = '[]' WHERE id = 'amina'",
        "UPDATE citizenrow SET row = 7 WHERE id = 'amina'",
        "UPDATE citizenrow SET row = replace(row, 'Holst', 'Krogh')",
        "UPDATE timelinerow SET spells = '[' WHERE subject = 'amina'",
        "UPDATE timelinerow SET spells = replace(spells, '1820000', '1720000')",
    ],
)
def test_a_session_that_was_meddled_with_is_told_and_the_next_can_begin(
    whole: tuple[bytes, str, int], path: Path, sql: str
) -> None:
    edit(path, sql)
    expected = "whole" if "townrow" in sql else "session-damaged"
    found = outcome(path, whole[1])
    assert (found if isinstance(found, str) else "whole") == expected
    store = open_store(path)
    fresh = Session.start(store, an_opening(), a_town(december=1), "da")
    assert Session.resume(store, fresh.id).day == fresh.day
    store.close()


@pytest.mark.parametrize("table", ["eventrow", "sessionrow", "citizenrow"])
def test_a_table_that_is_gone_is_told(
    whole: tuple[bytes, str, int], path: Path, table: str
) -> None:
    edit(path, f"DROP TABLE {table}")
    assert outcome(path, whole[1]) == "damaged"


def test_a_newer_store_is_refused_with_words_and_left_alone(
    whole: tuple[bytes, str, int], path: Path
) -> None:
    edit(path, "UPDATE storeversion SET version = 99")
    before = path.read_bytes()
    with pytest.raises(StoreProblem) as told:
        open_store(path)
    assert told.value.code == "newer"
    assert (told.value.arguments["version"], told.value.arguments["known"]) == (
        "99",
        str(upgrades.VERSION),
    )
    assert path.read_bytes() == before


def add_a_column(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE sessionrow ADD COLUMN seat TEXT DEFAULT 'window'"))


def test_an_older_store_is_upgraded_and_its_days_are_whole(
    whole: tuple[bytes, str, int], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, id_, events = whole
    steps: list[int] = []
    monkeypatch.setattr(upgrades, "VERSION", 4)
    monkeypatch.setitem(upgrades.UPGRADES, 2, add_a_column)
    monkeypatch.setitem(upgrades.UPGRADES, 3, lambda _: steps.append(3))
    for _ in range(2):
        store = open_store(path)
        assert store.read(upgrades.version) == 4
        assert len(Session.resume(store, id_).events) == events
        seat = store.read(lambda c: c.execute(text("SELECT seat FROM sessionrow")).scalar())
        assert seat == "window"
        store.close()
    assert steps == [3]


def test_an_upgrade_that_fails_half_way_has_not_happened(
    whole: tuple[bytes, str, int], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: Connection) -> None:
        add_a_column(connection)
        connection.execute(text("SELECT nothing FROM nowhere"))

    with monkeypatch.context() as newer:
        newer.setattr(upgrades, "VERSION", 3)
        newer.setitem(upgrades.UPGRADES, 2, fail)
        assert problem(lambda: open_store(path)) == "damaged"
    store = open_store(path)
    columns = store.read(lambda c: c.execute(text("SELECT * FROM sessionrow")).keys())
    assert "seat" not in columns
    assert len(Session.resume(store, whole[1]).events) == whole[2]
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a way of locking that only Unix has")
def test_a_place_without_shared_memory_is_found_by_trying(tmp_path: Path) -> None:
    for vfs, works in (("unix-dotfile", False), ("unix", True)):
        driver = sqlite3.connect(f"file:{tmp_path / vfs}?vfs={vfs}", uri=True)
        assert sqlite.write_ahead_works(driver) is works
        driver.close()


def test_where_a_write_ahead_log_does_not_work_the_rollback_journal_does(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "write_ahead_works", lambda _: False)
    store, beside = open_store(path), open_store(path)
    assert (pragma(store, "journal_mode"), pragma(store, "synchronous")) == ("delete", 2)
    session = Session.start(store, an_opening(), a_town(), "da")
    session.do(MarkMoment("gemt"))
    assert Session.resume(beside, session.id).day == session.day
    beside.close()
    store.close()


def test_on_a_network_drive_the_rollback_journal_is_chosen(
    whole: tuple[bytes, str, int],
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    mounts = tmp_path_factory.mktemp("machine") / "mounts"
    mounts.write_text(f"server:/home {path.parent} nfs4 rw 0 0\n")
    monkeypatch.setattr(sqlite, "_MOUNTS", mounts)
    for place in (path, path.with_name("new.sqlite")):
        store = open_store(place)
        assert pragma(store, "journal_mode") == "delete"
        Session.start(store, an_opening(), a_town(), "da").do(Wait(5))
        store.close()


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        ("/home/anna/sessions.sqlite", True),
        ("/mnt/c/Users/anna/sessions.sqlite", True),
        ("/srv/my share/sessions.sqlite", True),
        ("/home/bo/sessions.sqlite", False),
        ("/home/annagrethe/sessions.sqlite", False),
        ("/tmp/sessions.sqlite", False),
    ],
)
def test_network_drives_are_known_by_what_is_mounted_nearest(place: str, remote: bool) -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\nserver:/anna /home/anna nfs4 rw 0 0\n"
        "C: /mnt/c 9p rw 0 0\n//files/share /srv/my\\040share cifs rw 0 0\nodd\n"
    )
    assert sqlite.on_network(Path(place), mounts) is remote


def test_a_reader_does_not_wait_for_a_writer(session: Session, other: Store) -> None:
    def meanwhile(connection: Connection) -> int:
        connection.execute(text("UPDATE sessionrow SET language = 'en'"))
        return len(Session.resume(other, session.id).events)

    assert session._store.write(meanwhile) == len(session.events)


def test_a_reader_takes_no_lock_from_a_writer(store: Store, other: Store) -> None:
    def meanwhile(connection: Connection) -> str:
        connection.execute(text("SELECT count(*) FROM sessionrow")).scalar()
        return Session.start(other, an_opening(), a_town(), "da").id

    assert store.read(meanwhile)


def test_a_writer_who_never_lets_go_is_told_of(
    session: Session, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.store.engine.PATIENCE", 0.02)
    before = session.events

    def meanwhile(_: Connection) -> str:
        return problem(lambda: session.do(MarkMoment("her")))

    assert other.write(meanwhile) == "busy"
    assert session.events == before
    session.do(MarkMoment("nu"))


def test_forty_who_begin_in_the_same_second_all_begin(path: Path) -> None:
    def begin(n: int) -> tuple[str, int]:
        store = open_store(path)
        try:
            session = Session.start(store, an_opening(seed=n), a_town(), "da")
            for _ in range(5):
                session.do(MarkMoment(str(n)))
            return session.id, len(session.events)
        finally:
            store.close()

    with ThreadPoolExecutor(40) as crowd:
        begun = list(crowd.map(begin, range(40)))
    store = open_store(path)
    assert len({id_ for id_, _ in begun}) == len(sessions(store)) == 40
    assert all(len(Session.resume(store, id_).events) == events for id_, events in begun)
    store.close()


def test_one_store_may_be_used_from_two_threads(session: Session, store: Store) -> None:
    with ThreadPoolExecutor(2) as two:
        typing = two.submit(lambda: [session.set_draft("note", "x" * n) for n in range(1, 100)])
        played = two.submit(lambda: [session.do(MarkMoment("")) for _ in range(100)])
        typing.result(), played.result()
    assert len(session.draft("note")) == 99
    assert Session.resume(store, session.id).day == session.day


def test_every_problem_is_told_in_both_languages_with_what_it_names() -> None:
    package = Path(sqlite.__file__).parent
    code = "".join(file.read_text() for file in package.glob("*.py"))
    raised = set(re.findall(r'Problem\(\s*"([a-z-]+)"', code)) | {*CODES.values(), "failed"}
    words = {id_[6:]: said for id_, said in texts().items() if id_.startswith("store.")}
    assert words.keys() == raised
    for said in words.values():
        assert placeholders(said.da) == placeholders(said.en) <= NAMED
