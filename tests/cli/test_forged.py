"""Session files that somebody forged with care: what is taken in can be read and taken out."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from simulator import plain
from simulator.core.texts import LANGUAGES
from simulator.export import taking_out
from simulator.plain.debriefing import Debriefing
from simulator.plain.telling import say_journal
from simulator.store.codec import canonical
from simulator.store.engine import Store, open_store
from simulator.store.packing import pack, unpack
from simulator.store.problems import SessionFileProblem
from simulator.store.session import Session, delete_session, sessions
from simulator.store.session_file import export_session, import_session
from tests.casework.small import AMINA, CASE, INCOME
from tests.export.rehearsed import SCRIPT, opening_of, town_of

Log = list[list[Any]]
ELSEWHERE = ("", "x", "integration:a->b", "citizen:x", "citizen", "player", -1, 0, 10**9, 10**13)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "sessions.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def file(store: Store, tmp_path: Path) -> Path:
    session = Session.start(store, opening_of(), town_of(), "da")
    for command in SCRIPT:
        session.do(command)
    return export_session(store, session.id, tmp_path / "A.praksis", words=True)


def log_of(file: Path) -> Log:
    return [[kind, json.loads(text)] for kind, text in json.loads(unpack(file)["events"])]


def forged(file: Path, log: Log) -> Path:
    parts = {name: json.loads(text) for name, text in unpack(file).items()}
    parts["events"] = [[kind, canonical(data)] for kind, data in log]
    bent = file.with_name("bent.praksis")
    bent.write_bytes(pack(parts))
    return bent


def taken_in(store: Store, file: Path) -> str:
    return import_session(store, file, plain.look_at, taking_out.look_at, again=True)


def of(log: Log, kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(data for one, data in log if one == kind)
    return found


FORGERIES: dict[str, Callable[[Log], object]] = {
    "a cause is an arrow there is not": lambda log: of(log, "suggestion.shown").update(
        causes=["integration:a->b"]
    ),
    "a cause is a system there is not": lambda log: of(log, "suggestion.shown").update(
        causes=["hand:x"]
    ),
    "a cause is of no kind": lambda log: of(log, "suggestion.shown").update(causes=["why not"]),
    "a cause is an event to come": lambda log: of(log, "suggestion.shown").update(causes=[10**6]),
    "a suggestion is built on a fact there is not": lambda log: of(log, "suggestion.shown")[
        "basis"
    ][0].update(path="x"),
    "a value was typed that the fact cannot have": lambda log: log.append(
        [
            "error.fixed_locally",
            {
                "seq": len(log),
                "minute": log[-1][1]["minute"],
                "case": CASE,
                "system": "overblik",
                "fact": INCOME,
                "subject": AMINA,
                "value": "meget",
            },
        ]
    ),
    "a fact is of before the calendar": lambda log: of(log, "record.opened")["fields"][0].update(
        as_of=0, dated=True
    ),
    "a page is one there is not": lambda log: of(log, "record.opened").update(page="x"),
    "the day opens after it closes": lambda log: of(log, "day.opened")["opening"].update(
        opens=1439, closes=10
    ),
    "the day is without end": lambda log: of(log, "day.opened")["opening"].update(closes=10**12),
    "an integration runs all the time": lambda log: of(log, "day.opened")["opening"]["landscape"][
        "integrations"
    ][0].update(every=0),
    "the day is at the end of the calendar": lambda log: of(log, "day.opened")["opening"].update(
        date=3_652_059
    ),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_could_not_be_shown_is_not_taken_in(forgery: str, store: Store, file: Path) -> None:
    log = log_of(file)
    FORGERIES[forgery](log)
    before = sessions(store)
    with pytest.raises(SessionFileProblem) as told:
        taken_in(store, forged(file, log))
    assert told.value.code == "file-not-ours"
    assert sessions(store) == before


def leaves(found: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(found, dict | list) and found:
        keys = list(found) if isinstance(found, dict) else range(len(found))
        return [leaf for key in keys for leaf in leaves(found[key], (*path, key))]
    return [path]


def bend(log: Log, chance: Random) -> None:
    """Put something of the same kind, from elsewhere, in place of one value of the log."""
    *path, last = chance.choice([path for path in leaves(log) if path[0] and len(path) > 2])
    here: Any = log
    for key in path:
        here = here[key]
    other = [one for one in ELSEWHERE if type(one) is type(here[last])] or [not here[last]]
    here[last] = chance.choice(other)


@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_taken_in_can_be_read_debriefed_and_taken_out(
    seed: int, store: Store, file: Path, tmp_path: Path
) -> None:
    log = log_of(file)
    bend(log, Random(seed))
    try:
        id_ = taken_in(store, forged(file, log))
    except SessionFileProblem:
        return
    session = Session.resume(store, id_)
    for language in LANGUAGES:
        console = plain.Console(io.StringIO(), io.StringIO(), language)
        say_journal(console, session)
        Debriefing(session, console, tmp_path).read_all(words=True)
        kinds = ("html", "md") if language == "da" else ()
        taking_out.take_out(session, console.teller, kinds, tmp_path, taking_out.Along(words=True))
    delete_session(store, id_)


def test_a_day_cut_anywhere_is_taken_in(store: Store, file: Path) -> None:
    whole = log_of(file)
    for length in range(1, len(whole), 7):
        parts = {name: json.loads(text) for name, text in unpack(file).items()}
        parts["events"] = [[kind, canonical(data)] for kind, data in whole[:length]]
        parts["words"] = []
        cut = file.with_name("cut.praksis")
        cut.write_bytes(pack(parts))
        assert len(Session.resume(store, taken_in(store, cut)).events) == length
