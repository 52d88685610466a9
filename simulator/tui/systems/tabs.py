"""The pages of a system as it names them: tabs on its own paper, under its name."""

from collections.abc import Iterator

from textual.widgets import Static

from simulator.casework.commands import Offer
from simulator.casework.views import SystemItem
from simulator.core.texts import Teller
from simulator.tui.key_bar import Flow
from simulator.tui.systems.looks import look_class, look_of
from simulator.tui.systems.tab import Tab


class Head(Static):
    """The system's name, and whose it is."""

    DEFAULT_CSS = """
    Head { height: auto; padding: 0 1; background: $surface; }
    """


class Tabs(Flow):
    """The pages of a system, in as many lines as they need."""

    DEFAULT_CSS = """
    Tabs { padding: 0 1; background: $surface; }
    """

    def __init__(self, look: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own
        super().__init__(id=id)
        self.add_class(look_class(look))


def tabs(item: SystemItem, offer: Offer, say: Teller, opened: str = "") -> Iterator[Tab]:
    """Yield a tab for each page of a system; ``opened`` is the id of the open page, or ``""``."""
    look, able = look_of(item.look), not offer.refused
    rest, here = look.page_signs
    for number, page in enumerate(item.pages, 1):
        action = f"screen.page({number})"
        title = look.in_manner(say(page.title))
        on_top = page.id == opened
        sign = here if on_top else rest
        yield Tab(str(number), title, action, possible=able, open=on_top, sign=sign)


def search_tab(item: SystemItem, offer: Offer, say: Teller) -> Tab:
    """Return the tab that leads to the search."""
    look = look_of(item.look)
    label, sign = look.in_manner(say("systems.search.tab")), look.page_signs[0]
    return Tab("/", label, "screen.search", possible=not offer.refused, sign=sign)
