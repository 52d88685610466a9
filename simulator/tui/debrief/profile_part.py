"""The value profile: it starts empty, and fills with codes as the student places statements."""

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from simulator.core.texts import Teller
from simulator.debrief.profile import COLUMNS, profile
from simulator.tui.debrief.saying import Book, said
from simulator.tui.debrief.tables import ruled
from simulator.tui.systems.drawn import Drawn


class Profile(Drawn):
    """The profile as it stands; ``refresh`` draws it again."""


def profile_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Give the six values with the codes of what was said of each."""
    yield said(say("debrief-screens.profile.how"), "muted")
    yield Profile(lambda width: _profile(book, say, width), classes="picture")


def _profile(book: Book, say: Teller, width: int) -> Content:
    held = book.reading.holding
    heads = [say("debrief-screens.profile.value"), *(say(f"debrief.place.{c}") for c in COLUMNS)]
    rows = [
        (say(f"debrief.value.{row.value}"), *(" ".join(row.codes[c]) or "·" for c in COLUMNS))
        for row in profile(held.debrief, held.talk.part)
    ]
    return ruled(heads, rows, width, (3, 2, 2, 2, 2, 2))
