"""The two tiers: what a quick test may not do, and how it is held to that.

The quick tier is what the README's test command runs. The slow tier, marked ``slow``, starts real
processes, opens terminals and measures.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

PROCESSES = frozenset(
    {
        "subprocess.Popen",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
        "os.system",
        "pty.spawn",
    }
)
"""What Python's audit hooks call the ways to start a process. Terminals are opened for those."""

_quick: list[str] = []
"""The test of the quick tier that runs, if one does."""


@contextmanager
def watch(item: pytest.Item) -> Iterator[None]:
    """While a test runs: fail it where it starts a process and is not marked slow."""
    if item.get_closest_marker("slow"):
        yield
        return
    _quick.append(item.nodeid)
    try:
        yield
    finally:
        _quick.pop()


def starts_a_process(event: str, arguments: tuple[object, ...]) -> None:
    """Look at something the interpreter is about to do, as an audit hook.

    Raises pytest's ``Failed`` if it is a process that a quick test starts.
    """
    if event in PROCESSES and _quick:
        pytest.fail(f"{_quick[-1]} starts a process ({event} {arguments!r}): mark it slow")
