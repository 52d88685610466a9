"""Debriefs taken out of the program as documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simulator.cli.failing import FAILED, FINE, Failure
from simulator.cli.keeping import kept, resumed
from simulator.cli.terminal import Terminal
from simulator.debrief.imprint import SHARES
from simulator.export import taking_out
from simulator.export.scanning import Found
from simulator.export.taking_out import Along, WordsFound
from simulator.export.writing import KINDS, ExportError


@dataclass(frozen=True)
class Wish:
    """Who the files are to be for and what is to go along, as it was typed."""

    share: str
    words: bool
    contests: bool
    as_they_are: bool

    def along(self) -> Along:
        """Return it as it is meant. Raises ``Failure`` for a share there is none of."""
        share = next((one for one in SHARES if one == self.share.strip().lower()), None)
        if share is None:
            raise Failure("share", found=self.share, shares=", ".join(SHARES))
        words = self.words or self.as_they_are
        return Along(share, words, self.contests, self.as_they_are)


def export(terminal: Terminal, name: str, to: str, output: Path, wish: Wish) -> int:
    """Write the debrief of a session in some formats, and where each lies."""
    kinds = [kind.strip().lower() for kind in to.split(",") if kind.strip()]
    unknown = next((kind for kind in kinds if kind not in KINDS), None)
    if unknown is not None or not kinds:
        raise Failure("kind", kind=unknown or to, kinds=", ".join(KINDS))
    along = wish.along()
    with kept() as store:
        session = resumed(store, name)
        try:
            held = taking_out.debrief_of(session)
            by, sure = taking_out.imprint(session, along), along.as_they_are
            files = taking_out.write_all(held, terminal.teller, kinds, output, by, as_they_are=sure)
        except WordsFound as problem:
            return refused_words(terminal, problem.found)
        except ExportError as problem:
            terminal.say(problem.phrase)
            return FAILED
    for file in files:
        terminal.put(str(file))
    if held.broken:
        terminal.say("export.broken", rules=", ".join(held.broken))
    for path in held.reports:
        terminal.say("cli.fault.report", path=path)
    if not session.day.ended:
        terminal.say("cli.not-ended", session=session.id)
    return FINE


def refused_words(terminal: Terminal, found: Iterable[Found]) -> int:
    """Say what the words hold that has to be asked about; where nobody is asked, they stay."""
    for one in found:
        terminal.say(one.said)
    terminal.say("export.found.refused")
    return FAILED
