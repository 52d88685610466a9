"""The pages of a system as it names them: tabs on its own paper, under its name."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from simulator.casework.commands import Offer
from simulator.casework.views import SystemItem
from simulator.core.texts import Teller
from simulator.tui.content import shown
from simulator.tui.flow import Chip, Flow
from simulator.tui.systems.papers import in_manner, on_paper

SIGNS = {"terminal": ("=", ">"), "cards": ("○", "●"), "archive": ("▸", "▾"), "queue": ("▏", "▌")}
"""How a look marks a page, and the page that is open."""
PLAIN_SIGNS = ("·", "▪")


@dataclass(frozen=True)
class Tab(Chip):
    """A page that can be opened. It takes its colours from the paper under it."""

    open: bool = False
    """It is the one on the screen."""
    sign: str = ""

    def content(self, number: int, hovered: bool) -> Content:
        """Return it as one pressable piece."""
        said = f"{self.key} {self.label}"
        how = "bold underline" if self.open else "bold" if self.possible else "dim"
        parts = (shown(f"{self.sign} "), shown(said, how), "  ")
        piece = Content.assemble(*parts).stylize(Style.from_meta({"chip": number}))
        return piece.stylize("reverse") if hovered else piece


class Head(Static):
    """The system's name, and whose it is."""

    DEFAULT_CSS = (
        on_paper("Head")
        + """
    Head { height: auto; padding: 0 1; background: $surface; }
    """
    )


class Tabs(Flow):
    """The pages of a system, in as many lines as they need."""

    DEFAULT_CSS = (
        on_paper("Tabs")
        + """
    Tabs { padding: 0 1; background: $surface; }
    """
    )

    def __init__(self, look: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own
        super().__init__(id=id)
        self.add_class(f"-{look}")


def tabs(item: SystemItem, offer: Offer, say: Teller, opened: str = "") -> Iterator[Tab]:
    """Give a tab for each page of a system; ``opened`` is the page on the screen, if one is."""
    rest, here = SIGNS.get(item.look, PLAIN_SIGNS)
    able = not offer.refused
    for number, page in enumerate(item.pages, 1):
        action = f"screen.page({number})"
        title = in_manner(say(page.title), item.look)
        on_top = page.id == opened
        sign = here if on_top else rest
        yield Tab(str(number), title, action, possible=able, open=on_top, sign=sign)


def search_tab(item: SystemItem, offer: Offer, say: Teller) -> Tab:
    """Return the tab that leads to the search."""
    said = in_manner(say("systems.search.tab"), item.look)
    sign = SIGNS.get(item.look, PLAIN_SIGNS)[0]
    return Tab("/", said, "screen.search", possible=not offer.refused, sign=sign)
