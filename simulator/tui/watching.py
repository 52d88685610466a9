"""Watching: the desk of another program as it is, followed as its events are kept.

Nothing can be done here. When nobody sits at the desk any more, whoever watches may sit down.
"""

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.store.problems import StoreProblem
from simulator.store.seats import is_free
from simulator.store.session import Ahead, Session
from simulator.tui.content import shown, stacked
from simulator.tui.desk.hand import Hand, hand_title, proposal
from simulator.tui.desk.journal_lines import happened_today
from simulator.tui.desk.lists import inbox_line
from simulator.tui.house_screen import HouseScreen

BETWEEN = 0.4
"""Seconds between two looks for new events."""
IN_SIGHT = 20
"""Cases of the inbox that are laid out, however many there are."""


class WatchingScreen(HouseScreen[None]):
    """Shows inbox, case in hand and log of a day that is played elsewhere."""

    NAMED = "tui.watching.title"
    IS_PLACE = True
    HAS = ("take_over", "to_front")

    DEFAULT_CSS = """
    WatchingScreen #watched { height: 1fr; }
    WatchingScreen #watched-inbox { width: 28; }
    WatchingScreen #watched-hand { width: 2fr; }
    WatchingScreen #watched-log { width: 1fr; }
    WatchingScreen #state { height: auto; padding: 0 1; background: $panel; }
    WatchingScreen Static { height: auto; }
    WatchingScreen.-slim #watched-inbox, WatchingScreen.-slim #watched-log { display: none; }
    WatchingScreen.-compact #watched-log { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.free = False
        """Whether no program plays the session any more."""
        self.problem: StoreProblem | None = None
        self._looking = False

    def body(self) -> ComposeResult:
        """Yield the state of the session, and the panes."""
        yield Static(id="state")
        with Horizontal(id="watched"):
            with VerticalScroll(classes="pane", id="watched-inbox", can_focus=False):
                yield Static(id="cases")
            with VerticalScroll(classes="pane", id="watched-hand", can_focus=True):
                yield Hand(id="case")
                with Vertical():
                    yield Static(id="proposed")
            with VerticalScroll(classes="pane", id="watched-log", can_focus=False):
                yield Static(id="today")

    def on_mount(self) -> None:
        """Look for new events at once, then every ``BETWEEN`` seconds."""
        self.redraw()
        self.query_one("#watched-hand").focus()
        self.set_interval(BETWEEN, self.look)
        self.look()

    def look(self) -> None:
        """Read new events in a thread, one look at a time."""
        if self.house.session is not None and not self._looking:
            self._looking = True
            self._read(self.house.session)

    @work(thread=True, group="watching")
    def _read(self, session: Session) -> None:
        free = is_free(session.store, session.id)  # before the look: what was done last is seen
        try:
            result: Ahead | StoreProblem = session.ahead()
        except StoreProblem as problem:
            result = problem
        if self.app.is_running:
            self.app.call_from_thread(self._looked, session, result, free)

    def _looked(self, session: Session, result: "Ahead | StoreProblem", free: bool) -> None:
        self._looking = False
        if session is not self.house.session or not self.is_mounted:
            return
        before = self.free, self.problem and self.problem.code
        self.free = free
        self.problem = result if isinstance(result, StoreProblem) else None
        news = session.follow(result) if isinstance(result, Ahead) else ()
        if news or before != (self.free, self.problem and self.problem.code):
            self.day_changed()

    def redraw(self) -> None:
        """Draw the desk as it has become."""
        view, say = self.view, self.say
        self.query_one("#state", Static).update(self._state())
        items = view.waiting
        room = 24
        shown_cases = [inbox_line(item, view, say, room) for item in items[:IN_SIGHT]]
        if len(items) > IN_SIGHT:
            shown_cases.append(shown(say("tui.watching.more", n=len(items) - IN_SIGHT)))
        self.query_one("#cases", Static).update(stacked(*shown_cases))
        title = say("tui.watching.inbox", n=len(items))
        self.query_one("#watched-inbox").border_title = shown(title)
        self.query_one("#watched-log").border_title = shown(say("key.journal"))
        self.query_one("#today", Static).update(happened_today(self.session, say))
        self._draw_hand()

    def _draw_hand(self) -> None:
        view, say = self.view, self.say
        hand = view.hand
        self.query_one("#watched-hand").border_title = hand_title(hand, say)
        self.query_one(Hand).show(hand, say, view.date, say("tui.watching.calm"))
        proposed = self.query_one("#proposed", Static)
        suggestion = hand.suggestion if hand else None
        proposed.display = suggestion is not None
        proposed.update(proposal(suggestion, say) if suggestion else "")

    def _state(self) -> Content:
        say, name = self.say, self.session.id
        if self.problem is not None:
            return shown(say(self.problem.phrase))
        if self.view.ended:
            return shown(say("tui.watching.ended", session=name), "bold")
        if self.free:
            return shown(say("tui.watching.free", session=name), "bold")
        lines = [shown(say("tui.watching.taken", session=name))]
        if not self.view.briefed:
            lines.append(shown(say("tui.watching.briefing")))
        return stacked(*lines)

    def offers_key(self, id_: str) -> bool:
        """Return whether a key works now; the session can be taken over once nobody plays it."""
        return (self.free or self.view.ended) if id_ == "take_over" else super().offers_key(id_)

    def action_take_over(self) -> None:
        """Take the session over and play it from where it was left."""
        if self.offers_key("take_over"):
            self.house.to_watch = False
            self.house.go_on(self.session.id)
