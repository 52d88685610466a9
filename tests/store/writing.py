"""Plays the day through a store and writes its encoded log to standard output.

The arguments are where the store lies, a year for the machine's clock, and perhaps a scenario file.
"""

import sys
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from simulator.store import log
from simulator.store.codec import encode
from simulator.store.engine import open_store
from simulator.store.session import Session
from tests.store.days import a_script, the_day

STORE, YEAR, SCENARIO = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]


class Clock(datetime):
    """Another wall clock than this machine's."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return datetime(YEAR, 2, 3, 23, 59, tzinfo=tz or UTC)


log.datetime = Clock  # type: ignore[misc] # the only place of the store that asks for the time
opening, town = the_day(*SCENARIO)
store = open_store(STORE)
session = Session.start(store, opening, town, "en" if YEAR % 2 else "da")
for command in a_script(opening, town):
    session.do(command)
again = Session.resume(store, session.id)
sys.stdout.buffer.write("".join(f"{e.kind} {encode(e)}\n" for e in again.events).encode())
store.close()
