"""Everything that can be done now, with its price; what cannot be done says why."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, OptionList

from simulator.casework.commands import Offer
from simulator.core.untrusted import clean
from simulator.tui.content import shown, stacked
from simulator.tui.house_screen import ALWAYS, VIEWS, HouseDialog
from simulator.tui.keys import KEYS, TABLE
from simulator.tui.offers import start
from simulator.tui.prices import short_price


@dataclass(frozen=True)
class Entry:
    """One line of the palette."""

    label: str
    line: Content
    act: Callable[[], object]


class PaletteScreen(HouseDialog[None]):
    """A list that grows shorter as one writes; arrows and Enter, or the mouse."""

    NAMED = "key.palette"
    HAS = ("back", "choose")

    search = getters.query_one(Input)
    options = getters.query_one(OptionList)

    BINDINGS = [  # noqa: RUF012 - Textual's own shape
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self.matches: list[Entry] = []
        self.written = ""

    @property
    def writing(self) -> bool:
        """``False``: the field always has the focus, and every key of this dialog works."""
        return False

    def body(self) -> ComposeResult:
        """Yield the field and the list."""
        yield Input(self.written, placeholder=self.say("tui.palette.search"), id="search")
        yield OptionList(id="found", markup=False)

    def on_mount(self) -> None:
        """Show everything."""
        self.redraw()
        self.search.focus()

    def redraw(self) -> None:
        """Gather what can be done, in the language of the moment."""
        offers = self.view.offers if self.house.session else ()
        possible = sorted(offers, key=lambda offer: offer.refused is not None)
        self.entries = [*map(self._offer, possible), *map(self._key, self._elsewhere())]
        self._filter(self.search.value)

    def _offer(self, offer: Offer) -> Entry:
        say = self.say
        label = say(offer.label)
        key = next((key.shown for key in KEYS if offer.id == key.offer), "")
        line = shown(f"{key:>5}  ", "bold") + shown(label, "dim" if offer.refused else "")
        if offer.refused:
            line = stacked(line, *self._why_not(say(offer.refused)))
        else:
            line += shown(f"  {short_price(offer, say)}", "dim")
        return Entry(label, line, lambda: start(self.house, offer))

    def _why_not(self, why: str) -> list[Content]:
        """Return why something cannot be done now, under its name."""
        room = max(20, min(76, self.app.size.width) - 18)
        return [shown(" " * 7) + line for line in shown(why, "italic dim").wrap(room)]

    def _elsewhere(self) -> tuple[str, ...]:
        views = VIEWS if self.house.at_desk else ()
        front = ("front",) if self.house.session else ()
        return (*views, *front, *(id_ for id_ in (*ALWAYS, "theme") if id_ != "palette"))

    def _key(self, id_: str) -> Entry:
        key, label = TABLE[id_], self.say(f"key.{id_}")
        line = shown(f"{key.shown:>5}  ", "bold") + shown(label)
        app = self.app
        return Entry(label, line, lambda: app.call_later(app.run_action, key.action, app.screen))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the entries that match what is written."""
        self.written = event.value
        self._filter(event.value)

    def _filter(self, written: str) -> None:
        words = clean(written).casefold().split()
        matches = [e for e in self.entries if all(word in e.label.casefold() for word in words)]
        self.matches = sorted(matches, key=lambda entry: _apart(words, entry.label))
        options = self.options
        options.clear_options()
        if not self.matches:
            options.add_option(shown(self.say("tui.palette.none"), "italic"))
        options.add_options([entry.line for entry in self.matches])
        options.highlighted = 0

    def action_move(self, by: int) -> None:
        """Move the bar while the field has focus."""
        (self.options.action_cursor_down if by > 0 else self.options.action_cursor_up)()

    def on_input_submitted(self) -> None:
        """Do what the bar stands on."""
        self.action_choose()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was pressed."""
        self._do(event.option_index)

    def action_choose(self) -> None:
        """Do what the bar stands on."""
        self._do(self.options.highlighted or 0)

    def _do(self, number: int) -> None:
        if number < len(self.matches):
            act = self.matches[number].act
            self.dismiss(None)
            self.app.call_later(act)


def _apart(words: list[str], label: str) -> int:
    """Return 0 if all are words of the label, 1 if its words begin with them, otherwise 2."""
    within = re.findall(r"\w+", label.casefold())
    if all(word in within for word in words):
        return 0
    return 1 if all(any(part.startswith(word) for part in within) for word in words) else 2
