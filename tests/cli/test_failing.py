import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.cli import running
from simulator.core.faults import report_fault
from simulator.store.problems import StoreProblem
from tests.cli.conftest import Shell

PROGRAM = [sys.executable, "-m", "simulator"]


@pytest.mark.parametrize(
    ("arguments", "danish", "english"),
    [
        (["plaay"], "Mente du play?", "Did you mean play?"),
        (["xyz"], "De er: play, debrief, export", "They are: play, debrief, export"),
        (["play"], "Skriv dagens navn", "Write the name of the day"),
        (
            ["sessions", "continue"],
            "praksishus sessions continue K7QM",
            "code: praksishus sessions",
        ),
        (["fortsæt"], "«fortsæt» står ikke alene.", "Write: praksishus sessions continue CODE"),
        (["nyt"], "Skriv: praksishus scenario new NAVN", "Write: praksishus scenario new NAME"),
        (["play", "a", "b"], "et ord for meget", "a word too many"),
        (["play", "a", "--plian"], "Mente du --plain?", "Did you mean --plain?"),
        (["play", "a", "--xyz"], "Tilvalget --xyz findes ikke.", "There is no option --xyz."),
        (["export", "AAAA"], "Der mangler --to.", "--to is missing."),
        (["export", "AAAA", "--to"], "--to kan ikke bruges sådan.", "--to cannot be used like"),
        (["play", "--plain=1", "a"], "--plain kan ikke bruges", "--plain cannot be used"),
        (["sessions", "delte"], "Mente du delete?", "Did you mean delete?"),
    ],
)
def test_what_is_not_understood_is_told_in_both_languages(
    shell: Shell, arguments: list[str], danish: str, english: str
) -> None:
    for language, sentence in (("da", danish), ("en", english)):
        said = shell(f"--language={language}", *arguments)
        assert (said.code, said.out) == (2, "")
        assert sentence in said.err


CODES = (
    "read-only", "newer", "busy", "full", "disk", "damaged", "elsewhere", "failed", "no-session",
    "session-damaged", "session-fault", "session-fault-no-report",
)  # fmt: skip


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["da", "en"])
def test_what_storage_cannot_do_is_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, code: str, language: str
) -> None:
    def wrong() -> None:
        raise StoreProblem(code, path="stedet", session="AAAA", version="9", known="1")

    monkeypatch.setattr("simulator.cli.opened.open_store", wrong)
    said = shell("sessions", "--language", language)
    assert (said.code, said.out) == (1, "")
    assert len(said.err) > 40
    assert "store." not in said.err
    assert "{" not in said.err


def test_a_damaged_store_is_told_and_not_touched(shell: Shell, home: Path) -> None:
    home.mkdir()
    (home / "sessions.sqlite").write_bytes(b"noget helt andet" * 100)
    said = shell("sessions")
    assert said.code == 1
    assert "er beskadiget" in said.err
    assert (home / "sessions.sqlite").read_bytes() == b"noget helt andet" * 100


def test_a_place_where_nothing_can_be_saved_is_told(shell: Shell, home: Path) -> None:
    home.write_text("en fil, ikke en mappe")
    said = shell("play", "opvarmning", "--plain", "--language", "en")
    assert said.code == 1
    assert "Nothing can be saved in" in said.err


@pytest.mark.parametrize(
    ("content", "danish"),
    [
        (b"hej", "er ikke et forløb herfra."),
        (b"\x1f\x8b\x08\x00", "mangler slutningen"),
        (None, "kan ikke læses."),
    ],
)
def test_a_session_file_that_cannot_be_used_is_told(
    shell: Shell, content: bytes | None, danish: str
) -> None:
    if content is not None:
        Path("dag.praksis").write_bytes(content)
    said = shell("sessions", "import", "dag.praksis")
    assert (said.code, said.out) == (1, "")
    assert danish in said.err


@pytest.mark.slow
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_fault(home: Path, closed: str) -> None:
    command = f'exec "$@" {closed}'
    ended = subprocess.run(
        ["bash", "-c", command, "-", *PROGRAM, "play", "opvarmning", "--plain"],
        input=b"accept_prebrief\n",
        capture_output=True,
    )
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr
    assert not (home / "reports").exists()


