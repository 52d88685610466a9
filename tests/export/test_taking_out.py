"""A session's debrief taken out of the program: whose it is, of which log, with which words."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from simulator.casework.commands import Command
from simulator.export import ExportError
from simulator.export.taking_out import Along, imprint, take_out
from simulator.scenario.words import teller
from simulator.store.engine import Store, open_store
from simulator.store.session import Session
from simulator.store.session_file import export_session, import_session
from tests.export.rehearsed import SCRIPT, WORDS, opening_of, town_of

DA = teller("da")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("store") / "sessions.sqlite")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def session(store: Store) -> Session:
    return played(store, SCRIPT)


def played(store: Store, script: Iterable[Command]) -> Session:
    started = Session.start(store, opening_of(), town_of(), "da")
    for command in script:
        started.do(command)
    return started


def test_a_file_of_each_kind_is_written_once_named_by_the_session(
    session: Session, tmp_path: Path
) -> None:
    made = take_out(session, DA, ["html", "md", "html"], tmp_path / "out", Along())
    assert [one.name for one in made] == [
        f"debrief_small_{session.id}.html",
        f"debrief_small_{session.id}.md",
    ]


def test_a_session_taken_up_again_gives_the_same_bytes(
    store: Store, session: Session, tmp_path: Path
) -> None:
    (first,) = take_out(session, DA, ["md"], tmp_path / "first", Along())
    (again,) = take_out(Session.resume(store, session.id), DA, ["md"], tmp_path / "again", Along())
    assert first.read_bytes() == again.read_bytes()


def test_on_another_machine_the_log_has_the_same_fingerprint(
    store: Store, session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "mine.praksis"
    export_session(store, session.id, file, words=False)
    elsewhere = open_store(tmp_path / "elsewhere.sqlite")
    there = Session.resume(elsewhere, import_session(elsewhere, file))
    assert imprint(there).log == imprint(session).log
    elsewhere.close()


def test_another_log_has_another_fingerprint(store: Store, session: Session) -> None:
    assert imprint(played(store, SCRIPT[:-1])).log != imprint(session).log


def test_words_go_along_only_by_choice(session: Session, tmp_path: Path) -> None:
    (without,) = take_out(session, DA, ["md"], tmp_path / "without", Along())
    (along,) = take_out(session, DA, ["md"], tmp_path / "along", Along(words=True))
    assert not [words for words in WORDS.values() if words in without.read_text("utf-8")]
    assert not [words for words in WORDS.values() if words not in along.read_text("utf-8")]


def test_words_that_were_deleted_are_gone_from_the_file_too(store: Store, tmp_path: Path) -> None:
    session = played(store, SCRIPT)
    session.delete_words()
    (file,) = take_out(session, DA, ["md"], tmp_path, Along(words=True))
    assert "Der er ingen ord fra dig selv fra den dag." in file.read_text("utf-8")


def test_a_kind_that_is_not_made_is_refused_before_anything_is_written(
    session: Session, tmp_path: Path
) -> None:
    with pytest.raises(ExportError):
        take_out(session, DA, ["html", "pdf"], tmp_path / "out", Along())
    assert not (tmp_path / "out").exists()
