"""Leaving in good order when the terminal is closed, not only when a key says so."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

TOLD = ("SIGHUP", "SIGTERM")
"""What a machine says when a terminal is closed or a program is to end, where it says so at all."""


def when_told_to_go(leave: Callable[[], None]) -> None:
    """Call ``leave`` when this process is told to end; where that cannot be heard, nothing."""
    loop = asyncio.get_running_loop()
    for name in TOLD:
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(getattr(signal, name), leave)
