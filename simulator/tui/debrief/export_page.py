"""What can be taken away: one file of a kind, written by a worker, with or without own words."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import ItemGrid, VerticalGroup
from textual.widgets import Button, Static
from textual.worker import Worker, WorkerState

from simulator.casework.form import Option
from simulator.core.faults import report_fault
from simulator.core.texts import Phrase, Teller
from simulator.debrief.imprint import SHARES
from simulator.export.writing import KINDS
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.book import Book
from simulator.tui.debrief.export_page_actions import Asked, Order, take_debrief, take_session
from simulator.tui.debrief.paragraphs import paragraph
from simulator.tui.debrief.part import Part
from simulator.tui.debrief.pick import Pick

SESSION = "praksis"
WORDS, CONTESTS = "words", "contests"


class ExportPage(Part):
    """The kinds of file as buttons; below them where the last one lies, or why there is none."""

    DEFAULT_CSS = """
    ExportPage ItemGrid { height: auto; grid-gutter: 0 1; margin: 1 0; max-width: 80; }
    ExportPage #anyway { display: none; }
    """

    # The house's sheet speaks of all buttons; these keep their own measure.
    CSS = """
    ExportPage ItemGrid Button { width: 1fr; margin: 0; padding: 0; }
    """

    def __init__(self, book: Book, say: Teller, folder: Path) -> None:
        super().__init__(book, say)
        self._folder = folder
        self._along: tuple[str, ...] = ()
        self._share = SHARES[0]
        self._asked: Order | None = None
        """The file whose words were asked about; ``None`` if no answer is waited for."""

    def compose(self) -> ComposeResult:
        """Show where files are put and whose they are, and a button for each kind."""
        say, out = self.say, "debrief-screens.out"
        yield paragraph(say(f"{out}.how"))
        yield paragraph(say(f"{out}.folder", folder=str(self._folder)), "muted")
        named = [(share, say(f"{out}.{share}")) for share in SHARES]
        yield Pick(say(f"{out}.share"), named, self._share, id="share")
        along = [Option(kind, Phrase(f"{out}.{kind}")) for kind in (WORDS, CONTESTS)]
        yield Choices(along, say, many=True, id="own-words")
        with ItemGrid(min_column_width=26):
            for kind in (*KINDS, SESSION):
                yield Button(shown(say(f"{out}.{kind}")), id=f"write-{kind}")
        yield Static(id="written", classes="said")
        with VerticalGroup(id="anyway"):
            for answer in ("yes", "no"):
                yield Button(shown(say(f"export.found.{answer}")), id=f"anyway-{answer}")

    def on_pick_picked(self, event: Pick.Picked) -> None:
        """Choose whom the file is for; picking the same again changes nothing."""
        event.stop()
        self._share = next((share for share in SHARES if share == event.value), self._share)
        event.pick.show(self._share)
        self._ask(None)

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Choose whether the student's own words and verdicts go into the file."""
        event.stop()
        others = tuple(kind for kind in self._along if kind != event.value)
        self._along = others if event.value in self._along else (*self._along, event.value)
        event.choices.show(self._along)
        self._ask(None)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write a file, or answer what was asked about it."""
        event.stop()
        name = event.button.id or ""
        if name.startswith("anyway"):
            self._answered(sure=name.endswith("yes"))
            return
        kind, session = name.removeprefix("write-"), self.book.debriefing.session
        words = session.all_words() if WORDS in self._along else None
        contests = CONTESTS in self._along
        self._take(Order(kind, self._folder, session.id, words, self._share, contests))

    def _take(self, order: Order) -> None:
        self._ask(None)
        session = self.book.debriefing.session
        if order.kind == SESSION:
            self._tell(take_session(session, order))
            return
        self._say(Phrase("debrief-screens.out.writing"))
        work = partial(take_debrief, self.book.debrief, session.events, self.say, order)
        self.run_worker(work, name="write", thread=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show where the file was written, or what went wrong."""
        event.stop()
        if event.state is WorkerState.SUCCESS:
            self._tell(event.worker.result)
        elif event.state is WorkerState.ERROR:
            fault = event.worker.error
            path = report_fault(fault) if isinstance(fault, Exception) else ""
            report = (Phrase("cli.fault.report", {"path": path}),) if path else ()
            self._say(Phrase("debrief-screens.out.failed"), *report)

    def _tell(self, result: object) -> None:
        """Show the path or the problem, or ask about the words before anything is written."""
        if isinstance(result, Asked):
            self._say(*result.found, Phrase("export.found.ask"))
            self._ask(result.order)
        elif isinstance(result, Phrase):
            self._say(result)

    def _ask(self, order: Order | None) -> None:
        if order is None and self._asked is not None:
            self._say()
        self._asked = order
        self.query_one("#anyway").display = order is not None
        if order is not None:
            self.query_one("#anyway-no", Button).focus()

    def _answered(self, *, sure: bool) -> None:
        if self._asked is not None and sure:
            self._take(replace(self._asked, as_they_are=True))
            return
        self._ask(None)
        self._say(Phrase("export.found.left"))

    def _say(self, *what: Phrase) -> None:
        lines = "\n".join(map(self.say, what))
        self.query_one("#written", Static).update(shown(lines, lines=True))
