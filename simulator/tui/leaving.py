"""Leaving in good order when the terminal is closed, not only when a key says so."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

TOLD = ("SIGHUP", "SIGTERM")
"""The signals for a closed terminal and for an end; not every system has them."""


def when_told_to_go(leave: Callable[[bool], None]) -> None:
    """Call ``leave`` when this process is told to end, on systems that have such signals.

    It is told whether the terminal itself is gone.
    """
    loop = asyncio.get_running_loop()
    for name in TOLD:
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(getattr(signal, name), leave, name == "SIGHUP")
