"""The line at the top: where, which day, what time it is in the simulated day, how much is left."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import VisualType
from textual.widget import Widget

from simulator.core.texts import Measure, Teller
from simulator.tui.content import shown

if TYPE_CHECKING:  # the day is read after the first screen stands
    from simulator.casework.seeing import DeskView

BAR = 10
WISHED = (2, 0, 4, 3, 1)
"""The parts in the order they get room: clock, who rings, time left, bar, date."""
TITLE = 12
"""Cells kept for the title while the telephone rings."""


def day_bar(view: "DeskView") -> str:
    """Return how much of the day has gone, as a bar of ten."""
    length = max(1, view.closes - view.opens)
    gone = min(BAR, max(0, round(BAR * (view.minute - view.opens) / length)))
    return "▓" * gone + "░" * (BAR - gone)


def time_left(view: "DeskView", say: Teller) -> str:
    """Return how much of the opening hours is left, in words."""
    left = view.closes - view.minute
    if left <= 0:
        return say("tui.header.closed")
    hours, minutes = divmod(left, 60)
    if not hours:
        return say("tui.header.minutes", n=minutes)
    return say("tui.header.hours", hours=hours, minutes=minutes)


class Header(Widget):
    """Municipality, date, clock and a bar of the day; only as much as the width holds."""

    DEFAULT_CSS = """
    Header { dock: top; height: 1; background: $panel; color: $text; }
    """

    def __init__(self, view: "DeskView | None", say: Teller, title: str) -> None:
        super().__init__()
        self._view, self._say, self._title = view, say, title

    def show(self, view: "DeskView | None", say: Teller, title: str) -> None:
        """Show another moment, or the same in another language."""
        self._view, self._say, self._title = view, say, title
        self.refresh()

    def render(self) -> VisualType:
        """Draw the parts there is room for; the title has the rest."""
        if self._view is None:
            return shown(f" {self._title or 'Praksishus'}", "bold")
        view, say = self._view, self._say
        if view.closed:
            return self._after(view, say)
        clock = shown(f" {say.write(Measure(view.minute, 'clock'))} ", "bold $primary")
        line = view.telephone
        ringing = say("tui.header.rings", name=line.name) if line and line.ringing else ""
        width = self.size.width
        parts = (
            shown(f" {ringing} ", "bold reverse $warning") if ringing else Content(""),
            shown(f" {say.write(Measure(view.date, 'day'))} ", "$foreground-muted"),
            clock,
            shown(f" {day_bar(view)} ", "$primary"),
            shown(f"{time_left(view, say)} "),
        )
        left = width - (TITLE if ringing else 0)
        kept: dict[int, Content] = {}
        for number in WISHED:
            if parts[number].cell_length <= left:
                kept[number] = parts[number]
                left -= parts[number].cell_length
        right = Content.assemble(*(kept[number] for number in sorted(kept)))
        room = width - right.cell_length
        place = shown(f" {self._title or view.municipality}", "bold")
        if room <= 3:
            return right
        return place.truncate(room, ellipsis=True, pad=True) + right

    def _after(self, view: "DeskView", say: Teller) -> Content:
        """Draw the evening and what follows: the clock of the desk has stopped."""
        day = shown(f"{say.write(Measure(view.date, 'day'))} ", "$foreground-muted")
        place = shown(f" {self._title or view.municipality}", "bold")
        return place + day.pad_left(max(1, self.size.width - place.cell_length - day.cell_length))
