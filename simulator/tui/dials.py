"""The dials: for each step, how much is left to technology; what a level saves and looks at."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from simulator.casework.opening import Opening
from simulator.casework.views import DialView
from simulator.core.texts import Phrase, Teller
from simulator.tui.content import shown, stacked


def minutes_at(opening: Opening, dial: DialView, level: int) -> int:
    """Return the minutes a step takes at a level: the price by hand, less its share."""
    share = opening.prices.get(f"by_level.{level}", 100)
    return _by_hand(opening, dial) * share // 100


def _by_hand(opening: Opening, dial: DialView) -> int:
    minutes = opening.case_types[dial.case_type].minutes
    return next((found for function, found in minutes.items() if function == dial.function), 1)


def dial_line(dial: DialView, say: Teller) -> Content:
    """Return a dial with the level it stands at."""
    name = say(f"function.{dial.function}")
    level = say(f"level.{dial.level}")
    scale = "".join("●" if n == dial.level else "○" if n in dial.allowed else "·" for n in range(5))
    turned = f"‹ {level} ›" if len(dial.allowed) > 1 else f"  {level}"
    return shown(f"{name:<10} ", "bold") + shown(f"{scale}  ", "") + shown(turned)


def about_dial(dial: DialView, opening: Opening, say: Teller) -> Content:
    """Return what the level of a dial looks at, and what it saves."""
    now, by_hand = minutes_at(opening, dial, dial.level), minutes_at(opening, dial, 0)
    cost = say("tui.dials.cost", now=now, hand=by_hand)
    if dial.level == 0:
        cost = say("tui.dials.by-hand", hand=by_hand)
    looks = say(f"tui.level.{dial.function}.{dial.level}")
    title = say(
        Phrase(
            "tui.dials.title",
            {"title": dial.title, "function": Phrase(f"function.{dial.function}")},
        )
    )
    return stacked(shown(title, "bold"), shown(looks), shown(cost, "dim"))


class Dials(OptionList):
    """The dials of a day. It is given the levels and tells which way one was turned."""

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
        self.dials: tuple[DialView, ...] = ()

    @property
    def front(self) -> DialView | None:
        """The dial the bar stands on."""
        at = self.highlighted
        return self.dials[at] if at is not None and at < len(self.dials) else None

    def show(self, dials: tuple[DialView, ...], say: Teller) -> None:
        """Show the levels as they stand."""
        at = self.highlighted or 0
        self.dials = dials
        self.clear_options()
        several = len({dial.case_type for dial in dials}) > 1
        for dial in dials:
            line = dial_line(dial, say)
            self.add_option(stacked(shown(say(dial.title), "dim"), line) if several else line)
        self.highlighted = min(at, len(dials) - 1) if dials else None

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
