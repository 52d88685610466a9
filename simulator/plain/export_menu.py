"""Exporting a debrief, in lines: it asks for formats, for whom it is, and what goes along."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from simulator.core.texts import Phrase
from simulator.debrief.imprint import SHARES, Share
from simulator.export.taking_out import Along, WordsFound, take_out
from simulator.export.writing import KINDS, ExportError
from simulator.plain.console import Console
from simulator.plain.menus import choose, choose_many, listing
from simulator.store.session import Session

NO_YES = ("no", "yes")


class ExportMenu:
    """The questions about an export of a session's debrief, on a console."""

    def __init__(self, session: Session, console: Console, folder: Path) -> None:
        self.session, self.console, self.folder = session, console, folder

    def run(self) -> None:
        """Ask what is wanted and write the files; somebody who goes back leaves without any."""
        kinds = self._kinds()
        share = self._share() if kinds else None
        along = self._along(share) if share else None
        if kinds and along:
            self._write(kinds, along)

    def _write(self, kinds: Sequence[str], along: Along) -> None:
        try:
            files = take_out(self.session, self.console.teller, kinds, self.folder, along)
        except WordsFound as problem:
            if self._anyway(problem):
                self._write(kinds, replace(along, as_they_are=True))
            else:
                self.console.say("export.found.left")
            return
        except ExportError as problem:
            self.console.say(problem.phrase)
            return
        for file in files:
            self.console.say("plain.written", file=str(file))

    def _kinds(self) -> tuple[str, ...] | None:
        names = [f"plain.kind.{kind}" for kind in KINDS]
        show = listing(self.console, "plain.debrief.kinds", names)
        return choose_many(self.console, tuple(KINDS), show=show, preset=tuple(KINDS))

    def _share(self) -> Share | None:
        names = [f"export.share.{share}.name" for share in SHARES]
        return choose(self.console, SHARES, show=listing(self.console, "plain.out.share", names))

    def _along(self, share: Share) -> Along | None:
        """Ask what goes along, if there is any and the share allows it; ``None`` to go back."""
        asks = share != "class" and self.session.day.words
        words = self._yes("plain.debrief.words", "words") if asks else "no"
        if words is None:
            return None
        contests = self._yes("plain.out.contests", "contests") if share == "group" else "no"
        return None if contests is None else Along(share, words == "yes", contests == "yes")

    def _yes(self, ask: str, answers: str) -> str | None:
        words = [f"plain.{answers}-{answer}" for answer in NO_YES]
        return choose(self.console, NO_YES, show=listing(self.console, ask, words))

    def _anyway(self, problem: WordsFound) -> bool:
        """Say what in the words may lead to a person, and return whether they go along anyway."""

        def show() -> None:
            for finding in problem.found:
                self.console.say(finding.said)
            self.console.say(Phrase("export.found.ask"))
            self.console.number(self.console.text(f"export.found.{answer}") for answer in NO_YES)

        return choose(self.console, NO_YES, show=show) == "yes"
