"""A real process is killed in the middle of a day: nothing acknowledged is ever lost."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from simulator.casework.commands import Command
from simulator.casework.families import fold
from simulator.store.engine import open_store
from simulator.store.session import Session
from tests.processes import running
from tests.store.days import the_log
from tests.store.playing import OPENING, SCRIPT, TOWN

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is Unix's"),
]


def still_to_do() -> dict[int, tuple[Command, ...]]:
    """What is left of the script, by how many events there are."""
    lengths = [len(the_log(OPENING, TOWN, SCRIPT[:done])) for done in range(len(SCRIPT) + 1)]
    return {length: SCRIPT[done:] for done, length in enumerate(lengths)}


ROOT = Path(__file__).parents[2]
WHOLE = the_log(OPENING, TOWN, SCRIPT)
LEFT = still_to_do()
POINTS = 192
"""Points of the day; eight more in the whole program."""
ROUNDS = 8
"""Tests they are dealt out to, so that they can run beside each other."""


class Player:
    """Processes that play, one after the other, and can be killed; all are forked from one."""

    def __init__(self, parent: subprocess.Popen[str]) -> None:
        self._parent = parent

    def cut_off(self, path: Path, after: int, pause: float) -> tuple[str, int]:
        """Kill a process ``pause`` seconds after it has said so many things.

        Return its session and the number of the last event that it said was kept.
        """
        assert self._parent.stdin
        self._parent.stdin.write(f"{path}\n")
        said = [self._hear() for _ in range(after)]
        until = time.perf_counter() + pause
        while time.perf_counter() < until:
            pass
        os.kill(int(said[0][1]), signal.SIGKILL)
        while said[-1] != ("gone", ""):
            said.append(self._hear())
        (session, *_) = [what for kind, what in said if kind == "session"] or [""]
        return session, max((int(what) for kind, what in said if kind == "kept"), default=-1)

    def _hear(self) -> tuple[str, str]:
        assert self._parent.stdout
        line = self._parent.stdout.readline()
        assert line, "nobody is left who plays"
        kind, _, what = line.strip().partition(" ")
        return kind, what


@pytest.fixture(scope="module")
def player() -> Iterator[Player]:
    with running(
        [sys.executable, "-m", "tests.store.playing"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        pipesize=4096,
    ) as parent:
        yield Player(parent)
        parent.stdin.close()
        assert parent.wait() == 0


def test_the_player_loads_only_store_and_casework() -> None:
    code = (
        "import sys, tests.store.playing\n"
        "print(*{name.split('.')[1] for name in sys.modules if name.startswith('simulator.')})\n"
        "print('textual' in sys.modules, 'faker' in sys.modules, 'yaml' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    floors, strangers = ran.stdout.splitlines()
    assert set(floors.split()) == {"store", "casework", "landscape", "town", "core"}
    assert strangers == "False False False"


@pytest.mark.parametrize("part", range(ROUNDS))
def test_no_acknowledged_event_is_lost(player: Player, tmp_path: Path, part: int) -> None:
    chance, path = Random(part), tmp_path / "sessions.sqlite"
    for point in range(part, POINTS, ROUNDS):
        after = 1 + point * (len(WHOLE) - 14) // POINTS  # from before the first event to the last
        id_, last = player.cut_off(path, after, chance.choice((0, 0, chance.random() / 1000)))
        if id_:
            check(path, id_, last)


def check(path: Path, id_: str, last: int) -> None:
    """A session is the fold of what was committed, and goes on as if nothing had happened."""
    store = open_store(path)
    again = Session.resume(store, id_)
    assert len(again.events) > last
    assert again.events == WHOLE[: len(again.events)]
    assert again.day == fold(again.events, TOWN)
    left = LEFT[len(again.events)]  # a command is kept whole or not at all
    assert left == SCRIPT or again.draft("note").startswith("halvt skrevet")
    for command in left[:5]:
        again.do(command)
    assert again.events == WHOLE[: len(again.events)]
    assert Session.resume(store, id_).day == again.day
    store.close()
