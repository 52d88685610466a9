"""Session files that somebody forged with care: what is taken in can be read and taken out."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from simulator import plain
from simulator.core.faults import faults_reported_to
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
from tests.casework.small import AMINA, CASE, INCOME, SUBSIDY
from tests.export.rehearsed import SCRIPT, WORDS, opening_of, town_of

Log = list[list[Any]]
ELSEWHERE = ("", "x", "integration:a->b", "citizen:x", "citizen", "player", -1, 0, 10**9, 10**13)


@pytest.fixture(autouse=True)
def _no_fault_of_ours() -> Iterator[None]:
    """What a forged file breaks is never taken for a fault of the program's own."""
    reported: list[Exception] = []

    def report(fault: Exception) -> str:
        reported.append(fault)
        return ""

    with faults_reported_to(report):
        yield
    assert reported == []


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
        because=["integration:a->b"]
    ),
    "a cause is a system there is not": lambda log: of(log, "suggestion.shown").update(
        because=["hand:x"]
    ),
    "a cause is of no kind": lambda log: of(log, "suggestion.shown").update(because=["why not"]),
    "a cause is an event to come": lambda log: of(log, "suggestion.shown").update(because=[10**6]),
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


def says(log: Log, kind: str, **data: Any) -> None:
    """Let something be said to the debrief of the day."""
    log.append([kind, {"seq": len(log), "minute": log[-1][1]["minute"], **data}])


NEXT = len(WORDS) + 1
"""The number of the first words that are said to the debrief."""
SAID: dict[str, dict[str, Any]] = {
    "route.chosen": {"route": "ninety"},
    "phase.begun": {"phase": "other-day"},
    "estimate.given": {"guesses": [["unopened", 3]]},
    "statement.placed": {"statement": "K1:7", "place": "strains", "words": NEXT},
    "statement.contested": {"statement": "S1:day", "verdict": ""},
    "answer.written": {"asked": "it.how-many", "words": NEXT + 1},
    "moved.step": {"case_type": SUBSIDY.id, "function": "find", "before": 1, "level": 2},
    "glossary.added": {"words": [["ask", NEXT + 2], ["word", NEXT + 3]]},
}
UNSAID: dict[str, tuple[str, dict[str, Any]]] = {
    "another route": ("route.chosen", {"route": "forever"}),
    "a phase that is no name": ("phase.begun", {"phase": "../x"}),
    "a guess at nothing": ("estimate.given", {"guesses": [["x", 3]]}),
    "a guess below nought": ("estimate.given", {"guesses": [["unopened", -3]]}),
    "a guess without end": ("estimate.given", {"guesses": [["unopened", 10**25]]}),
    "a guess twice": ("estimate.given", {"guesses": [["unopened", 1], ["unopened", 2]]}),
    "a place there is not": ("statement.placed", {"statement": "K1:7", "place": "x"}),
    "a statement of no shape": ("statement.placed", {"statement": "x", "place": "open"}),
    "a verdict there is not": ("statement.contested", {"statement": "K1:7", "verdict": "x"}),
    "an answer to no name": ("answer.written", {"asked": "=1+1", "words": NEXT}),
    "a level above all": ("moved.step", {**SAID["moved.step"], "level": 9}),
    "a level below all": ("moved.step", {**SAID["moved.step"], "before": -1}),
    "a step there is not": ("moved.step", {**SAID["moved.step"], "function": "x"}),
    "a field there is not": ("glossary.added", {"words": [["word", NEXT], ["x", NEXT + 1]]}),
    "a word without the word": ("glossary.added", {"words": [["it", NEXT]]}),
    "words that are far ahead": ("answer.written", {"asked": "2b", "words": 100_000}),
    "words without end": ("answer.written", {"asked": "2b", "words": 10**25}),
    "words of another event": ("answer.written", {"asked": "2b", "words": 1}),
    "words before the first": ("answer.written", {"asked": "2b", "words": 0}),
}


def test_what_can_be_said_to_a_debrief_is_taken_in(store: Store, file: Path) -> None:
    log = log_of(file)
    for kind, data in SAID.items():
        says(log, kind, **data)
    assert len(Session.resume(store, taken_in(store, forged(file, log))).events) == len(log)


@pytest.mark.parametrize("unsaid", UNSAID)
def test_what_nobody_can_say_to_a_debrief_is_not_taken_in(
    unsaid: str, store: Store, file: Path
) -> None:
    log = log_of(file)
    kind, data = UNSAID[unsaid]
    says(log, kind, **data)
    with pytest.raises(SessionFileProblem) as told:
        taken_in(store, forged(file, log))
    assert told.value.code == "file-not-ours"


def test_nothing_is_said_to_the_debrief_of_a_day_that_goes_on(store: Store, file: Path) -> None:
    log = log_of(file)
    ended = next(at for at, (kind, _) in enumerate(log) if kind == "day.ended")
    del log[ended:]
    says(log, "route.chosen", route="ninety")
    with pytest.raises(SessionFileProblem):
        taken_in(store, forged(file, log))


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
    assert len(whole) > 7
    for length in range(1, len(whole), 7):
        parts = {name: json.loads(text) for name, text in unpack(file).items()}
        parts["events"] = [[kind, canonical(data)] for kind, data in whole[:length]]
        parts["commands"] = [row for row in parts["commands"] if row[0] < length]
        parts["words"] = []
        cut = file.with_name("cut.praksis")
        cut.write_bytes(pack(parts))
        assert len(Session.resume(store, taken_in(store, cut)).events) == length
