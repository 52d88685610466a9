"""What the faces of systems have in common: lines of fields that can be chosen, one after another.

A face says how its fields look; every field of a page is one ``FieldLine`` on every face, so that
opening a page exposes exactly its fields, whatever draws it.
"""

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
from simulator.core.clock import DayNumber, Moment, date_of, day_of
from simulator.core.texts import Teller
from simulator.tui.content import shown

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
    FieldLine > .cell { height: auto; width: auto; margin-right: 2; }
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
    """A page as its system draws it."""

    DEFAULT_CSS = """
    Face { height: 1fr; width: 1fr; padding: 0 1; }
    Face .beside { display: none; }
    Face.-broad .beside { display: block; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]

    def __init__(
        self, page: PageView, say: Teller, user: str = "", desk: DeskView | None = None
    ) -> None:
        super().__init__()
        self.page, self.say, self.user, self.desk = page, say, user, desk

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


def cell(text: str, classes: str) -> Static:
    """Return a text as a cell of a line."""
    return Static(shown(text, lines=True), classes=f"cell {classes}")


def named(row: Row, say: Teller) -> str:
    """Return the label of a field, with the system's own code for it if it has one."""
    return say.write(row.label) + (f" ({row.code})" if row.code else "")


def value_text(row: Row, say: Teller, manner: str) -> str:
    """Return the value of a field, or why it has none, written as the system writes."""
    word = f"systems.{manner}.{row.state}"
    if row.state != "shown" and say.knows(word):
        return say(word)
    return say("state.missing") if row.value is None else say.write(row.value)


def short_date(day: DayNumber) -> str:
    """Write a date as registers do in either language, ``02.02.26``."""
    return date_of(day).strftime("%d.%m.%y")


def reported(at: Moment | None) -> str:
    """Return the date a value was reported; ``""`` if the system shows none."""
    return "" if at is None else short_date(day_of(at))


def months(row: Row) -> tuple[str, ...]:
    """Return the months a field lists, newest first, as ``01.26``; ``()`` if it lists none."""
    listed = [row.month] if row.month is not None else []
    return tuple(
        date_of(month).strftime("%m.%y") for month in (*listed, *(day for day, _ in row.earlier))
    )


def values(row: Row, say: Teller, manner: str) -> tuple[str, ...]:
    """Return what a field shows, newest first, then the earlier months it lists."""
    return value_text(row, say, manner), *(say.write(value) for _, value in row.earlier)


def listed(row: Row, say: Teller, manner: str) -> str:
    """Return the lines of a field: its value, or a line for each month with the value then."""
    lines = values(row, say, manner)
    if months_ := months(row):
        lines = tuple(f"{month}  {value}" for month, value in zip(months_, lines, strict=False))
    return "\n".join(lines)


def across(left: str, right: str, width: int) -> Content:
    """Return two texts at either end of a line; under one another where they do not fit."""
    at_left, at_right = shown(left), shown(right)
    room = width - at_left.cell_length - at_right.cell_length
    between = " " * room if room > 1 else "\n"
    return Content.assemble(at_left, between, at_right)
