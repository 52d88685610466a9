"""Plays until the disk gives up: a process that may write so much to a file and no more.

Prints what the session said, its id and how many events it holds to be committed.
"""

import resource
import signal
import sys
from pathlib import Path

from simulator.casework.actions.day import MarkMoment
from simulator.store.engine import open_store
from simulator.store.problems import StoreProblem
from simulator.store.session import Session
from tests.casework.small import a_town, an_opening

BYTES = 250_001
"""Not a whole number of pages: the last write is cut in the middle."""

session = Session.start(open_store(Path(sys.argv[1])), an_opening(), a_town(), "da")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (BYTES, BYTES))
try:
    while True:
        session.do(MarkMoment("x" * 3000))
except StoreProblem as problem:
    print(problem.code, session.id, len(session.events))
