"""The debrief on the screen: a beginning, the phases of the chosen route, the rules, what to take
away. A page is made when it is turned to, and made again when what it shows has changed."""

from asyncio import to_thread
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, TabbedContent, TabPane, Tabs
from textual.worker import Worker, WorkerState

from simulator.casework.actions.debriefing import (
    AddWord,
    BeginPhase,
    ChooseRoute,
    GiveEstimate,
    MoveStep,
    WriteAnswer,
)
from simulator.casework.commands import Command
from simulator.core.faults import report_fault
from simulator.store.problems import StoreProblem
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.book import Book, read
from simulator.tui.debrief.paragraphs import paragraph
from simulator.tui.debrief.part import SaidTo
from simulator.tui.debrief.pick import Pick
from simulator.tui.house_screen import HouseScreen, scroll

BEGIN, RULES, OUT = "begin", "rules", "out-of-here"


class DebriefScreen(HouseScreen[None]):
    """What can be said of the day from its own log, and what the student says to it."""

    IS_PLACE = True
    HAS = (
        "to_front", "evening", "page_before", "page_after", "choose", "pick", "scroll", "field",
    )  # fmt: skip

    DEFAULT_CSS = """
    DebriefScreen .said { max-width: 110; }
    DebriefScreen .big { text-style: bold; color: $primary; padding-bottom: 1; }
    DebriefScreen .heading { text-style: bold; margin-top: 1; color: $primary; }
    DebriefScreen .asks { margin-top: 1; max-width: 110; }
    DebriefScreen .caption { margin-top: 1; }
    DebriefScreen .told, DebriefScreen .where { margin-top: 1; }
    DebriefScreen .notice { text-style: bold; border-left: thick $warning; padding-left: 1; }
    DebriefScreen .picture { margin: 1 0; }
    DebriefScreen TabbedContent { height: 1fr; }
    DebriefScreen TabPane { padding: 0; }
    DebriefScreen VerticalScroll { padding: 0 1; }
    DebriefScreen #routes { max-width: 80; margin: 1 0; }
    """

    # The house's sheet speaks of all buttons; these keep their own measure.
    CSS = """
    EventNumbers Button { padding: 0; min-width: 6; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number % 10), f"tab({number - 1})", show=False) for number in range(1, 11)
    ]

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.folder = folder or Path.cwd()
        self.book: Book | None = None
        self.failed = False
        self.report = ""
        """The path of the report on why no debrief could be made; ``""`` if there is no report."""
        self.tab = ""
        self._made: set[str] = set()
        """The pages that are composed and up to date."""

    def idle_keys(self) -> Collection[str]:
        """Return the keys that belong elsewhere: to answers in a row, to the page, or to a list."""
        if isinstance(self.focused, Pick):
            return ("choose", "scroll", "page_before", "page_after")
        if isinstance(self.focused, VerticalScroll):
            return ("choose", "pick")
        return ("scroll", "pick")

    def title_line(self) -> str:
        """Return that the day is over, for the header."""
        return f"{self.say('debrief-screens.title')} · {self.say(self.session.opening.title)}"

    def on_mount(self) -> None:
        """Read the log in a worker."""
        self.run_worker(partial(read, self.session), name="read", thread=True, exit_on_error=False)

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show the debrief that the worker made, or that it failed."""
        if event.worker.name != "read" or event.state not in _DONE:
            return
        if isinstance(event.worker.result, Book):
            self.book = event.worker.result
            state, has_route = self.book.state, self.session.opening.route
            first = state.next_phase.id if state.next_phase and has_route else BEGIN
            self.tab = self.tab or state.student.phase or first
        else:
            self.failed = True
            if isinstance(event.worker.error, Exception):
                self.report = report_fault(event.worker.error)
        await self.recompose()

    @property
    def tabs(self) -> tuple[str, ...]:
        """The pages there are, in their order; without a route there is only the beginning."""
        phases = self.book.state.phases if self.book else ()
        return (BEGIN, *(phase.id for phase in phases), RULES, OUT) if phases else (BEGIN, OUT)

    def body(self) -> ComposeResult:
        """Yield the pages, or a line that the log is being read."""
        self._made.clear()
        if self.book is None:
            word = "failed" if self.failed else "reading"
            yield paragraph(self.say(f"debrief-screens.{word}"), "big")
            if self.report:
                yield paragraph(self.say("cli.fault.report", path=self.report), "notice")
            return
        if self.tab not in self.tabs:
            self.tab = BEGIN
        with TabbedContent(initial=self.tab):
            for number, name in enumerate(self.tabs, 1):
                title = f"{number % 10} {self.say(f'debrief-screens.tab.{name}')}"
                with TabPane(shown(title), id=name):
                    yield VerticalScroll(id=f"page-{name}")

    def _page(self, name: str) -> Iterator[Widget]:
        from simulator.tui.debrief import pages
        from simulator.tui.debrief.export_page import ExportPage

        assert self.book is not None
        if name == OUT:
            yield ExportPage(self.book, self.say, self.folder)
        elif name == RULES:
            yield from pages.rules_page(self.book, self.say)
        elif name == BEGIN:
            yield from pages.begin_page(self.book, self.say)
        else:
            phases = {phase.id: phase for phase in self.book.state.phases}
            yield from pages.phase_page(phases[name], self.book, self.say)

    async def on_tabbed_content_tab_activated(self, event: TabbedContent.TabActivated) -> None:
        """Compose the page that was opened, and begin its phase."""
        self.tab = event.pane.id or BEGIN
        await self._make(self.tab)
        await self._begin_phase()
        if not isinstance(self.focused, Tabs):
            self._to_page()

    async def _make(self, name: str) -> None:
        """Compose a page unless it is up to date."""
        if name in self._made:
            return
        self._made.add(name)
        page = self.query_one(f"#page-{name}", VerticalScroll)
        with self.house.batch_update():
            await page.remove_children()
            await page.mount(*self._page(name))

    async def _begin_phase(self) -> None:
        assert self.book is not None
        state = self.book.state
        if self.tab in [phase.id for phase in state.phases] and self.tab != state.student.phase:
            await self._tell(BeginPhase(self.tab))

    async def on_said_to(self, event: SaidTo) -> None:
        """Commit a command from the page, and redraw what it changed."""
        event.stop()
        if await self._tell(event.command, event.fields):
            await self._after(event.command)

    async def _tell(self, command: Command, fields: tuple[str, ...] = ()) -> bool:
        """Commit a command of the debrief in a thread. Return whether it was committed."""
        from simulator.debrief.debrief_state import NotSaid

        assert self.book is not None
        drafts = self.house.drafts
        sent = tuple(name for field in fields for name in drafts.kept_under(field))
        try:
            events = await to_thread(self.book.debriefing.say, command, sent=sent)
        except NotSaid:
            return False
        except StoreProblem as problem:
            self.house.tell_problem(problem)
            return False
        drafts.sent(sent, events)
        self.house.save_drafts()
        return True

    async def _after(self, command: Command) -> None:
        """Redraw what a command changed here; other pages are redrawn when they are opened."""
        if isinstance(command, ChooseRoute):
            self.tab = self.tabs[1]
            await self.recompose()
            return
        if isinstance(command, WriteAnswer):
            return
        self._made &= {self.tab}
        if isinstance(command, GiveEstimate | MoveStep | AddWord):
            await self._again()
        for profile in self.query("#sheet-profile"):
            await profile.recompose()

    async def _again(self) -> None:
        page = self.query_one(f"#page-{self.tab}", VerticalScroll)
        at = page.scroll_y
        self._made.discard(self.tab)
        await self._make(self.tab)
        page.focus()
        self.call_after_refresh(page.scroll_to, y=at, animate=False)

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Choose a route."""
        if event.choices.id == "routes":
            self.post_message(SaidTo(ChooseRoute(event.value)))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Go to the page where the guesses are asked for."""
        if event.button.id == "to-guesses" and self.book:
            state = self.book.state
            self._turn(next(phase.id for phase in state.phases if "estimate" in phase.parts))

    def _turn(self, name: str) -> None:
        """Turn to a page. The keyboard follows once it is in front: to focus what is hidden
        would turn back again."""
        for tabs in self.query(TabbedContent):
            self.tab = tabs.active = name

    def action_tab(self, number: int) -> None:
        """Turn to a page by its number."""
        if number >= len(self.tabs):
            return
        if isinstance(self.focused, Tabs):
            self.set_focus(None)  # the arrows are the page's now
        if self.tabs[number] == self.tab:
            self._to_page()
        else:
            self._turn(self.tabs[number])

    def action_page_before(self) -> None:
        """Turn to the page before."""
        self.action_tab(max(0, self.tabs.index(self.tab) - 1))

    def action_page_after(self) -> None:
        """Turn to the next page."""
        self.action_tab(min(len(self.tabs) - 1, self.tabs.index(self.tab) + 1))

    def action_scroll(self, way: str) -> None:
        """Scroll the page."""
        for page in self.query(f"#page-{self.tab}"):
            scroll(page, way)

    def action_back(self) -> None:
        """Leave the field that is written in, for the page."""
        self._to_page()

    def action_evening(self) -> None:
        """See the evening and the weeks again; the debrief follows them."""
        self.house.open_screen("evening")

    def _to_page(self) -> None:
        """Focus the page, so that arrows scroll it; on the first page, focus the routes."""
        first = self.query("#routes") if self.tab == BEGIN else ()
        for widget in first or self.query(f"#page-{self.tab}"):
            widget.focus(scroll_visible=False)


_DONE = (WorkerState.SUCCESS, WorkerState.ERROR)
