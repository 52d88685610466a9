"""The start screen: days to begin, sessions to go on with, the language."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Center, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from simulator.core.texts import Measure
from simulator.store.problems import StoreProblem
from simulator.tui.base import HouseScreen
from simulator.tui.content import shown, stacked
from simulator.tui.threshold import house

if TYPE_CHECKING:
    from simulator.scenario.shelf import DayItem
    from simulator.store.session import SessionItem


@dataclass(frozen=True)
class Line:
    """Something that can be begun or gone on with."""

    day: "DayItem | None" = None
    session: "SessionItem | None" = None


class StartScreen(HouseScreen[None]):
    """Lists what can be played. What takes time happens in a worker behind a calm word."""

    HAS = ("choose",)

    def __init__(self, *, waiting: bool = False) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.fetched = False
        self.busy = "tui.start.drawing" if waiting else ""
        """The word for what is being waited for; empty: nothing."""
        self.problem: StoreProblem | None = None

    def title_line(self) -> str:
        """Return the program's name."""
        return "Praksishus"

    def body(self) -> ComposeResult:
        """Yield the house, the lists and the calm word."""
        with VerticalScroll(id="start", can_focus=False):
            with Center():
                yield Static(house(), id="house")
            yield Static(shown(self.say("tui.start.about")), id="about")
            with Vertical(classes="pane", id="shelf"):
                yield OptionList(id="days", markup=False)
            yield Static(id="busy")

    def on_mount(self) -> None:
        """Fetch the lists."""
        if not self.busy:
            self.busy = "tui.start.fetching"
            self._fetch()
        self.redraw()

    @work(thread=True)
    def _fetch(self) -> None:
        doors = self.house.doors
        days = doors.days()
        try:
            found = doors.unfinished()
            problem = None
        except StoreProblem as wrong:
            found, problem = (), wrong
        lines = [*(Line(session=one) for one in found), *(Line(day=one) for one in days)]
        self.app.call_from_thread(self._fetched, tuple(lines), problem)

    def _fetched(self, lines: tuple[Line, ...], problem: StoreProblem | None) -> None:
        self.lines, self.fetched, self.busy, self.problem = lines, True, "", problem
        self.redraw()

    def redraw(self) -> None:
        """Draw the lists as far as they are known."""
        days = self.query_one("#days", OptionList)
        at = days.highlighted or 0
        days.clear_options()
        days.add_options([self._said(line) for line in self.lines])
        days.highlighted = min(at, len(self.lines) - 1) if self.lines else None
        days.disabled = bool(self.busy)
        self.query_one("#shelf").border_title = shown(self.say("tui.start.choose"))
        self.query_one("#busy", Static).update(self._below())
        if not self.busy and self.focused is None:
            days.focus()

    def _below(self) -> Content:
        if self.busy:
            return shown(self.say(self.busy))
        if self.problem:
            word = f"store.{self.problem.code}"
            return shown(self.say(word, **self.problem.arguments))
        return shown(self.say("tui.start.kept"), "dim")

    def _said(self, line: Line) -> Content:
        say = self.say
        if line.day:
            about = say("tui.start.day", n=line.day.class_minutes, hours=line.day.hours)
            return stacked(shown(f"▸ {say(line.day.title)}", "bold"), shown(f"  {about}", "dim"))
        assert line.session is not None
        word = "tui.start.ended" if line.session.ended else "tui.start.unfinished"
        at = Measure(line.session.minute % 1440, "clock")
        about = say(word, id=line.session.id, at=at, day=Measure(line.session.played_on, "day"))
        return stacked(shown(f"↻ {say(line.session.title)}"), shown(f"  {about}", "dim"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Begin a day, or go on with one."""
        line = self.lines[event.option_index]
        self.busy = "tui.start.drawing" if line.day else "tui.start.opening"
        self.redraw()
        self.house.begin(line.day.path) if line.day else self.house.go_on(
            line.session.id if line.session else ""
        )

    def calm(self) -> None:
        """Say that nothing is being waited for any more."""
        self.busy = ""
        if not self.fetched:
            self.busy = "tui.start.fetching"
            self._fetch()
        self.redraw()
