"""The dials: for each step, how much is left to technology; what a level saves and looks at."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.casework.case_types import ANSWERING, FUNCTIONS, SUGGESTING, step_id
from simulator.casework.opening import Opening, share_name
from simulator.casework.views import DialView
from simulator.core.texts import Phrase, Teller
from simulator.tui.content import shown, stacked


def minutes_at(opening: Opening, dial: DialView, level: int) -> int:
    """Return the minutes a step takes at a level: the price by hand, less its share."""
    minutes = opening.case_types[dial.case_type].minutes
    by_hand = next((n for function, n in minutes.items() if function == dial.function), 1)
    return by_hand * opening.prices.get(share_name(level), 100) // 100


ROW = 66
"""Cells from which the kind of case stands on the same line as its steps."""


def dial_line(dial: DialView, say: Teller, title: str = "") -> Content:
    """Return a dial as a line: ``title`` (the kind of case, padded), the step and its level."""
    name = say(f"function.{dial.function}")
    level = say(f"level.{dial.level}")
    scale = "".join("●" if n == dial.level else "○" if n in dial.allowed else "·" for n in range(5))
    turned = f"‹ {level} ›" if len(dial.allowed) > 1 else f"  {level}"
    kind = shown(title)
    return kind + shown(f"{name:<10} ", "bold") + shown(f"{scale}  ", "") + shown(turned)


def about_dial(dial: DialView, opening: Opening, say: Teller) -> Content:
    """Return what the level of a dial checks, the minutes it takes, and who set it, if not here."""
    now, by_hand = minutes_at(opening, dial, dial.level), minutes_at(opening, dial, 0)
    word = "cost" if dial.level else "by-hand"
    if dial.level == SUGGESTING and dial.function in ANSWERING:
        word = "suggested"
    answers = {name: opening.prices.get(name, 0) for name in ("follow", "adjust")}
    cost = say(f"tui.dials.{word}", now=now, hand=by_hand, **answers)
    looks = say(f"tui.level.{dial.function}.{dial.level}")
    lines = [shown(say(step_name(dial)), "bold"), shown(looks), shown(cost, "dim")]
    return stacked(*lines, *([shown(set_by(dial, say))] if dial.by is not None else []))


def set_by(dial: DialView, say: Teller) -> str:
    """Return who set a step that the caseworker cannot change, and why."""
    why = say(dial.why) if dial.why else ""
    return say("tui.dials.set-by", by=dial.by, why=why)


def step_name(dial: DialView) -> Phrase:
    """Return a step with the kind of case it belongs to."""
    function = Phrase(f"function.{dial.function}")
    return Phrase("tui.dials.title", {"title": dial.title, "function": function})


class AboutDial(Static):
    """What the dial in front means."""

    def tell(self, dial: DialView | None, opening: Opening, say: Teller) -> None:
        """Show what a dial means; for ``None``, show no text."""
        self.update(about_dial(dial, opening, say) if dial else Content(""))


class Dials(OptionList):
    """The dials of a day, by kind of case. ``Turned`` is posted when one is turned."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
    ]

    class Turned(Message):
        """A dial was turned to another level."""

        def __init__(self, dial: DialView, level: int) -> None:
            super().__init__()
            self.dial, self.level = dial, level

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, markup=False)
        self._dials: dict[str, DialView] = {}
        """The dial of each line that has one, by the id of the line."""
        self._say: Teller | None = None
        self._in_row = False

    @property
    def front(self) -> DialView | None:
        """The dial the bar stands on."""
        line = self.highlighted_option
        return self._dials.get(line.id or "") if line else None

    def show(self, dials: Iterable[DialView], say: Teller) -> None:
        """Show the levels as they stand; a kind of case is named at the first of its steps."""
        self._dials = {step_id(dial.case_type, dial.function): dial for dial in dials}
        self._say = say
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Name the kinds of case beside their steps where there is room, otherwise above."""
        if self._say is not None and (event.size.width >= ROW) != self._in_row:
            self._draw()

    def _draw(self) -> None:
        assert self._say is not None
        front, say = self.highlighted_option, self._say
        self._in_row = (self.size.width or self.app.size.width - 8) >= ROW
        titles = {dial.case_type: say(dial.title) for dial in self._dials.values()}
        room = max(map(len, titles.values()), default=0) + 2 if len(titles) > 1 else 0
        self.clear_options()
        before = ""
        for id_, dial in self._dials.items():
            title = titles[dial.case_type] if room and dial.case_type != before else ""
            if title and not self._in_row:
                self.add_option(Option(shown(title, "dim"), disabled=True))
            line = dial_line(dial, say, title.ljust(room) if self._in_row else "")
            self.add_option(Option(line, id=id_))
            before = dial.case_type
        first = next(iter(self._dials), None)
        here = front.id if front and front.id in self._dials else first
        self.highlighted = self.get_option_index(here) if here else None

    def action_turn(self, by: int) -> None:
        """Turn the dial in front to its next level, round again at the end."""
        dial = self.front
        if dial is None or len(dial.allowed) < 2:
            return
        at = dial.allowed.index(dial.level) if dial.level in dial.allowed else 0
        self.post_message(self.Turned(dial, dial.allowed[(at + by) % len(dial.allowed)]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A press turns on by one."""
        event.stop()
        self.action_turn(1)


def levels_table(dials: Iterable[DialView], say: Teller, width: int) -> Content:
    """Return every level as a table: a line a kind of case, a column a step."""
    rows: dict[str, dict[str, DialView]] = {}
    for dial in dials:
        rows.setdefault(dial.case_type, {})[dial.function] = dial
    heads = [say(f"function.{function}") for function in FUNCTIONS]
    columns = [max(len(head), 3) + 2 for head in heads]
    room = max(10, width - sum(columns))
    lines = [
        shown(" " * room + "".join(h.center(c) for h, c in zip(heads, columns, strict=True)), "dim")
    ]
    for steps in rows.values():
        title = say(next(iter(steps.values())).title)[: room - 1].ljust(room)
        cells = (_cell(steps.get(f)).center(c) for f, c in zip(FUNCTIONS, columns, strict=True))
        lines.append(shown(title) + shown("".join(cells), "bold"))
    return stacked(*lines)


def _cell(dial: DialView | None) -> str:
    if dial is None:
        return "·"
    if dial.by is not None:
        return f"[{dial.level}]"
    return f"{dial.level}" if dial.later else f"‹{dial.level}›"
