import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from simulator.casework.actions.debriefing import DebriefEvent
from simulator.casework.events import Event
from simulator.scenario.places import days
from simulator.store.engine import open_store
from simulator.store.session import Session, sessions
from tests.cli.conftest import Shell
from tests.plain.scripts import MORNING, NOT_PLAIN, log, made
from tests.processes import running
from tests.shipped import shipped

PROGRAM = [sys.executable, "-m", "simulator"]


def only() -> Session:
    """The one session there is."""
    store = open_store()
    (item,) = sessions(store)
    return Session.resume(store, item.id)


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[tuple[str, str]]]:
    """What one types to play the warm-up, and the log that the same choices leave."""
    loaded = shipped("opvarmning")
    store = open_store(tmp_path_factory.mktemp("reference") / "sessions.sqlite")
    session = Session.start(store, loaded.opening, loaded.town, "da")
    lines = made(session, MORNING)
    return [*lines, "0"], log(session.events)


def of_the_day(session: Session) -> list[Event]:
    """The events of a session without those of its debrief."""
    return [event for event in session.events if not isinstance(event, DebriefEvent)]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_real_process_plays_a_whole_day_from_its_standard_input(
    home: Path, morning: tuple[list[str], list[tuple[str, str]]], language: str
) -> None:
    lines, expected = morning
    ended = subprocess.run(
        [*PROGRAM, "play", "opvarmning", "--plain", "--language", language],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
    assert NOT_PLAIN.search(ended.stdout) is None
    goodbye = {"da": "Tak for i dag.", "en": "Thank you for today."}[language]
    assert ended.stdout.splitlines()[-1].startswith(goodbye)
    assert log(of_the_day(only())) == expected


def test_a_day_is_played_in_two_sittings(
    shell: Shell, morning: tuple[list[str], list[tuple[str, str]]]
) -> None:
    lines, expected = morning
    half = lines.index("call")
    first = shell("play", "opvarmning", "--plain", typed="\n".join(lines[:half]) + "\n")
    assert first.code == 0
    name = only().id
    assert f"Forløbet hedder {name}" in first.err
    assert first.out.splitlines()[-1].endswith(f"praksishus sessions continue {name} --plain")
    rest = shell("sessions", "continue", name, "--plain", typed="\n".join(lines[half:]) + "\n")
    assert rest.code == 0
    assert log(of_the_day(only())) == expected


def test_another_draw_is_another_town(shell: Shell) -> None:
    shell("play", "opvarmning", "--plain", "--seed", "7")
    session = only()
    assert session.opening.seed == 7
    assert session.opening.town != shipped("opvarmning").opening.town


@pytest.mark.parametrize("seed", ["-1", "x", "1.5", "9" * 40])
def test_a_draw_that_is_no_number_is_told(shell: Shell, seed: str) -> None:
    said = shell("play", "opvarmning", "--plain", f"--seed={seed}")
    assert said.code == 2
    assert "er ikke en lodtrækning. Skriv et helt tal" in said.err


@pytest.mark.parametrize(
    ("name", "language", "sentence"),
    [
        ("opvarming", "da", "Dagen «opvarming» findes ikke. Mente du opvarmning?"),
        ("opvarming", "en", "There is no day “opvarming”. Did you mean opvarmning?"),
        ("xyz", "da", "Dagen «xyz» findes ikke. Der er: "),
        ("xyz", "en", "There is no day “xyz”. There are: "),
    ],
)
def test_a_day_that_is_not_there_is_told_with_what_was_perhaps_meant(
    shell: Shell, name: str, language: str, sentence: str
) -> None:
    said = shell("play", name, "--plain", "--language", language)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(sentence)


@pytest.mark.parametrize(
    ("arguments", "plainly"),
    [
        ([], "praksishus --plain"),
        (["play", "opvarmning"], "praksishus play opvarmning --plain"),
        (["sessions", "continue", "AAAA"], "praksishus sessions continue AAAA --plain"),
        (["debrief", "AAAA"], "praksishus debrief AAAA --plain"),
    ],
)
def test_where_there_is_no_terminal_plain_lines_are_offered(
    shell: Shell, arguments: list[str], plainly: str
) -> None:
    danish, english = shell(*arguments), shell(*arguments, "--language", "en")
    assert danish.code == english.code == 1
    assert danish.err.endswith(f"Brug rene linjer i stedet: {plainly}\n")
    assert english.err.endswith(f"Use plain lines instead: {plainly}\n")


@pytest.mark.parametrize("command", [("play", "opvarmning"), ("sessions", "continue", "AAAA")])
def test_plain_lines_may_be_asked_for_before_the_command(
    shell: Shell, command: tuple[str, ...]
) -> None:
    before, after = shell("--plain", *command), shell(*command, "--plain")
    assert before.code == after.code
    assert "Brug rene linjer i stedet" in shell(*command).err
    assert "Brug rene linjer i stedet" not in before.err


def test_the_plain_start_begins_a_day_and_goes_on_with_a_session(shell: Shell) -> None:
    began = shell("--plain", typed="l\n1\naccept_prebrief\n")
    assert began.code == 0
    assert "1. Begynd: Opvarmning: tre ansøgninger om friplads, omkring 10 minutter" in began.out
    session = only()
    assert session.language == "en"
    went_on = shell("--plain", typed=f"session {session.id}\ngo_home\n1\n0\n")
    assert went_on.code == 0
    assert only().day.ended
    assert shell("--plain").code == 0


class Screen:
    """Stands in for the full-screen face: remembers how it was called in."""

    called: dict[str, Any]

    def __init__(self, **way_in: Any) -> None:
        Screen.called, self.session, self.return_code = way_in, None, 0
        self.error_console = SimpleNamespace(quiet=False)

    def run(self) -> None:
        return


@pytest.mark.parametrize(
    ("arguments", "way_in"),
    [
        ([], {}),
        (["play", "opvarmning", "--seed", "3"], {"day": days()["opvarmning"], "seed": 3}),
        (["sessions", "continue", "abcd"], {"resume": "ABCD"}),
        (["debrief", "abcd"], {"resume": "ABCD", "debrief": True}),
    ],
)
def test_on_a_terminal_the_full_screen_face_is_called_in(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, arguments: list[str], way_in: dict[str, Any]
) -> None:
    monkeypatch.setattr("simulator.cli.terminal.Terminal.full_screen", True)
    monkeypatch.setattr("simulator.tui.app.PraksishusApp", Screen)
    assert shell(*arguments, "--language", "en").code == 0
    given = {name: value for name, value in Screen.called.items() if value is not None}
    assert given == {"language": "en", **way_in}


BREAKS = """
import sys
from textual import app
from simulator.tui.app import PraksishusApp
from simulator.cli.running import run

def broken(self):
    raise ZeroDivisionError("Amina Holst")

PraksishusApp.on_mount = broken
sys.exit(run(["play", "opvarmning"]))
"""


@pytest.mark.slow
def test_a_fault_of_the_full_screen_face_is_told_in_words_too(home: Path) -> None:
    outer, inner = pty.openpty()
    with running(
        [sys.executable, "-c", BREAKS],
        stdin=inner,
        stdout=inner,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm-256color"},
    ) as process:
        os.close(inner)
        heard = b""
        while process.poll() is None:
            heard += _read(outer)
        talk = process.stderr.read().decode()
    os.close(outer)
    assert process.returncode == 70
    assert "det er programmets fejl, ikke din" in talk
    assert "Traceback" not in talk + heard.decode(errors="replace")
    assert "Amina Holst" not in talk
    assert "builtins.ZeroDivisionError" in (home / "reports" / "report-1.txt").read_text()


def _read(terminal: int) -> bytes:
    ready, _, _ = select.select([terminal], [], [], 0.05)
    try:
        return os.read(terminal, 10_000) if ready else b""
    except OSError:  # its other end was closed
        return b""


@pytest.mark.slow
def test_ctrl_c_keeps_the_day_and_says_how_to_go_on(home: Path) -> None:
    with running(
        [*PROGRAM, "play", "opvarmning", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        process.stdin.write(b"accept_prebrief\nopen_case\n")
        process.stdin.flush()
        heard = b""
        while b"Hvilken sag?" not in heard:
            more = process.stdout.read1(1000)
            assert more, f"it stopped: {heard.decode(errors='replace')[-500:]}"
            heard += more
        process.send_signal(signal.SIGINT)
        _, talk = process.communicate()
    assert process.returncode == 130
    assert "Afbrudt. Alt, hvad du har gjort, er gemt." in talk.decode()
    assert f"sessions continue {only().id} --plain" in talk.decode()
    assert b"Traceback" not in talk
