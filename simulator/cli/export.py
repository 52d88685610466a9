"""Writing the debrief of a session to documents."""

from collections.abc import Iterable
from pathlib import Path

from simulator.cli.failing import FAILED, FINE, Failure
from simulator.cli.opened import opened_store, resumed
from simulator.cli.terminal import Terminal
from simulator.debrief.imprint import SHARES
from simulator.export import taking_out
from simulator.export.scanning import Found
from simulator.export.taking_out import Along, WordsFound
from simulator.export.writing import KINDS, ExportError


def export(
    terminal: Terminal,
    name: str,
    to: str,
    output: Path,
    *,
    share: str,
    words: bool,
    contests: bool,
    as_they_are: bool,
) -> int:
    """Write the debrief of a session to a document of each format in ``to``, and list the files.

    ``to`` names the formats with commas between, ``output`` the folder, ``share`` whom they are
    for. Raises ``Failure`` for an unknown format or share.
    """
    kinds = [kind.strip().lower() for kind in to.split(",") if kind.strip()]
    unknown = next((kind for kind in kinds if kind not in KINDS), None)
    if unknown is not None or not kinds:
        raise Failure("kind", kind=unknown or to, kinds=", ".join(KINDS))
    for_whom = next((known for known in SHARES if known == share.strip().lower()), None)
    if for_whom is None:
        raise Failure("share", found=share, shares=", ".join(SHARES))
    along = Along(for_whom, words or as_they_are, contests, as_they_are)
    with opened_store() as store:
        session = resumed(store, name)
        try:
            debrief = taking_out.debrief_of(session)
            by = taking_out.imprint(session, along)
            files = taking_out.write_all(
                debrief, terminal.teller, kinds, output, by, as_they_are=as_they_are
            )
        except WordsFound as problem:
            return refused_words(terminal, problem.found)
        except ExportError as problem:
            terminal.say(problem.phrase)
            return FAILED
    for file in files:
        terminal.put(str(file))
    if debrief.broken:
        terminal.say("export.broken", rules=", ".join(debrief.broken))
    for path in debrief.reports:
        terminal.say("cli.fault.report", path=path)
    if not session.day.ended:
        terminal.say("cli.not-ended", session=session.id)
    return FINE


def refused_words(terminal: Terminal, findings: Iterable[Found]) -> int:
    """Tell what in the words looks as if it leads to a person, and that nothing was written.

    Returns the exit code.
    """
    for finding in findings:
        terminal.say(finding.said)
    terminal.say("export.found.refused")
    return FAILED
