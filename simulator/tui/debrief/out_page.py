"""What can be taken away: one file of a kind, written by a worker, with or without own words."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import ItemGrid, VerticalGroup
from textual.content import Content
from textual.widgets import Button, Static
from textual.worker import Worker, WorkerState

from simulator.casework.views import Option
from simulator.core.texts import Phrase
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.reading import Reading
from simulator.tui.debrief.saying import said
from simulator.tui.debrief.taking_away import Away, kinds, take_away, take_session

if TYPE_CHECKING:
    from simulator.tui.app import PraksishusApp

SESSION = "praksis"


class OutPage(VerticalGroup):
    """The kinds of file as buttons; below them where the last one lies, or why there is none."""

    DEFAULT_CSS = """
    OutPage { height: auto; }
    OutPage ItemGrid { height: auto; grid-gutter: 0 1; margin: 1 0; max-width: 80; }
    """

    # The house's sheet speaks of all buttons; these keep their own measure.
    CSS = """
    OutPage ItemGrid Button { width: 1fr; margin: 0; padding: 0; }
    """

    def __init__(self, reading: Reading, folder: Path) -> None:
        super().__init__()
        self._reading, self._folder = reading, folder
        self._own_words = False

    @property
    def _house(self) -> "PraksishusApp":
        from simulator.tui.app import PraksishusApp

        assert isinstance(self.app, PraksishusApp)
        return self.app

    def compose(self) -> ComposeResult:
        """Say where files are put and whose they are; offer each kind."""
        say = self._house.teller
        yield said(say("debrief-screens.out.how"))
        yield said(say("debrief-screens.out.folder", folder=str(self._folder)), "muted")
        words = Option("words", Phrase("debrief-screens.out.words"))
        yield Choices((words,), say, many=True, id="own-words")
        with ItemGrid(min_column_width=26):
            for kind in (*kinds(), SESSION):
                yield Button(shown(say(f"debrief-screens.out.{kind}")), id=f"write-{kind}")
        yield Static(id="written", classes="said")

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Take the student's own words along, or not."""
        event.stop()
        self._own_words = not self._own_words
        event.choices.show((event.value,) if self._own_words else ())

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write a file."""
        event.stop()
        kind = (event.button.id or "").removeprefix("write-")
        session = self._reading.holding.session
        if kind == SESSION:
            self._say(take_session(session, self._folder, words=self._own_words))
            return
        self._say(Phrase("debrief-screens.out.writing"))
        words = dict(self._words()) if self._own_words else None
        away = Away(kind, self._folder, session.id, words)
        work = partial(take_away, self._reading, session.events, self._house.teller, away)
        self.run_worker(work, name="write", thread=True, exit_on_error=False)

    def _words(self) -> Iterator[tuple[int, str]]:
        holding = self._reading.holding
        yield from ((n, holding.words(n)) for n in range(1, holding.talk.words + 1))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say where the file lies."""
        event.stop()
        if event.state is WorkerState.SUCCESS and isinstance(event.worker.result, Phrase):
            self._say(event.worker.result)
        elif event.state is WorkerState.ERROR:
            self._say(Phrase("debrief-screens.out.failed"))

    def _say(self, what: Phrase) -> None:
        said = self._house.teller(what)
        self.query_one("#written", Static).update(shown(said) if said else Content(""))
