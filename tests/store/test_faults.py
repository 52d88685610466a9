"""Where the program itself fails at a session: that is told as what it is, and reported."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from simulator.casework.actions.day import MarkMoment
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import evolve, fold
from simulator.core.faults import faults_reported_to
from simulator.store import codec, session_file
from simulator.store import session as playing
from simulator.store.engine import Store
from simulator.store.problems import FaultProblem, SessionFileProblem, StoreProblem
from simulator.store.session import Session, sessions
from simulator.store.session_file import export_session, import_session
from simulator.town.town import Town
from tests.casework.small import a_town, an_opening

REPORT = "reports/report-1.txt"


@pytest.fixture
def reported() -> Iterator[list[Exception]]:
    """The faults that have been reported."""
    faults: list[Exception] = []

    def report(fault: Exception) -> str:
        faults.append(fault)
        return REPORT

    with faults_reported_to(report):
        yield faults


def fail(*_: Any) -> Any:
    raise AttributeError("a mistake of ours")


def marking_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program have a mistake in what a marked moment changes."""

    def mistaken_fold(log: Sequence[Event], town: Town) -> Day:
        return fail() if any(event.kind == "moment.marked" for event in log) else fold(log, town)

    def mistaken_evolve(day: Day, event: Event) -> Day:
        return fail() if event.kind == "moment.marked" else evolve(day, event)

    monkeypatch.setattr(playing, "fold", mistaken_fold)
    monkeypatch.setattr(playing, "evolve", mistaken_evolve)


def told(work: Callable[[], object]) -> StoreProblem:
    with pytest.raises(StoreProblem) as problem:
        work()
    return problem.value


def test_a_whole_session_the_program_fails_at_is_not_called_damaged(
    session: Session, other: Store, reported: list[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    session.do(MarkMoment("her"))
    beside = Session.start(other, an_opening(), a_town(), "da")
    marking_fails(monkeypatch)
    problem = told(lambda: Session.resume(other, session.id))
    assert isinstance(problem, FaultProblem)
    assert problem.code == "session-fault"
    assert problem.arguments == {"session": session.id, "path": REPORT}
    assert reported == [problem.__cause__]
    assert isinstance(problem.__cause__, AttributeError)
    assert {item.id for item in sessions(other)} == {session.id, beside.id}
    assert Session.resume(other, beside.id).day == beside.day


def test_where_no_report_can_be_written_that_is_told(
    session: Session, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.do(MarkMoment("her"))
    marking_fails(monkeypatch)
    problem = told(lambda: Session.resume(other, session.id))
    assert (problem.code, problem.arguments) == ("session-fault-no-report", {"session": session.id})


def test_a_fault_over_what_another_program_adds_leaves_the_watcher_where_they_were(
    session: Session, other: Store, reported: list[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    watching = Session.resume(other, session.id)
    session.do(MarkMoment("her"))
    with monkeypatch.context() as mistaken:
        marking_fails(mistaken)
        assert told(watching.ahead).code == "session-fault"
    assert [type(fault) for fault in reported] == [AttributeError]
    assert watching.follow(watching.ahead())
    assert watching.day == session.day


def test_a_row_that_is_as_it_was_written_and_cannot_be_read_is_our_fault(
    session: Session, other: Store, reported: list[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codec, "_adapter", fail)
    assert told(lambda: Session.resume(other, session.id)).code == "session-fault"
    assert [type(fault) for fault in reported] == [AttributeError]


@pytest.fixture
def file(session: Session, tmp_path: Path) -> Path:
    return export_session(session.store, session.id, tmp_path / "A.praksis")


def raising(fault: Exception) -> Callable[..., object]:
    def look(*_: object) -> object:
        raise fault

    return look


@pytest.mark.parametrize("kind", session_file.BROKEN_BY_A_FILE)
def test_what_a_file_of_somebody_elses_can_break_is_the_files_fault_alone(
    kind: type[Exception], other: Store, file: Path, reported: list[Exception]
) -> None:
    fault = kind("broken", 1)
    problem = told(lambda: import_session(other, file, raising(fault), again=True))
    assert isinstance(problem, SessionFileProblem)
    assert problem.code == "file-not-ours"
    assert problem.__cause__ is fault
    assert reported == []


@pytest.mark.parametrize("kind", [NameError, ImportError, NotImplementedError, OSError])
def test_what_no_file_can_break_is_reported_too(
    kind: type[Exception], other: Store, file: Path, reported: list[Exception]
) -> None:
    fault = kind("a mistake of ours")
    problem = told(lambda: import_session(other, file, raising(fault), again=True))
    assert problem.code == "file-not-ours"
    assert problem.__cause__ is fault
    assert reported == [fault]
