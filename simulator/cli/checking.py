"""Checking a scenario file: everything that is wrong with it is told at its line and column."""

from pathlib import Path

from simulator.cli.failing import FAILED, FINE
from simulator.cli.terminal import Terminal
from simulator.core.untrusted import clean
from simulator.scenario.diagnostics import ScenarioRefused, tell
from simulator.scenario.loading import load


def check(terminal: Terminal, file: Path) -> int:
    """Write each mistake or note on a line of its own, then a sentence on the whole file.

    Returns the exit code: ``FAILED`` if the file cannot be played.
    """
    try:
        loaded = load(file)
    except ScenarioRefused as refusal:
        for diagnostic in refusal.diagnostics:
            terminal.put(tell(diagnostic, terminal.language))
        terminal.say(
            "cli.problem.scenario", n=sum(not diagnostic.note for diagnostic in refusal.diagnostics)
        )
        return FAILED
    for note in loaded.notes:
        terminal.put(tell(note, terminal.language))
    name, citizens = clean(file.name), len(loaded.town.citizens)
    terminal.say("cli.checked", file=name, title=loaded.opening.title, n=citizens)
    opening = loaded.opening
    terminal.say(
        "cli.checked-about",
        cases=len(opening.arrivals),
        types=len({arrival.type for arrival in opening.arrivals}),
        systems=len(opening.landscape.systems),
        hints=len(loaded.notes),
    )
    return FINE
