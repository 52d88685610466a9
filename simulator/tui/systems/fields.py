"""What the faces of systems have in common: lines of fields that can be chosen, one after another.

A face says how its fields look; every field of a page is one ``FieldLine`` on every face, so that
opening a page exposes exactly its fields, whatever draws it.
"""

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from simulator.casework.seeing import DeskView
from simulator.casework.views import PageView, Row
from simulator.core.clock import DayNumber, date_of, day_of
from simulator.core.texts import Teller
from simulator.tui.content import shown
from simulator.tui.systems.drawn import Drawn

SLIM = 72
"""Cells below which a field is shown with one name: its label or its code."""
BROAD = 92
"""Cells from which something may stand beside the fields."""
VAST = 120
"""Cells from which a field is shown with all its names, whatever stands beside it."""


class FieldLine(Widget, can_focus=True):
    """One field of an opened page. Enter or a click chooses it."""

    DEFAULT_CSS = """
    FieldLine { layout: horizontal; width: 1fr; height: auto; }
    FieldLine > .cell { width: auto; margin-right: 2; }
    FieldLine > .pointer { width: 1; margin-right: 1; visibility: hidden; }
    FieldLine:focus > .pointer { visibility: visible; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]

    class Chosen(Message):
        """A field was chosen, to do something about it."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self, row: Row, *cells: Static) -> None:
        super().__init__(cell("▸", "pointer"), *cells)
        self.row = row

    def action_choose(self) -> None:
        """Choose the field."""
        self.post_message(self.Chosen(self.row))

    def on_click(self, event: events.Click) -> None:
        """Choose the field with the mouse."""
        event.stop()
        self.focus()
        self.action_choose()


class Face(VerticalScroll, can_focus=False):
    """A page as its system draws it: the fields, and what a look puts round them."""

    DEFAULT_CSS = """
    Face { padding: 0 1; }
    Face .beside { display: none; }
    Face.-broad .beside { display: block; }
    """

    CELLS: ClassVar[tuple[str, ...]] = ("named label", "listed value", "date faint")
    """The style classes of each cell of a field; the first of them names its text in ``texts``."""
    LISTED: ClassVar[str] = "{month}  {value}"
    """How a value of one of several months is listed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]

    def __init__(
        self, page: PageView, say: Teller, user: str = "", desk: DeskView | None = None
    ) -> None:
        super().__init__()
        self.page, self.say, self.user, self.desk = page, say, user, desk

    def fields(self) -> Iterator[FieldLine]:
        """Yield a line for each field; a cell whose text a field does not have is left out."""
        for row in self.page.rows:
            texts = self.texts(row)
            named = ((name.partition(" ")[0], name) for name in self.CELLS)
            yield FieldLine(row, *(cell(texts[key], name) for key, name in named if key in texts))

    def texts(self, row: Row) -> dict[str, str]:
        """Return what may stand in the cells of a field, by name."""
        say, label, dated = self.say, self.say.write(row.label), months(row)
        date = "" if row.as_of is None else short_date(day_of(row.as_of))
        reported = own_word(say, self.page.look, "reported")
        values = [self.value(row), *(say.write(value) for _, value in row.earlier)]
        listed = [
            self.LISTED.format(month=month, value=value)
            for month, value in zip(dated, values, strict=False)
        ]
        return {
            "code": row.code or "–",
            "label": label,
            "named": f"{label} ({row.code})" if row.code else label,
            "month": "\n".join(dated),
            "value": "\n".join(values),
            "listed": "\n".join(listed or values),
            "date": date,
            "reported": say(reported, day=date) if date else "",
        }

    def value(self, row: Row) -> str:
        """Return the value of a field, or why it has none, written as the system writes."""
        word = own_word(self.say, self.page.look, row.state)
        if row.state != "shown" and self.say.knows(word):
            return self.say(word)
        return self.say("state.missing") if row.value is None else self.say.write(row.value)

    def on_resize(self, event: events.Resize) -> None:
        """Leave out a column that says the same twice where there is little room."""
        self.set_class(event.size.width < SLIM, "-slim")
        self.set_class(event.size.width >= BROAD, "-broad")
        self.set_class(event.size.width >= VAST, "-vast")

    def action_step(self, by: int) -> None:
        """Go to another field."""
        lines = list(self.query(FieldLine))
        here = next((at for at, line in enumerate(lines) if line.has_focus), None)
        if here is not None and 0 <= here + by < len(lines):
            lines[here + by].focus()
        else:
            self.scroll_relative(y=by, animate=False)

    def on_mount(self) -> None:
        """Begin at the first field."""
        self.begin()

    def begin(self) -> None:
        """Put the keyboard on the first field."""
        if lines := self.query(FieldLine):
            lines.first(FieldLine).focus()


def own_word(say: Teller, look: str, name: str) -> str:
    """Return the id of a look's own word for something; of the plain word if it has none."""
    word = f"systems.{look}.{name}"
    return word if say.knows(word) else f"systems.plain.{name}"


def cell(text: str, classes: str) -> Static:
    """Return a text as a cell of a line."""
    return Static(shown(text, lines=True), classes=f"cell {classes}")


def short_date(day: DayNumber) -> str:
    """Write a date as registers do in either language, ``02.02.26``."""
    return date_of(day).strftime("%d.%m.%y")


def months(row: Row) -> tuple[str, ...]:
    """Return the months a field lists, newest first, as ``01.26``; ``()`` if it lists none."""
    newest = () if row.month is None else (row.month,)
    days = (*newest, *(day for day, _ in row.earlier))
    return tuple(date_of(day).strftime("%m.%y") for day in days)


def across(left: str, right: str, classes: str = "bright") -> Drawn:
    """Return two texts at either end of a line; under one another where they do not fit."""
    at_left, at_right = shown(left), shown(right)

    def draw(width: int) -> Content:
        room = width - at_left.cell_length - at_right.cell_length
        return Content.assemble(at_left, " " * room if room > 1 else "\n", at_right)

    return Drawn(draw, classes=classes)


def edge(pattern: str, classes: str = "edge") -> Drawn:
    """Return a pattern that goes on for the width there is."""
    return Drawn(lambda width: shown((pattern * width)[:width]), classes=classes)
