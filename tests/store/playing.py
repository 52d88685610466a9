"""Plays a day in processes that may be killed. Loads only ``store`` and ``casework``.

Run as a program: for each line ``STORE`` on standard input a new process, forked from this one,
begins a session there and plays the script. It says ``begun PID``, ``session ID``, and ``kept N``
with the number of each event that has been acknowledged, before it goes on; when it is gone,
``gone``.
"""

import gc
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.store.engine import open_store
from simulator.store.session import Session
from tests.casework.small import a_town
from tests.store.days import a_long_opening, a_script

TOWN, OPENING = a_town(), a_long_opening()
SCRIPT = a_script(OPENING, TOWN)


def play(path: Path) -> None:
    """Play the day, and say of every event that it is kept."""
    say(f"begun {os.getpid()}")
    session = Session.start(open_store(path), OPENING, TOWN, "da")
    say(f"session {session.id}")
    for n, command in enumerate(SCRIPT):
        if n % 10 == 0:
            session.set_draft("note", f"halvt skrevet {n}")
        for event in session.do(command):
            say(f"kept {event.seq}")


def say(line: str) -> None:
    """Write a line at once, whole.

    It is long, so that few of them are on their way: nobody gets far ahead of who listens.
    """
    os.write(1, f"{line:<511}\n".encode())


def warm_up() -> None:
    """Do once what is slow the first time, so that the forked do not have to."""
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "sessions.sqlite")
        session = Session.start(store, OPENING, TOWN, "da")
        session.set_draft("note", "halvt skrevet")
        session.do(SCRIPT[0])
        store.close()
    gc.freeze()


def main() -> None:
    """Fork a process for each store named on standard input."""
    warm_up()
    while line := sys.stdin.readline().strip():
        if child := os.fork():
            os.waitpid(child, 0)
            say("gone")
        else:
            try:
                play(Path(line))
            finally:
                os._exit(0)


if __name__ == "__main__":
    main()
