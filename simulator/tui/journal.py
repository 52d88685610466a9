"""The journal: everything that happened today, a page at a time, newest last."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from simulator.tui.content import shown, stacked
from simulator.tui.desk.journal_lines import lines_of
from simulator.tui.house_screen import HouseScreen

A_PAGE = 60
"""Lines laid out at once, however long the day was."""


class JournalScreen(HouseScreen[None]):
    """The day's own log, as the desk told it."""

    NAMED = "key.journal"
    HAS = (
        "back", "earlier", "later", "inbox", "landscape", "technology", "glossary", "mark_moment",
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.back_by = 0
        """Pages back from the newest."""

    def body(self) -> ComposeResult:
        """Yield a page."""
        with VerticalScroll(id="reading-room", can_focus=True):
            yield Static(id="about", classes="muted")
            yield Static(id="lines")

    def on_mount(self) -> None:
        """Begin at the end."""
        self.redraw()
        room = self.query_one("#reading-room")
        room.focus()
        self.call_after_refresh(room.scroll_end, animate=False)

    def redraw(self) -> None:
        """Draw the page in front."""
        lines = lines_of(self.session, self.say)
        pages = max(1, -(-len(lines) // A_PAGE))
        self.back_by = max(0, min(self.back_by, pages - 1))
        end = len(lines) - self.back_by * A_PAGE
        about = self.say("tui.journal.page", page=pages - self.back_by, pages=pages)
        self.query_one("#about", Static).update(shown(about))
        self.query_one("#lines", Static).update(stacked(*lines[max(0, end - A_PAGE) : end]))

    def action_earlier(self) -> None:
        """Turn a page back."""
        self.back_by += 1
        self.day_changed()

    def action_later(self) -> None:
        """Turn a page on."""
        self.back_by -= 1
        self.day_changed()