SECRET = "Amina Holst skrev det her"


def test_a_fault_of_our_own_is_ours_and_leaves_a_report_without_anybody_in_it(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong() -> None:
        try:
            raise ValueError(SECRET)
        except ValueError as inner:
            raise KeyError(SECRET) from inner

    monkeypatch.setattr("simulator.cli.opened.open_store", wrong)
    for number, language in ((1, "da"), (2, "en")):
        said = shell("sessions", "--language", language)
        assert said.code == 70
        assert SECRET not in said.err
        report = home / "reports" / f"report-{number}.txt"
        assert str(report) in said.err
        text = report.read_text()
        assert SECRET not in text
        assert str(Path(__file__).parent) not in text
        assert "builtins.KeyError" in text
        assert "builtins.ValueError" in text
        assert "simulator/cli/opened.py:" in text


def test_a_fault_is_told_where_no_report_can_be_written(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.write_text("en fil, ikke en mappe")
    monkeypatch.setattr(running, "_command", lambda *_: 1 // 0)
    said = shell("sessions")
    assert said.code == 70
    assert "det er programmets fejl, ikke din" in said.err
    assert "Der kunne ikke skrives en rapport." in said.err


def test_a_fault_is_told_even_where_the_words_cannot_be_read(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(_: str) -> None:
        raise FileNotFoundError(errno.ENOENT, "gone")

    monkeypatch.setattr("simulator.scenario.words.teller", wrong)
    said = shell("sessions")
    assert said.code == 70
    assert "programmets egen fejl" in said.err
    assert "the program's own fault" in said.err


@pytest.mark.slow
def test_a_reader_that_has_gone_is_no_mistake(home: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [*PROGRAM, "play", "opvarmning", "--plain"],
        input=b"accept_prebrief\n",
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr
    assert b"Exception" not in ended.stderr


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full here")
def test_output_that_finds_no_room_is_told(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run([*PROGRAM, "--help"], stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == 1
    assert "ikke plads på disken" in ended.stderr.decode()
    assert b"Exception" not in ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_without_utf_8_reads_and_writes_all_the_same(home: Path, encoding: str) -> None:
    ended = subprocess.run(
        [*PROGRAM, "play", "opvarmning", "--plain"],
        input="accept_prebrief\nm\nBlåbærgrød\n".encode(encoding, "replace"),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert ended.returncode == 0, ended.stderr
    said = ended.stdout.decode(encoding)
    if encoding == "ascii":
        assert "Bagefter ser du din egen log foerst." in said
        assert "Bl?b?rgr?d" in said
    else:
        assert "Bagefter ser du din egen log først." in said
        assert "Blåbærgrød" in said


def test_a_fault_the_program_goes_on_after_leaves_one_report_and_nothing_on_the_screen(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(terminal: object, _: object) -> int:
        told = set()
        for _ in range(3):
            try:
                raise LookupError(SECRET)
            except LookupError as fault:
                told.add(report_fault(fault))
        assert told == {str(home / "reports" / "report-1.txt")}
        return 0

    monkeypatch.setattr(running, "_command", broken)
    said = shell("sessions")
    assert (said.code, said.out, said.err) == (0, "", "")
    text = (home / "reports" / "report-1.txt").read_text()
    assert SECRET not in text
    assert "builtins.LookupError" in text
    assert "tests/cli/test_failing.py:" in text


def test_a_session_the_program_fails_at_is_told_in_words_that_name_the_report(
    shell: Shell, session: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: object) -> object:
        raise LookupError(SECRET)

    monkeypatch.setattr("simulator.store.session.fold", mistaken)
    report = home / "reports" / "report-1.txt"
    for language, sentence in (("da", "Det er programmets fejl, ikke din"), ("en", "not yours")):
        said = shell("sessions", "continue", session, "--plain", "--language", language)
        assert (said.code, said.out) == (70, "")
        assert sentence in said.err
        assert str(report) in said.err
        assert SECRET not in said.err
    assert [file.name for file in report.parent.iterdir()] == ["report-1.txt"]
    assert "simulator/store/session.py:" in report.read_text()
    assert session in shell("sessions").out
