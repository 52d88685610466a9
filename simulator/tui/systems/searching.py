"""The search of a system: a field for each way it can be searched, and what it found, in pages.

What is typed goes to the system as it is. How it wants it typed is the system's own affair.
"""

from itertools import chain
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalGroup
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from simulator.casework.commands import Offer
from simulator.casework.form import Option
from simulator.core.texts import Teller
from simulator.tui.content import shown
from simulator.tui.systems.fields import own_word
from simulator.tui.systems.looks import look_class, look_of
from simulator.tui.systems.offer_parts import blank_of, price

A_PAGE = 6
"""Hits that are listed at a time."""
MOST_TYPED = 60
"""Characters a search field takes."""


def found(hits: Offer | None) -> tuple[Option, ...]:
    """Return what the last search found, of the offer to open it."""
    subject = blank_of(hits, "subject")
    return subject.options if subject else ()


class SearchFront(VerticalGroup):
    """The fields to search by; Enter in one of them searches by it."""

    DEFAULT_CSS = """
    SearchFront { margin-top: 1; }
    SearchFront .asks { text-style: bold; }
    SearchFront .way { width: 38; max-width: 45%; margin-right: 1; }
    SearchFront Input { width: 1fr; max-width: 34; }
    """

    class Wanted(Message):
        """A search was sent: by name, number or address (``by``), with the text typed."""

        def __init__(self, by: str, words: str) -> None:
            super().__init__()
            self.by, self.words = by, words

    def __init__(
        self,
        offer: Offer,
        say: Teller,
        look: str,
        typed: dict[str, str],
        *,
        begin: bool = False,
        by: str = "",
    ) -> None:
        """``typed`` is what was typed before, by the way to search; it is kept up to date.

        ``by`` is the way that was searched last.
        """
        super().__init__(classes=look_class(look))
        self._offer, self._say, self._look, self._typed = offer, say, look, typed
        self._begin, self._by = begin, by

    def compose(self) -> ComposeResult:
        """Put the question in the system's own manner, and a field for each answer."""
        say = self._say
        asks = say(own_word(say, self._look, "search"))
        yield Static(shown(f"{asks} · {price(self._offer, say)}"), classes="asks")
        ways = blank_of(self._offer, "by")
        for way in ways.options if ways else ():
            label = say(way.label)
            label = look_of(self._look).in_manner(label[:1].upper() + label[1:])
            with HorizontalGroup():
                yield Static(shown(label), classes="way faint")
                yield Input(
                    self._typed.get(way.value, ""),
                    placeholder="_" * 30,
                    max_length=MOST_TYPED,
                    select_on_focus=False,
                    name=way.value,
                    id=f"way-{way.value}",
                )

    def on_mount(self) -> None:
        """If the student came to search, focus the field searched by last, else one that has text,
        else the first.
        """
        fields = list(self.query(Input))
        if self._begin and fields:
            last = (field for field in fields if field.name == self._by)
            written = (field for field in fields if field.value)
            next(chain(last, written, fields)).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is typed."""
        event.stop()
        self._typed[event.input.name or ""] = event.value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Search by the field that was typed in."""
        event.stop()
        self.post_message(self.Wanted(event.input.name or "", event.value))


class HitList(OptionList):
    """One page of hits; at either end of it there is another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,right", "turn(1)", show=False),
        Binding("pageup,left", "turn(-1)", show=False),
    ]

    def action_turn(self, by: int) -> None:
        """Turn to another page of what was found."""
        self.query_ancestor(Hits).turn(by)


class Hits(VerticalGroup):
    """What the last search found, a page of it at a time."""

    DEFAULT_CSS = """
    Hits { margin-top: 1; }
    """

    class Chosen(Message):
        """A hit was chosen."""

        def __init__(self, hit: Option) -> None:
            super().__init__()
            self.hit = hit

    def __init__(self, offer: Offer, say: Teller, look: str, *, begin: bool = False) -> None:
        super().__init__(classes=look_class(look))
        self._offer, self._say, self._look, self._begin = offer, say, look, begin
        self._found, self._page = found(offer), 0

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
