"""The whole program is killed while somebody plays it: what it said was done, is done."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulator.casework.families import fold
from simulator.core.texts import Text
from simulator.scenario.words import texts
from simulator.store.engine import open_store
from simulator.store.session import Session, sessions
from tests.processes import running
from tests.store.days import SHIPPED

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="kill -9 is Unix's"),
]

PROMPTS = tuple(f"{said.en} " for id_, said in texts().items() if id_.startswith("plain.prompt."))
CHOICES = ("accept_prebrief", "open_case", "read_freetext", "look_up", "wait", "call", "hang_up")
"""Taken in turn where they are offered; after each the moment is marked."""


def label(offer: str) -> str:
    """How an offer begins in a menu."""
    said: Text = texts()[f"offer.{offer}"]
    return said.en.partition("{")[0]


class Program:
    """The program in plain lines, and somebody who types."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin
        assert process.stdout
        self._process, self._keyboard, self._screen = process, process.stdin, process.stdout

    def hear(self) -> str:
        """Everything it says until it asks for something."""
        said = b""
        while not said.decode(errors="replace").endswith(PROMPTS):
            more = self._screen.read(65_536)
            assert more, f"it stopped: {said.decode()[-500:]}"
            said += more
        return said.decode()

    def type(self, line: str) -> None:
        self._keyboard.write(f"{line}\n".encode())

    def take(self, offers: tuple[str, ...], menu: str) -> bool:
        """Take the first of some offers that stands in a menu, with the first of every answer."""
        lines = [line.partition(". ") for line in menu.splitlines()]
        found = [
            n for o in offers for n, _, said in lines if n.isdigit() and said.startswith(label(o))
        ]
        if not found:
            return False
        self.type(found[0])
        while not (menu := self.hear()).endswith(f"{texts()['plain.prompt.desk'].en} "):
            self.type("1")
        return True

    def mark(self, words: str) -> None:
        self.type("m")
        self.hear()
        self.type(words)

    def kill(self) -> None:
        os.kill(self._process.pid, signal.SIGKILL)
        assert self._process.wait() == -signal.SIGKILL

    def stop(self) -> None:
        self.type("q")
        assert self._process.wait() == 0


@contextmanager
def started(home: Path, *arguments: str) -> Iterator[Program]:
    command = [sys.executable, "-m", "simulator", *arguments, "--plain", "--language", "en"]
    environment = {**os.environ, "PRAKSISHUS_HOME": str(home)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "bufsize": 0}
    with running(command, env=environment, **pipes) as process:
        yield Program(process)


@pytest.mark.parametrize("point", range(8))
def test_what_the_program_said_was_done_is_done(tmp_path: Path, point: int) -> None:
    with started(tmp_path, "play", SHIPPED[0].stem) as program:
        menu, marks = program.hear(), 0
        for turn in range(point):
            if not program.take(CHOICES[turn:], menu):
                break
            program.mark(f"øjeblik {turn}")
            menu = program.hear()  # it said so: the moment is marked
            marks += 1
        if point % 2:
            program.mark("midt i det hele")  # nobody hears whether it was kept
        program.kill()

    store = open_store(tmp_path / "sessions.sqlite")
    (item,) = sessions(store)
    again = Session.resume(store, item.id)
    kept = [again.words(number) for number in range(1, again.day.words + 1)]
    assert kept[:marks] == [f"øjeblik {turn}" for turn in range(marks)]
    assert kept[marks:] in ([], ["midt i det hele"])
    assert again.day == fold(again.events, again.town)
    events = len(again.events)
    store.close()

    if point % 2:
        with started(tmp_path, "sessions", "continue", item.id) as resumed:
            resumed.hear()
            resumed.stop()
        store = open_store(tmp_path / "sessions.sqlite")
        assert len(Session.resume(store, item.id).events) == events
        store.close()
    assert marks == point
