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
from simulator.tui.debrief.saying import said
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
        """What was asked about; nothing: nothing waits for an answer."""

    def compose(self) -> ComposeResult:
        """Say where files are put and whose they are; offer each kind."""
        say, out = house_of(self).teller, "debrief-screens.out"
        yield said(say(f"{out}.how"))
        yield said(say(f"{out}.folder", folder=str(self._folder)), "muted")
        named = [(one, say(f"{out}.{one}")) for one in shares()]
        yield Pick(say(f"{out}.share"), named, self._share, id="share")
        along = [Option(one, Phrase(f"{out}.{one}")) for one in (WORDS, CONTESTS)]
        yield Choices(along, say, many=True, id="own-words")
        with ItemGrid(min_column_width=26):
            for kind in (*kinds(), SESSION):
                yield Button(shown(say(f"{out}.{kind}")), id=f"write-{kind}")
        yield Static(id="written", classes="said")
        with VerticalGroup(id="anyway"):
            for answer in ("yes", "no"):
                yield Button(shown(say(f"export.found.{answer}")), id=f"anyway-{answer}")

    def on_pick_picked(self, event: Pick.Picked) -> None:
        """Take note of who it is for; picking it again changes nothing."""
        event.stop()
        self._share = next((one for one in shares() if one == event.value), self._share)
        event.pick.show(self._share)
        self._ask(None)

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Take the student's own words along, or what they say of statements, or not."""
        event.stop()
        others = tuple(one for one in self._along if one != event.value)
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
        session = self._reading.holding.session
        words = session.all_words() if WORDS in self._along else None
        contests = CONTESTS in self._along
        return Away(kind, self._folder, session.id, words, self._share, contests)

    def _take(self, away: Away) -> None:
        self._ask(None)
        session = self._reading.holding.session
        if away.kind == SESSION:
            self._tell(take_session(session, away))
            return
        self._say(Phrase("debrief-screens.out.writing"))
        work = partial(take_away, self._reading, session.events, house_of(self).teller, away)
        self.run_worker(work, name="write", thread=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say where the file lies."""
        event.stop()
        if event.state is WorkerState.SUCCESS:
            self._tell(event.worker.result)
        elif event.state is WorkerState.ERROR:
            fault = event.worker.error
            path = report_fault(fault) if isinstance(fault, Exception) else ""
            report = (Phrase("cli.fault.report", {"path": path}),) if path else ()
            self._say(Phrase("debrief-screens.out.failed"), *report)

    def _tell(self, result: object) -> None:
        """Say what came of it; where something has to be asked first, ask."""
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
        lines = "\n".join(house_of(self).teller(one) for one in what)
        written = shown(lines, lines=True) if lines else Content("")
        self.query_one("#written", Static).update(written)
