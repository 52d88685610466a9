"""Running a command: the net under everything, where what goes wrong becomes a sentence."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from simulator.cli.failing import FAILED, FINE, INTERRUPTED, MISUNDERSTOOD, OURS, Failure
from simulator.cli.language import asked_for, language_of
from simulator.cli.terminal import Terminal
from simulator.core.texts import LANGUAGES


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; return the exit code."""
    asked = asked_for(arguments)
    language = next((one for one in LANGUAGES if one == asked), language_of(os.environ))
    terminal = Terminal(language, sys.stdin, sys.stdout, sys.stderr, chosen=asked is not None)
    try:
        code = _run(terminal, arguments, asked)
        terminal.data.flush()
        return code
    except BrokenPipeError:
        return _nobody_reads()
    except KeyboardInterrupt:
        terminal.say("cli.interrupted")
        return INTERRUPTED


def _run(terminal: Terminal, arguments: Sequence[str], asked: str | None) -> int:
    try:
        if asked is not None and asked not in LANGUAGES:
            word = "language" if asked else "language-missing"
            raise Failure(word, MISUNDERSTOOD, found=asked)
        return _command(terminal, arguments)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Failure as failure:
        terminal.say(failure.phrase)
        return failure.code
    except Exception as wrong:
        return _said(terminal, wrong)


def _command(terminal: Terminal, arguments: Sequence[str]) -> int:
    from simulator.cli.app import command

    try:
        found = command().main(
            list(arguments), prog_name="praksishus", standalone_mode=False, obj=terminal
        )
    except SystemExit as ended:  # the pipe broke while help was written
        raise BrokenPipeError from ended
    if found == INTERRUPTED:
        raise KeyboardInterrupt
    return found if isinstance(found, int) else FINE


def _said(terminal: Terminal, wrong: Exception) -> int:
    """Say what went wrong, if it is something that can; otherwise it is the program's own fault."""
    from typer import TyperException

    from simulator.cli.failing import misunderstood, refused
    from simulator.scenario.diagnostics import ScenarioRefused
    from simulator.store.problems import StoreProblem

    if isinstance(wrong, TyperException):
        terminal.say(misunderstood(wrong))
        terminal.say("cli.usage.help")
        return MISUNDERSTOOD
    if isinstance(wrong, ScenarioRefused):
        refused(terminal, wrong.diagnostics)
        return FAILED
    if isinstance(wrong, StoreProblem):
        terminal.say(f"store.{wrong.code}", **wrong.arguments)
        return FAILED
    return _own_fault(terminal, wrong)


def _own_fault(terminal: Terminal, wrong: Exception) -> int:
    from simulator.cli.reporting import write_report

    path = write_report(wrong, _home() / "reports")
    terminal.say("cli.fault.what")
    if path is None:
        terminal.say("cli.fault.no-report")
    else:
        terminal.say("cli.fault.report", path=str(path))
    return OURS


def _home() -> Path:
    from simulator.store.engine import default_path

    return default_path().parent


def _nobody_reads() -> int:
    """Whoever read our output has gone: that is no mistake, and nothing is left to say."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return FINE
