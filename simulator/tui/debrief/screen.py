"""The debrief on the screen, its first form: pages to read in any order, and files to take away."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ItemGrid, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static, TabbedContent, TabPane
from textual.worker import Worker, WorkerState

from simulator.casework.views import Option
from simulator.core.texts import Phrase
from simulator.tui.base import HouseScreen
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.pages import PAGES
from simulator.tui.debrief.reading import Reading, read
from simulator.tui.debrief.saying import Book, said
from simulator.tui.debrief.taking_away import Away, take_away, take_session

TABS = (*PAGES, "out")
FILES = ("html", "md", "praksis")


class DebriefScreen(HouseScreen[None]):
    """What can be said of the day from its own log. The log is read in a worker."""

    HAS = ("to_front", "evening", "choose", "field")

    DEFAULT_CSS = """
    DebriefScreen .said { height: auto; width: 1fr; max-width: 110; }
    DebriefScreen .big { text-style: bold; color: $primary; padding-bottom: 1; }
    DebriefScreen .heading { text-style: bold; margin-top: 1; }
    DebriefScreen .caption { margin-bottom: 1; }
    DebriefScreen .ask { text-style: italic; margin-top: 1; }
    DebriefScreen .notice { text-style: bold; border-left: thick $warning; padding-left: 1; }
    DebriefScreen .picture { margin-bottom: 1; }
    DebriefScreen TabbedContent { height: 1fr; }
    DebriefScreen TabPane { padding: 0; }
    DebriefScreen VerticalScroll { padding: 0 1; }
    DebriefScreen ItemGrid { height: auto; grid-gutter: 0 1; margin: 1 0; max-width: 80; }
    """

    # The house's sheet speaks of all buttons; these keep their own measure.
    CSS = """
    DebriefScreen ItemGrid Button { width: 1fr; margin: 0; padding: 0; }
    EventNumbers Button { padding: 0; min-width: 6; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"tab({number})", show=False) for number in range(1, len(TABS) + 1)
    ]

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.folder = folder or Path.cwd()
        self.book: Book | None = None
        self.failed = False
        self.tab = TABS[0]
        self.own_words = False
        self.written: Phrase | None = None
        """Where the last file lies, or why there is none."""

    def title_line(self) -> str:
        """Say in the header that the day is over."""
        return f"{self.say('debrief-screens.title')} · {self.say(self.session.opening.title)}"

    def on_mount(self) -> None:
        """Read the log, away from the screen."""
        self.run_worker(partial(read, self.session), name="read", thread=True, exit_on_error=False)

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what the worker came back with."""
        if event.state not in (WorkerState.SUCCESS, WorkerState.ERROR):
            return
        result = event.worker.result
        if isinstance(result, Reading):
            self.book = Book(result)
        elif isinstance(result, Phrase):
            self.written = result
            self._show_written()
            return
        else:
            self.failed = True
        await self.recompose()
        self._begin()

    def body(self) -> ComposeResult:
        """Yield the pages, or that they are on their way."""
        if self.book is None:
            word = "failed" if self.failed else "reading"
            yield said(self.say(f"debrief-screens.{word}"), "big")
            return
        with TabbedContent(initial=self.tab):
            for number, name in enumerate(TABS, 1):
                title = f"{number} {self.say(f'debrief-screens.tab.{name}')}"
                with TabPane(shown(title), id=name), VerticalScroll(id=f"page-{name}"):
                    yield from PAGES[name](self.book, self.say) if name in PAGES else self._out()

    def _out(self) -> ComposeResult:
        say = self.say
        yield said(say("debrief-screens.out.how"))
        yield said(say("debrief-screens.out.folder", folder=str(self.folder)), "muted")
        words = Option("words", Phrase("debrief-screens.out.words"))
        yield Choices((words,), say, ("words",) if self.own_words else (), many=True)
        with ItemGrid(min_column_width=26):
            for kind in FILES:
                yield Button(shown(say(f"debrief-screens.out.{kind}")), id=f"write-{kind}")
        yield Static(self._written_text(), id="written", classes="said")

    def _written_text(self) -> Content:
        return shown(self.say(self.written)) if self.written else Content("")

    def _show_written(self) -> None:
        self.query_one("#written", Static).update(self._written_text())

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Take the student's own words along, or not."""
        self.own_words = not self.own_words
        event.choices.show((event.value,) if self.own_words else ())

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write a file."""
        kind = (event.button.id or "").removeprefix("write-")
        if self.book is None or kind not in FILES:
            return
        if kind == "praksis":
            self.written = take_session(self.session, self.folder, words=self.own_words)
            self._show_written()
            return
        self.written = Phrase("debrief-screens.out.writing")
        self._show_written()
        words = self._words() if self.own_words else None
        away = Away(kind, self.folder, self.session.id, words)
        work = partial(take_away, self.book.reading, self.session.events, self.say, away)
        self.run_worker(work, name="write", thread=True, exit_on_error=False)

    def _words(self) -> dict[int, str]:
        day = self.session.day
        return {number: self.session.words(number) for number in range(1, day.words + 1)}

    def on_tabbed_content_tab_activated(self, event: TabbedContent.TabActivated) -> None:
        """Remember the page."""
        self.tab = event.pane.id or TABS[0]

    def action_tab(self, number: int) -> None:
        """Turn to a page."""
        for tabs in self.query(TabbedContent):
            tabs.active = TABS[number - 1]
            self.call_after_refresh(self._begin)

    def action_evening(self) -> None:
        """See the evening and the weeks again; the debrief follows them."""
        from simulator.tui.evening import EveningScreen

        self.house.to_room(EveningScreen())

    def _begin(self) -> None:
        """Put the keyboard on the page, so that arrows scroll it."""
        for page in self.query(f"#page-{self.tab}"):
            page.focus()
