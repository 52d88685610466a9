"""The search of a system: a field for each way it can be searched, and what it found, in pages.

What is typed goes to the system as it is. How it wants it typed is the system's own affair.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from simulator.casework.commands import Offer
from simulator.casework.form import Blank, Option
from simulator.core.texts import Teller
from simulator.tui.content import shown
from simulator.tui.systems.looks import look_class, look_of
from simulator.tui.systems.panel import price

A_PAGE = 6
"""Hits that are listed at a time."""
MOST_TYPED = 60
"""Characters a search field takes."""


def blank(offer: Offer, name: str) -> Blank:
    """Return a blank of an offer by its name."""
    return next(blank for blank in offer.blanks if blank.name == name)


class SearchFront(Widget):
    """The fields to search by; Enter in one of them searches by it."""

    DEFAULT_CSS = """
    SearchFront { height: auto; margin-top: 1; }
    SearchFront .asks { height: auto; text-style: bold; }
    SearchFront Horizontal { height: auto; }
    SearchFront .way { width: 38; max-width: 45%; height: auto; margin-right: 1; }
    SearchFront Input { width: 1fr; max-width: 34; }
    """

    class Wanted(Message):
        """A search was sent: by name, number or address (``by``), with the text typed."""

        def __init__(self, by: str, words: str) -> None:
            super().__init__()
            self.by, self.words = by, words

    class Typed(Message):
        """Something was typed; the screen keeps it."""

        def __init__(self, by: str, words: str) -> None:
            super().__init__()
            self.by, self.words = by, words

    def __init__(
        self, offer: Offer, say: Teller, look: str, typed: dict[str, str], *, begin: bool = False
    ) -> None:
        super().__init__(classes=look_class(look))
        self._offer, self._say, self._look, self._typed = offer, say, look, typed
        self._begin = begin
        self._ways = blank(offer, "by").options

    def compose(self) -> ComposeResult:
        """Put the question in the system's own manner, and a field for each answer."""
        say = self._say
        word = f"systems.{self._look}.search"
        asks = say(word if say.knows(word) else "systems.plain.search")
        yield Static(shown(f"{asks} · {price(self._offer, say)}"), classes="asks")
        for number, way in enumerate(self._ways):
            with Horizontal():
                yield Static(shown(self._label(way)), classes="way faint")
                yield Input(
                    self._typed.get(way.value, ""),
                    placeholder="_" * 30,
                    max_length=MOST_TYPED,
                    select_on_focus=False,
                    id=f"way-{number}",
                )

    def on_mount(self) -> None:
        """If the student came to search, focus the field that has text, else the first."""
        fields = list(self.query(Input))
        if self._begin and fields:
            next((field for field in fields if field.value), fields[0]).focus()

    def _label(self, way: Option) -> str:
        label = self._say(way.label)
        return look_of(self._look).in_manner(label[:1].upper() + label[1:])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let the screen keep what is typed."""
        event.stop()
        self.post_message(self.Typed(self._way(event.input), event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Search by the field that was typed in."""
        event.stop()
        self.post_message(self.Wanted(self._way(event.input), event.value))

    def _way(self, field: Input) -> str:
        way: str = self._ways[int((field.id or "").removeprefix("way-"))].value
        return way


class HitList(OptionList):
    """One page of hits; at either end of it there is another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,right", "turn(1)", show=False),
        Binding("pageup,left", "turn(-1)", show=False),
    ]

    def action_turn(self, by: int) -> None:
        """Turn to another page of what was found."""
        self.query_ancestor(Hits).turn(by)


class Hits(Widget):
    """What the last search found, a page of it at a time."""

    DEFAULT_CSS = """
    Hits { height: auto; margin-top: 1; }
    Hits Static { height: auto; }
    """

    class Chosen(Message):
        """A hit was chosen."""

        def __init__(self, hit: Option) -> None:
            super().__init__()
            self.hit = hit

    def __init__(self, offer: Offer, say: Teller, look: str, *, begin: bool = False) -> None:
        super().__init__(classes=look_class(look))
        self._offer, self._say, self._look, self._begin = offer, say, look, begin
        self._found = blank(offer, "subject").options
        self._page = 0

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-len(self._found) // A_PAGE)

    def compose(self) -> ComposeResult:
        """Yield the line that counts the hits, and their list."""
        yield Static(id="found", classes="bright")
        yield HitList(id="hits", markup=False)

    def on_mount(self) -> None:
        """Begin at the first page; take the keyboard after a search."""
        self._list()
        if self._begin:
            self.query_one("#hits").focus()

    def _list(self) -> None:
        say, first = self._say, self._page * A_PAGE
        listed = self._found[first : first + A_PAGE]
        last, count = first + len(listed), len(self._found)
        counted = say("systems.search.found", first=first + 1, last=last, n=count)
        turn = f" · {say('systems.search.turn')}" if self.pages > 1 else ""
        opens = say("systems.search.opens", price=price(self._offer, say))
        self.query_one("#found", Static).update(shown(f"{counted}{turn} · {opens}"))
        hits = self.query_one("#hits", OptionList)
        hits.clear_options()
        manner = look_of(self._look).in_manner
        hits.add_options([shown(manner(say(hit.label))) for hit in listed])
        hits.highlighted = 0

    def turn(self, by: int) -> None:
        """Turn to another page of what was found."""
        page = max(0, min(self.pages - 1, self._page + by))
        if page != self._page:
            self._page = page
            self._list()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Post ``Chosen`` with the hit."""
        event.stop()
        self.post_message(self.Chosen(self._found[self._page * A_PAGE + event.option_index]))
