"""The program's own faults that stop nobody: they are handed to whoever writes reports.

A part of the program that fails must not take the rest down with it, and must not be forgotten
either. Whoever goes on without that part hands its exception to ``report_fault``. What becomes of
it is decided at the top, by ``faults_reported_to``: the command line writes a report file. Where
nobody has decided, nothing is written.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Reporter = Callable[[Exception], str]
"""Writes a fault down, with where in the program it happened.

Returns where the report lies, to be named to a person, or ``""`` if none could be written.
"""

_reporters: list[Reporter] = []
"""Those in force, outermost first; the last one is handed the faults."""


@contextmanager
def faults_reported_to(reporter: Reporter) -> Iterator[None]:
    """Let ``reporter`` write down every fault of the program meanwhile, on any thread."""
    _reporters.append(reporter)
    try:
        yield
    finally:
        _reporters.remove(reporter)


def report_fault(fault: Exception) -> str:
    """Report a fault of the program's own that was caught, and return where the report lies.

    Returns ``""`` if there is no report. A fault may be reported more than once.
    """
    return _reporters[-1](fault) if _reporters else ""
