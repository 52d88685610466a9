"""The lines of the inbox and of the list of systems."""

from collections import Counter
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from simulator.casework.seeing import DeskView
from simulator.casework.views import InboxItem, SystemItem
from simulator.core.texts import Teller
from simulator.tui.content import shown, stacked
from simulator.tui.dates import short_day

SIGNS = {"new": "●", "opened": "○", "waiting": "…", "decided": "✔", "away": "–"}
"""A new case, one that was begun, one that waits for an answer, one that is decided."""

A_PAGE = 30
"""Cases of the inbox that are laid out at once, however many wait."""


@dataclass(frozen=True)
class InboxPage:
    """A page of the inbox: its cases, and how many lie before and after it."""

    items: tuple[InboxItem, ...]
    before: int
    after: int

    def lines(self, view: DeskView, say: Teller, room: int, high: int, bar: int) -> list[Content]:
        """Return the lines of the list, the ways to the other pages among them.

        Each case has two lines or more if all of them fit into ``high``, otherwise one, beside the
        scroll bar of the width ``bar`` where that is too many too.
        """
        cases = [inbox_line(item, view, say, room) for item in self.items]
        if sum(map(_high, cases)) > high:
            names = _short_names(self.items)
            high -= bool(self.before) + bool(self.after)
            left = room if sum(1 + bool(item.cue) for item in self.items) <= high else room - bar
            cases = [short_line(item, names[item.name], view, say, left) for item in self.items]
        back = [shown(say("tui.desk.earlier", n=self.before), "italic")] if self.before else []
        on = [shown(say("tui.desk.further", n=self.after), "italic")] if self.after else []
        return [*back, *cases, *on]

    def case(self, line: int) -> str:
        """Return the id of the case on a line; ``""`` if the line leads to another page."""
        at = line - bool(self.before)
        return self.items[at].case if 0 <= at < len(self.items) else ""


def inbox_page(items: tuple[InboxItem, ...], first: int) -> InboxPage:
    """Return the page that begins with the item at index ``first``, or the last page."""
    while first >= len(items) and first:
        first -= A_PAGE
    here = items[first : first + A_PAGE]
    return InboxPage(here, first, max(0, len(items) - first - A_PAGE))


def inbox_line(item: InboxItem, view: DeskView, say: Teller, room: int) -> Content:
    """Return a case as two lines: what and who, by when; and its cue, if it has one.

    Where who and when are too long for one line, each has its own.
    """
    sign, style, faint = _looks(item, view)
    day = say("tui.desk.due", day=short_day(item.deadline, view.date, say))
    both = f"  {item.name} · {day}"
    apart = [both] if len(both) <= room else [f"  {item.name}", f"  {day}"]
    lines = [shown(f"{sign} {say(item.title)}", style), *(shown(line, faint) for line in apart)]
    return stacked(*lines, *_cue(item, say))


def _looks(item: InboxItem, view: DeskView) -> tuple[str, str, str]:
    """Return the sign of a case, the style of what it is, and that of the rest of its line."""
    if view.hand is not None and view.hand.case == item.case:
        return "▸", "bold", ""
    return SIGNS[item.state], "bold" if item.state == "new" else "", "dim"


def _cue(item: InboxItem, say: Teller) -> list[Content]:
    return [shown(f"  {say(item.cue)}", "italic")] if item.cue else []


def _short_names(items: tuple[InboxItem, ...]) -> dict[str, str]:
    """Return the family names of people, with an initial where two share one."""
    family = {item.name: item.name.rpartition(" ")[2] for item in items}
    borne = Counter(family.values())
    return {
        name: f"{name[:1]}. {last}" if borne[last] > 1 else last for name, last in family.items()
    }


def short_line(item: InboxItem, name: str, view: DeskView, say: Teller, room: int) -> Content:
    """Return a case as one line: what, who, by when; and its cue, if it has one."""
    (sign, style, faint), day = _looks(item, view), short_day(item.deadline, view.date, say)
    left = max(6, room - cell_len(name) - cell_len(day) - 4)
    what = set_cell_size(_cut(say(item.short or item.title), left), left)
    return stacked(shown(f"{sign} {what} {name} ", style) + shown(day, faint), *_cue(item, say))


def _high(line: Content) -> int:
    return line.plain.count("\n") + 1


def _cut(text: str, room: int) -> str:
    return text if cell_len(text) <= room else text[: room - 1].rstrip() + "…"


def system_line(number: int, system: SystemItem, say: Teller, room: int) -> Content:
    """Return a system with its number and whether it answers.

    If there is no room for both, the state is left out unless the system is down.
    """
    state = say("tui.desk.system-open" if system.open else "tui.desk.system-down")
    name = shown(f"{number} {say(system.name)}")
    lack = room - name.cell_length - len(state)
    if lack < 1 and system.open:
        return name
    return name.pad_right(max(1, lack)) + shown(state, "dim" if system.open else "bold")
