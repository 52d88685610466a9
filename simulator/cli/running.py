"""Running a command. Whatever goes wrong in it is caught here and told as a sentence."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from simulator.cli.failing import FAILED, FINE, INTERRUPTED, MISUNDERSTOOD, OURS, Failure
from simulator.cli.language import asked_for, language_of
from simulator.cli.terminal import Terminal, to_somebody
from simulator.core.faults import faults_reported_to
from simulator.core.texts import LANGUAGES

_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_SPEECHLESS = (
    "Det er programmets egen fejl: dets tekster kan ikke læses. Installer det igen.\n"
    "It is the program's own fault: its texts cannot be read. Install it again."
)


def run(arguments: Sequence[str]) -> int:
    """Run the command the arguments name, and return its exit code."""
    asked = asked_for(arguments)
    language = next((known for known in LANGUAGES if known == asked), language_of(os.environ))
    streams = sys.stdin or io.StringIO(), sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
    terminal = Terminal(language, *streams, chosen=asked is not None)
    try:
        with faults_reported_to(_reported):
            return _run(terminal, arguments, asked)
    except BrokenPipeError:  # whoever read our output has gone: no mistake, and nothing to say
        _write_no_more(sys.stdout, sys.stderr)
        return FINE
    except KeyboardInterrupt:
        terminal.say("cli.interrupted")
        return INTERRUPTED
    except Exception:  # what is said when something goes wrong has gone wrong itself
        terminal.tell(_SPEECHLESS)
        return OURS


def _run(terminal: Terminal, arguments: Sequence[str], asked: str | None) -> int:
    try:
        if asked is not None and asked not in LANGUAGES:
            word = "language" if asked else "language-missing"
            raise Failure(word, MISUNDERSTOOD, found=asked)
        code = _command(terminal, arguments)
        with to_somebody():
            terminal.data.flush()
        return code
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Failure as failure:
        terminal.say(failure.phrase)
        return failure.code
    except OSError as fault:
        if fault.errno not in _NO_ROOM:
            return _own_fault(terminal, fault)
        _write_no_more(sys.stdout)
        terminal.say("cli.problem.no-room")
        return FAILED
    except Exception as fault:
        return _tell_what_went_wrong(terminal, fault)


def _command(terminal: Terminal, arguments: Sequence[str]) -> int:
    from simulator.cli.app import command

    try:
        ended_with = command().main(
            list(arguments), prog_name="praksishus", standalone_mode=False, obj=terminal
        )
    except SystemExit as ended:  # the pipe broke while help was written
        raise BrokenPipeError from ended
    if ended_with == INTERRUPTED:
        raise KeyboardInterrupt
    return ended_with if isinstance(ended_with, int) else FINE


def _tell_what_went_wrong(terminal: Terminal, fault: Exception) -> int:
    """Tell what went wrong and return the exit code; what nobody expected is a fault of ours."""
    from typer import TyperException

    from simulator.cli.failing import misunderstood, refused
    from simulator.scenario.diagnostics import ScenarioRefused
    from simulator.store.problems import FaultProblem, StoreProblem

    if isinstance(fault, TyperException):
        terminal.say(misunderstood(fault))
        terminal.say("cli.usage.help")
        return MISUNDERSTOOD
    if isinstance(fault, ScenarioRefused):
        refused(terminal, fault.diagnostics)
        return FAILED
    if isinstance(fault, StoreProblem):
        terminal.say(fault.phrase)
        return OURS if isinstance(fault, FaultProblem) else FAILED
    return _own_fault(terminal, fault)


def _own_fault(terminal: Terminal, fault: Exception) -> int:
    from simulator.cli.reporting import write_report

    path = write_report(fault)
    terminal.say("cli.fault.what")
    if path:
        terminal.say("cli.fault.report", path=path)
    else:
        terminal.say("cli.fault.no-report")
    return OURS


def _reported(fault: Exception) -> str:
    """Write a report of a fault that did not stop the program, and return its path or ``""``."""
    from simulator.cli.reporting import write_report_once

    return write_report_once(fault)


def _write_no_more(*streams: TextIO) -> None:
    """Send what is still buffered for the streams nowhere, so that the process ends in silence."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())
