"""Sessions that released versions wrote: they open for ever, and are the days they were.

Each folder of ``kept`` is what one version wrote (``tests.store.keeping``). A divergence is named
at the first event after which the day is another than it was then.
"""

import lzma
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from simulator.casework.actions.debriefing import WriteAnswer
from simulator.casework.as_read import as_read
from simulator.casework.case_types import Duties
from simulator.debrief.debrief_session import DebriefSession
from simulator.export import taking_out
from simulator.export.formats import KINDS
from simulator.scenario.words import teller
from simulator.store.engine import Store, open_store
from simulator.store.problems import StoreProblem
from simulator.store.session import Session, commands, sessions
from simulator.store.session_file import export_session, import_session
from tests.store.keeping import KEPT, STORE
from tests.store.projection import digests

VERSIONS = sorted(folder.name for folder in KEPT.iterdir())
FILES = sorted(KEPT.glob("*/*.praksis"))
EVERY_FILE = pytest.mark.parametrize(
    "file", FILES, ids=[f"{file.parent.name}-{file.stem}" for file in FILES]
)
BEFORE_COMMANDS = {"0.1.0"}
"""The versions that did not keep commands."""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "here.sqlite")
    yield store
    store.close()


def told(file: Path) -> list[str]:
    """The digests of a kept day, one an event."""
    return file.with_suffix(".digests").read_text("ascii").split()


def same_day(session: Session, file: Path) -> None:
    """Hold a session to the digests its day had when it was kept."""
    then, now = told(file), list(digests(session.events, session.town))
    assert len(then) == len(now)
    for event, before, after in zip(session.events, then, now, strict=True):
        assert before == after, f"another day from event {event.seq} ({event.kind}) on"


def test_something_is_kept_of_every_version() -> None:
    assert VERSIONS
    for version in VERSIONS:
        assert {file.parent.name for file in FILES} >= {version}
        assert sum(file.stat().st_size for file in (KEPT / version).iterdir()) < 2.5 * 2**20


@EVERY_FILE
def test_a_kept_file_opens_as_the_day_it_was(file: Path, here: Store) -> None:
    session = Session.resume(here, import_session(here, file, taking_out.look_at))
    same_day(session, file)
    assert any(session.words(number) for number in range(1, session.day.words + 1))
    has_what_was_done(session, file.parent.name)


def has_what_was_done(session: Session, version: str) -> None:
    """Hold it that what was done is there, or that it is said that it is not."""
    if version in BEFORE_COMMANDS:
        with pytest.raises(StoreProblem) as problem:
            commands(session)
        assert problem.value.code == "commands-not-kept"
        assert session.id in teller("da")(problem.value.phrase)
    else:
        assert len(commands(session)) > 50


def shortest(version: str) -> Path:
    """The kept day of a version with the least to read."""
    of_version = (file for file in FILES if file.parent.name == version)
    return min(of_version, key=lambda file: file.stat().st_size)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_kept_day_goes_out_and_comes_in_again(version: str, here: Store, tmp_path: Path) -> None:
    session = Session.resume(here, import_session(here, shortest(version)))
    out = export_session(here, session.id, tmp_path / "out.praksis", words=True)
    again = Session.resume(here, import_session(here, out, again=True))
    assert again.events == session.events


RULE_FIRST = Duties(
    always=("rule", "facts", "amount", "contact"),
    adverse=("rule", "considerations", "facts", "complaint", "correct"),
    forgotten=("contact", "correct", "decided-by"),
    besides=(),
)
OWED = {"0.1.0": (RULE_FIRST, "rule"), "0.2.0": (RULE_FIRST, "rule")}
"""What letters owed, and what they began with, by version; since then it is the answer."""
ANSWER_FIRST = (
    Duties(
        always=("amount", "contact"),
        adverse=("considerations", "facts", "rule", "complaint", "correct"),
        forgotten=("contact", "correct"),
        besides=("facts",),
    ),
    "amount",
)


@pytest.mark.parametrize("version", VERSIONS)
def test_letters_of_a_kept_day_owe_and_say_what_they_did_then(version: str, here: Store) -> None:
    duties, first = OWED.get(version, ANSWER_FIRST)
    day = Session.resume(here, import_session(here, shortest(version))).day
    for case_type in day.opening.case_types.values():
        assert case_type.duties == duties
    for case in day.cases.values():
        letter = as_read(day, case) if case.composed else None
        for line in letter.lines if letter else ():
            if line.part == "rule" and line.text:
                rule = day.case_type(case).letter["rule"].da.partition("{")[0]
                assert teller("da")(line.text).startswith(rule)
            if line.part == first:
                assert letter
                assert line == letter.lines[0]
            assert line.text is None or "{" not in teller("en")(line.text)


@cache
def unpacked(version: str) -> bytes:
    return lzma.decompress((KEPT / version / STORE).read_bytes())


@pytest.mark.parametrize("version", VERSIONS)
def test_a_kept_store_opens_and_its_days_are_debriefed_and_taken_out(
    version: str, tmp_path: Path
) -> None:
    path = tmp_path / "sessions.sqlite"
    path.write_bytes(unpacked(version))
    store = open_store(path)
    listed = sessions(store)
    assert {item.scenario for item in listed} == {
        file.stem for file in FILES if file.parent.name == version
    }
    for item in listed:
        session = Session.resume(store, item.id)
        same_day(session, KEPT / version / f"{item.scenario}.praksis")
        held = DebriefSession(session)
        assert not held.debrief.broken
        assert held.debrief.statements
        held.say(WriteAnswer("4d", "Nu, længe efter."))
        assert held.answer("4d") == "Nu, længe efter."
        assert Session.resume(store, item.id).events == session.events
        takes_out(session, tmp_path)
    store.close()


def takes_out(session: Session, folder: Path) -> None:
    """Hold it that a session can be taken out as every kind of file, and that none is empty."""
    along = taking_out.Along(words=True, as_they_are=True)
    files = taking_out.take_out(session, teller("en"), KINDS, folder, along)
    assert {path.suffix.removeprefix(".") for path in files} >= {f.ending for f in KINDS.values()}
    assert all(path.stat().st_size for path in files)


WITHOUT_LIBYAML = """
import sys
sys.modules["yaml._yaml"] = None  # as on a machine where PyYAML was built without its C part
import pytest, yaml
assert not yaml.__with_libyaml__
sys.exit(pytest.main(["-q", "-n0", "-m", "not slow", "-p", "no:cacheprovider", sys.argv[1]]))
"""


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_kept_days_are_read_and_told_without_the_c_reader_too() -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_LIBYAML, __file__],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert told.returncode == 0, told.stdout[-2_000:]
    assert " passed" in told.stdout
