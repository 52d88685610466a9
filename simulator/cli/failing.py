"""What can go wrong at the shell, and the sentences that say so."""

from collections.abc import Iterable
from typing import Any

from simulator.cli.terminal import Terminal
from simulator.core.texts import Argument, Phrase

FINE, FAILED, MISUNDERSTOOD, OURS, INTERRUPTED = 0, 1, 2, 70, 130
"""Exit codes: done, could not be done, not understood, a fault of the program, Ctrl+C."""


class Failure(Exception):  # noqa: N818 - an answer to a person, not an error of ours
    """A command that cannot be done: ``phrase`` says what is wrong and what to do about it."""

    def __init__(self, word: str, code: int = FAILED, **arguments: Argument) -> None:
        super().__init__(word)
        self.phrase, self.code = Phrase(f"cli.problem.{word}", arguments), code


def refused(terminal: Terminal, diagnostics: Iterable[Any]) -> None:
    """Tell everything that is wrong with a scenario file, a line each."""
    from simulator.scenario.diagnostics import tell

    problems = tuple(diagnostics)
    for problem in problems:
        terminal.tell(tell(problem, terminal.language))
    terminal.say("cli.problem.scenario", n=len(problems))


def misunderstood(problem: Any) -> Phrase:
    """Return a sentence on what a command line has that could not be understood.

    ``problem`` is the exception Typer raised.
    """
    parameter = getattr(problem, "param", None)
    if parameter is not None:
        missing = type(problem).__name__ == "MissingParameter"
        if missing and parameter.param_type_name == "argument":
            command = {"command": problem.ctx.command_path}
            return Phrase(f"cli.usage.missing-{parameter.name}", command)
        word = "missing" if missing else "value"
        return Phrase(f"cli.usage.{word}", {"name": _shown(parameter)})
    if option := getattr(problem, "option_name", ""):
        near = ", ".join(getattr(problem, "possibilities", None) or ())
        if hasattr(problem, "possibilities"):
            word = "option-near" if near else "option"
            return Phrase(f"cli.usage.{word}", {"name": option, "near": near})
        return Phrase("cli.usage.value-missing", {"name": option})
    return Phrase("cli.usage.other")


def _shown(parameter: Any) -> Argument:
    if parameter.param_type_name == "option":
        return "/".join(parameter.opts)
    return placeholder(parameter)


def placeholder(parameter: Any) -> Phrase:
    """Return what stands in the place of what one writes: a word for each part in capitals."""
    parts = str(parameter.metavar).split("|") if parameter.metavar else []
    words = {
        f"n{number}": Phrase(f"cli.placeholder.{part.lower()}") if part.isupper() else part
        for number, part in enumerate(parts)
    }
    return Phrase("|".join(f"{{{name}}}" for name in words), words)
