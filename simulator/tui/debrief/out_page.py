"""What can be taken away: one file of a kind, written by a worker, with or without own words."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import ItemGrid, VerticalGroup
from textual.content import Content
from textual.widgets import Button, Static
from textual.worker import Worker, WorkerState

from simulator.casework.form import Option
from simulator.core.faults import report_fault
from simulator.core.texts import Phrase
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.keeping import house_of
from simulator.tui.debrief.picking import Pick
from simulator.tui.debrief.reading import Reading
from simulator.tui.debrief.saying import paragraph
from simulator.tui.debrief.taking_away import (
    Asking,
    Away,
    kinds,
    shares,
    take_away,
    take_session,
)

SESSION = "praksis"
WORDS, CONTESTS = "words", "contests"


class OutPage(VerticalGroup):
    """The kinds of file as buttons; below them where the last one lies, or why there is none."""

    DEFAULT_CSS = """
    OutPage { height: auto; }
    OutPage ItemGrid { height: auto; grid-gutter: 0 1; margin: 1 0; max-width: 80; }
    OutPage #anyway { height: auto; display: none; }
    """

    # The house's sheet speaks of all buttons; these keep their own measure.
    CSS = """
    OutPage ItemGrid Button { width: 1fr; margin: 0; padding: 0; }
    """

    def __init__(self, reading: Reading, folder: Path) -> None:
        super().__init__()
        self._reading, self._folder = reading, folder
        self._along: tuple[str, ...] = ()
        self._share = shares()[0]
        self._asked: Away | None = None
        """The file whose words were asked about; ``None`` if no answer is waited for."""

    def compose(self) -> ComposeResult:
        """Show where files are put and whose they are, and a button for each kind."""
        say, out = house_of(self).teller, "debrief-screens.out"
        yield paragraph(say(f"{out}.how"))
        yield paragraph(say(f"{out}.folder", folder=str(self._folder)), "muted")
        named = [(share, say(f"{out}.{share}")) for share in shares()]
        yield Pick(say(f"{out}.share"), named, self._share, id="share")
        along = [Option(kind, Phrase(f"{out}.{kind}")) for kind in (WORDS, CONTESTS)]
        yield Choices(along, say, many=True, id="own-words")
        with ItemGrid(min_column_width=26):
            for kind in (*kinds(), SESSION):
                yield Button(shown(say(f"{out}.{kind}")), id=f"write-{kind}")
        yield Static(id="written", classes="said")
        with VerticalGroup(id="anyway"):
            for answer in ("yes", "no"):
                yield Button(shown(say(f"export.found.{answer}")), id=f"anyway-{answer}")

    def on_pick_picked(self, event: Pick.Picked) -> None:
        """Choose whom the file is for; picking the same again changes nothing."""
        event.stop()
        self._share = next((share for share in shares() if share == event.value), self._share)
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
        else:
            self._take(self._wanted(name.removeprefix("write-")))

    def _wanted(self, kind: str) -> Away:
        session = self._reading.debriefing.session
        words = session.all_words() if WORDS in self._along else None
        contests = CONTESTS in self._along
        return Away(kind, self._folder, session.id, words, self._share, contests)

    def _take(self, away: Away) -> None:
        self._ask(None)
        session = self._reading.debriefing.session
        if away.kind == SESSION:
            self._tell(take_session(session, away))
            return
        self._say(Phrase("debrief-screens.out.writing"))
        work = partial(take_away, self._reading, session.events, house_of(self).teller, away)
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
        if isinstance(result, Asking):
            self._say(*result.found, Phrase("export.found.ask"))
            self._ask(result.away)
        elif isinstance(result, Phrase):
            self._say(result)

    def _ask(self, away: Away | None) -> None:
        if away is None and self._asked is not None:
            self._say()
        self._asked = away
        self.query_one("#anyway").display = away is not None
        if away is not None:
            self.query_one("#anyway-no", Button).focus()

    def _answered(self, *, sure: bool) -> None:
        away = self._asked
        if away is not None and sure:
            self._take(replace(away, as_they_are=True))
            return
        self._ask(None)
        self._say(Phrase("export.found.left"))

    def _say(self, *what: Phrase) -> None:
        lines = "\n".join(house_of(self).teller(phrase) for phrase in what)
        written = shown(lines, lines=True) if lines else Content("")
        self.query_one("#written", Static).update(written)
