"""What can be done about one field: trace it, report it, say that two disagree, correct it here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ItemGrid
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static

from simulator.casework.commands import Offer
from simulator.casework.seeing import DeskView
from simulator.casework.views import PageView, Row
from simulator.core.texts import Phrase, Teller
from simulator.tui.content import shown
from simulator.tui.systems.offer_parts import filled, price, takes

ABOUT_A_VALUE = ("trace", "report_error", "correct_here")
"""Offers that take a value, in the order they are shown; the conflict and the ticket follow."""


@dataclass(frozen=True)
class Deed:
    """Something that can be done about a field, with the field already filled in."""

    offer: Offer
    why_not: Phrase | None = None
    when_asked: bool = False
    """Whether ``why_not`` is shown only once the button is pressed."""


def deeds(view: DeskView, page: PageView, row: Row) -> Iterator[Deed]:
    """Yield what can be done about a field of an opened page now."""
    covered, value = (row.path, page.system, row.subject), (row.path, page.system)
    reveal = view.listed("reveal")
    if row.state == "protected" and reveal and takes(reveal, "covered", covered):
        yield Deed(filled(reveal, "covered", covered))
    for name in ABOUT_A_VALUE:
        if offer := view.listed(name):
            yield _deed(offer, "value", value, row)
    if conflict := view.listed("note_conflict"):
        yield _deed(conflict, "path", row.path, row)
    if ticket := view.listed("write_ticket"):
        yield Deed(filled(ticket, "system", page.system))


def _deed(offer: Offer, blank: str, value: Any, row: Row) -> Deed:
    """Return an offer for the field, with why it cannot be taken for this one if it cannot."""
    if takes(offer, blank, value) and row.of_case and not offer.refused:
        return Deed(filled(offer, blank, value))
    if row.state != "shown":
        return Deed(offer, Phrase("systems.panel.no-value"))
    if blank == "path":
        seen_once = Phrase("systems.panel.seen-once", {"fact": row.label})
        return Deed(offer, seen_once, when_asked=True)
    return Deed(offer, Phrase("systems.panel.not-needed"))


class FieldPanel(Widget):
    """The field that was chosen, and buttons for what can be done about it, each with its price."""

    DEFAULT_CSS = """
    FieldPanel {
        dock: bottom; height: auto; max-height: 50%; background: $surface; layout: vertical;
        border-top: solid $primary; padding: 0 1; overflow-y: auto;
    }
    FieldPanel .byline { text-style: bold; }
    FieldPanel .told, FieldPanel .why { color: $text-muted; }
    FieldPanel #asked { display: none; }
    FieldPanel ItemGrid { height: auto; grid-gutter: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]

    class Wanted(Message):
        """A button was pressed; ``offer`` is what it stands for."""

        def __init__(self, offer: Offer) -> None:
            super().__init__()
            self.offer = offer

    def __init__(self, row: Row, offers: Iterable[Deed], say: Teller, news: str = "") -> None:
        super().__init__()
        self.row, self._deeds, self._say, self._told = row, tuple(offers), say, news

    def compose(self) -> ComposeResult:
        """Show the field and the buttons."""
        say, row = self._say, self.row
        value = say("state.missing") if row.value is None else say.write(row.value)
        yield Static(shown(f"{say.write(row.label)}: {value}"), classes="byline")
        if self._told:
            yield Static(shown(self._told, lines=True), classes="told")
        with ItemGrid(min_column_width=24):
            for number, deed in enumerate(self._deeds):
                label = f"{say(f'systems.panel.{deed.offer.id}')} · {price(deed.offer, say)}"
                closed = deed.why_not is not None and not deed.when_asked
                button = Button(shown(label), id=f"deed-{number}", disabled=closed)
                button.styles.line_pad = 0  # its label may fill it; a style sheet takes no 0
                yield button
        at_once = (deed.why_not for deed in self._deeds if not deed.when_asked)
        for reason in dict.fromkeys(say(reason) for reason in at_once if reason):
            yield Static(shown(reason), classes="why")
        yield Static(id="asked", classes="why")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Post ``Wanted`` with the offer, or show why it cannot be taken."""
        event.stop()
        deed = self._deeds[int((event.button.id or "").removeprefix("deed-"))]
        if deed.why_not is None:
            self.post_message(self.Wanted(deed.offer))
        else:
            asked = self.query_one("#asked", Static)
            asked.update(shown(self._say(deed.why_not)))
            asked.display = True

    def on_mount(self) -> None:
        """Put the keyboard on the first button that can be pressed."""
        if buttons := self.query("Button:enabled"):
            buttons.first().focus()
