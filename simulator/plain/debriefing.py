"""The debrief in plain text: its sections one by one or all at once, and taking it out."""

from pathlib import Path

from simulator.casework.events.base import Event
from simulator.casework.telling import tell
from simulator.export.blocks import Document
from simulator.export.document import document
from simulator.export.pen import when
from simulator.export.taking_out import debrief_of, imprint, take_out
from simulator.export.writing import KINDS, ExportError
from simulator.plain.console import Console, InputEnded
from simulator.plain.menus import choose, choose_many
from simulator.plain.reading_out import say_section
from simulator.store.session import Session

ALL, EVENT, OUT = "all", "event", "out"


class Debriefing:
    """The debrief of a session on a console."""

    def __init__(self, session: Session, console: Console, folder: Path) -> None:
        self.session, self.console, self.folder = session, console, folder
        self.held = debrief_of(session)

    def talk(self) -> None:
        """Let the sections be chosen until somebody has had enough. Raises ``InputEnded``."""
        self.console.asides = {"l": self._language, "q": self._stop}
        while (chosen := self._choose()) is not None:
            if chosen == OUT:
                self._take_out()
            elif chosen == EVENT:
                self._event()
            elif chosen == ALL:
                self.read_all(words=True)
            else:
                say_section(self.console, self._document().sections[int(chosen)])

    def read_all(self, *, words: bool = False) -> None:
        """Say the whole debrief from the first line to the last."""
        whole = self._document(words=words)
        self._head(whole)
        for section in whole.sections:
            say_section(self.console, section)

    def _document(self, *, words: bool = True) -> Document:
        by = imprint(self.session, words=words and self.session.day.words > 0)
        return document(self.held, self.console.teller, by)

    def _head(self, whole: Document) -> None:
        self.console.line(whole.title)
        self.console.line(whole.subtitle)
        for notice in whole.notices:
            self.console.line(notice)

    def _choose(self) -> str | None:
        count = len(self._document().sections)

        def show() -> None:
            self.console.line()
            whole = self._document()
            self._head(whole)
            titles = [section.title for section in whole.sections]
            rest = [self.console.text(f"plain.debrief.{one}") for one in (ALL, EVENT, OUT)]
            self.console.number((*titles, *rest))

        values = [*map(str, range(count)), ALL, EVENT, OUT]
        return choose(
            self.console,
            values,
            show=show,
            prompt="plain.prompt.debrief",
            more="plain.help.debrief",
            again=True,
        )

    def _event(self) -> None:
        """Say events by their numbers, as they were told on the day."""
        events, words = self.session.events, ("plain.prompt.event", "plain.help.event")
        last = len(events) - 1
        while typed := self.console.ask(lambda: None, *words, last=last):
            if typed.isdecimal() and len(typed) < 9 and int(typed) <= last:
                self._say_event(events[int(typed)])
            else:
                self.console.say("plain.wrong.event", last=last)

    def _say_event(self, event: Event) -> None:
        cited = next((one.what for one in self.held.cited if one.event == event.seq), None)
        what = cited or tell(self.session.day, event) or event.kind
        self.console.say("plain.event", n=event.seq, when=when(event.minute), what=what)

    def _take_out(self) -> None:
        kinds = self._kinds()
        words = self._words() if kinds else None
        if words is None or not kinds:
            return
        try:
            files = take_out(
                self.session, self.console.teller, kinds, self.folder, words=words == "yes"
            )
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

    def _words(self) -> str | None:
        if not self.session.day.words:
            return "no"

        def show() -> None:
            self.console.say("plain.debrief.words")
            self.console.number(self.console.text(f"plain.words-{one}") for one in ("no", "yes"))

        return choose(self.console, ("no", "yes"), show=show)

    def _language(self) -> None:
        self.session.speak(self.console.switch_language())

    def _stop(self) -> None:
        raise InputEnded
