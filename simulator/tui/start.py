"""The start screen: days to begin, sessions to go on with, the language."""

from threading import Event
from typing import TYPE_CHECKING, TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.containers import Center, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from simulator.core.clock import MINUTES_A_DAY
from simulator.core.garbage import uncollected
from simulator.core.texts import Measure, Phrase
from simulator.store.problems import StoreProblem
from simulator.tui.content import shown, stacked
from simulator.tui.house_screen import HouseScreen
from simulator.tui.loading_screen import house

if TYPE_CHECKING:
    from simulator.scenario.shelf import DayItem
    from simulator.store.session import SessionItem


Line: TypeAlias = "DayItem | SessionItem | int"
"""A day to begin, a session to go on with, or the number of older sessions that can be listed."""
DRAWING = "tui.start.drawing"
"""The word for a town that is being drawn."""
FETCHING = "tui.start.fetching"
"""The word for lists that are being fetched; a day that is listed already can be begun."""
HOUSES = 30
"""How many houses the picture of a town has."""
LOOKS = 0.1
"""Seconds between two updates of how much of the town is drawn."""
PAINTED = 0.5
"""Seconds the opening of the store waits at most for the days to be painted."""
FEW = 4
"""Sessions that are listed before the older ones are asked for."""


def listed(
    sessions: "tuple[SessionItem, ...]", days: "tuple[DayItem, ...]", *, every: bool
) -> tuple[Line, ...]:
    """Return the lines of the list: the newest sessions, the way to the older ones, the days."""
    few = sessions if every or len(sessions) <= FEW + 1 else sessions[:FEW]
    older = len(sessions) - len(few)
    return (*few, *([older] if older else []), *days)


class StartScreen(HouseScreen[None]):
    """Lists days and sessions. What takes time runs in a worker, and a word says what it is."""

    IS_PLACE = True
    HAS = ("choose",)

    def __init__(self, waiting: bool = False) -> None:
        super().__init__()
        self.sessions: tuple[SessionItem, ...] = ()
        self.days: tuple[DayItem, ...] = ()
        self.every = False
        """Whether older sessions are listed too."""
        self.fetched = False
        self.busy = DRAWING if waiting else ""
        """The word for what is being waited for; ``""`` while nothing is."""
        self.problem: StoreProblem | None = None
        self._listed: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What can be chosen."""
        return listed(self.sessions, self.days, every=self.every)

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
            self.busy = FETCHING
            self._fetch()
        self.set_interval(LOOKS, self._light_up)
        self.redraw()

    def _light_up(self) -> None:
        """Show how far the town is drawn."""
        if self.busy == DRAWING:
            self.query_one("#busy", Static).update(self._below())

    @work(thread=True)
    def _fetch(self) -> None:
        from simulator.scenario.shelf import shelf

        with uncollected():
            days = shelf()
        painted = Event()
        self.app.call_from_thread(self._show_days, days, painted)
        painted.wait(PAINTED)
        try:
            sessions = self.house.session_source.unfinished()
            problem = None
        except StoreProblem as wrong:
            sessions, problem = (), wrong
        self.app.call_from_thread(self._fetched, sessions, problem)

    def _show_days(self, days: "tuple[DayItem, ...]", painted: Event) -> None:
        """List the days before the store is opened, which takes far longer than reading them."""
        self.days = days
        self.redraw()
        self.call_after_refresh(painted.set)

    def _fetched(self, sessions: "tuple[SessionItem, ...]", problem: StoreProblem | None) -> None:
        self.sessions, self.fetched, self.problem = sessions, True, problem
        if self.busy == FETCHING:
            self.busy = ""
        self.redraw()

    def redraw(self) -> None:
        """Draw the lists as far as they are known."""
        days = self.query_one("#days", OptionList)
        at = self._at(days.highlighted)
        lines = self._listed = self.lines
        days.clear_options()
        days.add_options([self._line_shown(line, here=n == at) for n, line in enumerate(lines)])
        days.highlighted = at if lines else None
        days.disabled = self.busy not in ("", FETCHING)
        self.set_class(bool(self.sessions), "-begun")
        self.query_one("#shelf").border_title = shown(self.say("tui.start.choose"))
        self.query_one("#busy", Static).update(self._below())
        if lines and not days.disabled and self.focused is None:
            days.focus()

    def _at(self, before: int | None) -> int | None:
        """Return the index of the highlighted line: the line highlighted before, else the first.

        It is ``None`` before all is listed, so that no line slides under the bar.
        """
        lines = self.lines
        if before is None:
            return None if self.busy == FETCHING else 0
        line = self._listed[before]
        return lines.index(line) if line in lines else min(before, len(lines) - 1)

    def _below(self) -> Content:
        if self.busy:
            return stacked(shown(self.say(self.busy)), *self._town())
        if self.problem:
            return shown(self.say(self.problem.phrase))
        return shown(self.say("tui.start.kept"), "dim")

    def _town(self) -> list[Content]:
        """Return the houses of a town that is being drawn, lit as far as it is."""
        citizens, of = self.house.drawn
        if self.busy != DRAWING or not of:
            return []
        lit = min(HOUSES, HOUSES * citizens // of)
        houses = shown("▣" * lit, "$secondary") + shown("□" * (HOUSES - lit), "dim")
        return [houses, shown(self.say("tui.start.drawn", n=citizens, of=of), "dim")]

    def _line_shown(self, line: Line, *, here: bool) -> Content:
        """Return a line; the sign stands where the bar stands, so that colour is not alone."""
        from simulator.scenario.shelf import DayItem

        say, sign = self.say, "▸" if here else " "
        if isinstance(line, int):
            return shown(f"{sign} {say('tui.start.more', n=line)}")
        if isinstance(line, DayItem):
            hours, rest = divmod(line.minutes, 60)
            half = "tui.start.hours-and" if rest else "tui.start.hours"
            stay = Phrase(half, {"n": hours, "minutes": rest})
            about = say("tui.start.day", n=line.class_minutes, stay=stay)
        else:
            word = "tui.start.ended" if line.ended else "tui.start.unfinished"
            at = Measure(line.minute % MINUTES_A_DAY, "clock")
            about = say(word, id=line.id, at=at, day=Measure(line.played_on, "day"))
        title = shown(f"{sign} {say(line.title)}", "bold" if isinstance(line, DayItem) else "")
        return stacked(title, shown(f"  {about}", "dim"))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Move the sign to the highlighted line."""
        for number, line in enumerate(self.lines):
            text = self._line_shown(line, here=number == event.option_index)
            event.option_list.replace_option_prompt_at_index(number, text)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Begin a day, or go on with one."""
        from simulator.scenario.shelf import DayItem

        line = self.lines[event.option_index]
        if isinstance(line, int):
            self.every = True
        elif isinstance(line, DayItem):
            self.busy = DRAWING
            self.house.begin(line.path)
        else:
            self.busy = "tui.start.opening"
            self.house.go_on(line.id, debrief=line.ended)
        self.redraw()

    def calm(self) -> None:
        """Take away the word for what is being waited for; fetch the lists if they are missing."""
        self.busy = ""
        if not self.fetched:
            self.busy = FETCHING
            self._fetch()
        self.redraw()
