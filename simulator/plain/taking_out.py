"""Taking a debrief out, in lines: which formats, for whom, with which words; and asking twice."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from simulator.core.texts import Phrase
from simulator.debrief.imprint import SHARES, Share
from simulator.export.taking_out import Along, WordsFound, take_out
from simulator.export.writing import KINDS, ExportError
from simulator.plain.console import Console
from simulator.plain.menus import choose, choose_many
from simulator.store.session import Session

NO_YES = ("no", "yes")


class TakingOut:
    """Taking the debrief of a session out, on a console."""

    def __init__(self, session: Session, console: Console, folder: Path) -> None:
        self.session, self.console, self.folder = session, console, folder

    def talk(self) -> None:
        """Ask what is wanted, and write it; any question can be gone back from."""
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
        def show() -> None:
            self.console.say("plain.debrief.kinds")
            self.console.number(self.console.text(f"plain.kind.{kind}") for kind in KINDS)

        return choose_many(self.console, tuple(KINDS), show=show, preset=tuple(KINDS))

    def _share(self) -> Share | None:
        def show() -> None:
            self.console.say("plain.out.share")
            self.console.number(self.console.text(f"export.share.{one}.name") for one in SHARES)

        chosen = choose(self.console, SHARES, show=show)
        return next((one for one in SHARES if one == chosen), None)

    def _along(self, share: Share) -> Along | None:
        """Ask only for what there is, and what may go along at all."""
        asks = share != "class" and self.session.day.words
        words = self._yes("plain.debrief.words", "words") if asks else "no"
        if words is None:
            return None
        contests = self._yes("plain.out.contests", "contests") if share == "group" else "no"
        return None if contests is None else Along(share, words == "yes", contests == "yes")

    def _yes(self, ask: str, answers: str) -> str | None:
        def show() -> None:
            self.console.say(ask)
            self.console.number(self.console.text(f"plain.{answers}-{one}") for one in NO_YES)

        return choose(self.console, NO_YES, show=show)

    def _anyway(self, problem: WordsFound) -> bool:
        """Ask about what the words hold; nothing of it is cut in silence."""

        def show() -> None:
            for one in problem.found:
                self.console.say(one.said)
            self.console.say(Phrase("export.found.ask"))
            self.console.number(self.console.text(f"export.found.{one}") for one in NO_YES)

        return choose(self.console, NO_YES, show=show) == "yes"
