"""The facts this student has seen: value, from where, and the date only if one was shown."""

from textual.content import Content
from textual.geometry import Size
from textual.visual import VisualType
from textual.widget import Widget

from simulator.casework.views import FactLine
from simulator.core.clock import DayNumber, day_of
from simulator.core.texts import Teller
from simulator.tui.content import shown, stacked
from simulator.tui.dates import short_day

GAP = 2
FAINT = "$foreground-muted"
NARROWEST = 18
"""Columns a fact's name must have, or it stands on a line of its own."""


class FactsTable(Widget):
    """A table that folds instead of cutting anything off."""

    DEFAULT_CSS = "FactsTable { height: auto; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._facts: tuple[FactLine, ...] = ()
        self._say: Teller | None = None
        self._today: DayNumber = 0
        self._newest = 0
        """The index of the fact that came last."""

    def show(self, facts: tuple[FactLine, ...], say: Teller, today: DayNumber) -> None:
        """Show other facts, or the same in another language."""
        seen = {(fact.path, fact.source) for fact in self._facts}
        new = [n for n, fact in enumerate(facts) if (fact.path, fact.source) not in seen]
        self._newest = new[-1] if new else self._newest
        self._facts, self._say, self._today = facts, say, today
        self.refresh(layout=True)

    @property
    def newest_line(self) -> int:
        """The line of the fact that came last."""
        return max(0, len(self._lines(self.size.width, self._newest + 1)) - 1)

    def render(self) -> VisualType:
        """Draw the table at the width there is."""
        return stacked(*self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the table takes."""
        return len(self._lines(width))

    def _lines(self, width: int, first: int | None = None) -> list[Content]:
        """Return the lines of the table; with ``first``, of no more than that many facts."""
        say = self._say
        if say is None:
            return []
        if not self._facts:
            return [shown(say("tui.desk.no-facts"), FAINT)]
        rows = [_row(fact, say, self._today) for fact in self._facts]
        for at in range(len(rows) - 1, 0, -1):  # a fact seen in two places is named once
            if self._facts[at].path == self._facts[at - 1].path:
                rows[at] = ("", *rows[at][1:])
        heads = tuple(say(f"tui.desk.column.{name}") for name in ("fact", "value", "from", "as-of"))
        return _table(heads, rows, width, first) or _folded(rows[:first])


Row = tuple[str, str, str, str]


def _row(fact: FactLine, say: Teller, today: DayNumber) -> Row:
    return say(fact.label), say.write(fact.told), say(fact.source_name), _as_of(fact, say, today)


def _as_of(fact: FactLine, say: Teller, today: DayNumber) -> str:
    if fact.as_of is None:
        return "–"
    day = day_of(fact.as_of)
    return say("tui.desk.today") if day == today else short_day(day, today, say)


def _table(
    heads: tuple[str, ...], rows: list[Row], width: int, first: int | None = None
) -> list[Content]:
    """Return the lines of the table; ``[]`` if too little room is left for the names of facts."""
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(4)]
    spare = width - GAP * 3 - sum(widths[2:])
    widths[1] = min(widths[1], max(14, spare - widths[0]))
    widths[0] = max(8, min(widths[0], spare - widths[1]))
    if widths[0] < min(NARROWEST, max(len(row[0]) for row in rows)):
        return []
    lines = [_line(heads, widths, FAINT)[0]]
    for row in rows[:first]:
        lines += _line(row, widths, "")
    return lines


def _line(row: tuple[str, ...], widths: list[int], style: str) -> list[Content]:
    """Return a row, on as many lines as its longest cell needs."""
    cells = [shown(cell).wrap(room) for cell, room in zip(row, widths, strict=True)]
    lines = []
    for at in range(max(map(len, cells))):
        parts = [cell[at] if at < len(cell) else Content("") for cell in cells]
        padded = [_pad(parts[n], widths[n], right=n == 1) for n in range(4)]
        looks = (style, style, style, FAINT)
        styled = [part.stylize(look) for part, look in zip(padded, looks, strict=True)]
        lines.append(Content(" " * GAP).join(styled))
    return lines


def _pad(part: Content, room: int, *, right: bool) -> Content:
    part = part.rstrip()
    lack = max(0, room - part.cell_length)
    return part.pad_left(lack) if right else part.pad_right(lack)


def _folded(rows: list[Row]) -> list[Content]:
    lines = []
    for label, value, source, as_of in rows:
        if label:
            lines.append(shown(label, FAINT))
        lines.append(shown(f"  {value}") + shown(f" · {source} · {as_of}", FAINT))
    return lines
