"""Debriefs taken out of the program as documents."""

from pathlib import Path

from simulator.cli.failing import FAILED, FINE, Failure
from simulator.cli.keeping import kept, resumed
from simulator.cli.terminal import Terminal
from simulator.export import taking_out
from simulator.export.writing import KINDS, ExportError


def export(terminal: Terminal, name: str, to: str, output: Path, *, words: bool) -> int:
    """Write the debrief of a session in some formats, and where each lies."""
    kinds = [kind.strip().lower() for kind in to.split(",") if kind.strip()]
    unknown = next((kind for kind in kinds if kind not in KINDS), None)
    if unknown is not None or not kinds:
        raise Failure("kind", kind=unknown or to, kinds=", ".join(KINDS))
    with kept() as store:
        session = resumed(store, name)
        try:
            files = taking_out.take_out(session, terminal.teller, kinds, output, words=words)
        except ExportError as problem:
            terminal.say(problem.phrase)
            return FAILED
    for file in files:
        terminal.put(str(file))
    if not session.day.ended:
        terminal.say("cli.not-ended", session=session.id)
    return FINE
