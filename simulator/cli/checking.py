"""Checking a scenario file: everything that is wrong with it, each at its place."""

from pathlib import Path

from simulator.cli.failing import FAILED, FINE
from simulator.cli.terminal import Terminal
from simulator.core.untrusted import clean
from simulator.scenario.diagnostics import ScenarioRefused, tell
from simulator.scenario.loading import load


def check(terminal: Terminal, file: Path) -> int:
    """Write what is wrong and what is worth knowing, a line each; say how it went."""
    try:
        loaded = load(file)
    except ScenarioRefused as no:
        for one in no.diagnostics:
            terminal.put(tell(one, terminal.language))
        terminal.say("cli.problem.scenario", n=sum(not one.note for one in no.diagnostics))
        return FAILED
    for one in loaded.notes:
        terminal.put(tell(one, terminal.language))
    name, citizens = clean(file.name), len(loaded.town.citizens)
    terminal.say("cli.checked", file=name, title=loaded.opening.title, n=citizens)
    opening = loaded.opening
    terminal.say(
        "cli.checked-about",
        cases=len(opening.arrivals),
        types=len({one.type for one in opening.arrivals}),
        systems=len(opening.landscape.systems),
        hints=len(loaded.notes),
    )
    return FINE
