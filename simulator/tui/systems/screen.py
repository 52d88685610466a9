"""One system, opened about the case in hand: pages with their price, and a page in its face."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from simulator.casework.events.looking import RecordOpened
from simulator.casework.telling import page_view
from simulator.casework.views import Answers, Blank, Offer, PageView, SystemItem
from simulator.core.texts import Phrase
from simulator.tui.base import HouseScreen
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.flow import Chip, Flow
from simulator.tui.systems.basis import Basis
from simulator.tui.systems.faces import face
from simulator.tui.systems.fields import Face, FieldLine
from simulator.tui.systems.front import Front, front_text
from simulator.tui.systems.panel import FieldPanel, deeds, price


class SystemScreen(HouseScreen[None]):
    """A system. Opening a page is a look-up: it costs what the page says, and is on the log."""

    HAS = ("back", "choose", "field", "trace", "note_conflict", "mark_moment")

    DEFAULT_CSS = """
    SystemScreen #head { height: auto; padding: 0 1; background: $surface; }
    SystemScreen #pages { padding: 0; background: $surface; }
    SystemScreen #window { height: 1fr; }
    """

    # The house's sheet speaks of all scrollbars and buttons; these keep their own.
    CSS = """
    FieldPanel Button { width: 1fr; margin: 0; padding: 0; }
    Terminal { scrollbar-background: #06130d; scrollbar-color: #2f6b48; }
    Ledger { scrollbar-background: #f3f0e6; scrollbar-color: #b3ac98; }
    Cards { scrollbar-background: #eef3fb; scrollbar-color: #9db7e6; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"page({number})", show=False) for number in range(1, 10)
    ]

    def __init__(self, system: str) -> None:
        super().__init__()
        self.system = system
        self.opened: int | None = None
        """The event that opened the page on the screen."""
        self.chosen: str | None = None
        """The fact of the field that was chosen."""
        self.told: tuple[Phrase, ...] = ()
        """What the system, or the desk, answered last."""
        self.basis: str | None = None
        """The legal basis that was chosen; empty: none; nothing: it has not been chosen yet."""
        self.asked: int | None = None
        """How long the log was when something was asked for about a field."""
        self._drawn: object = None

    @property
    def item(self) -> SystemItem:
        """The system as the desk lists it."""
        return next(one for one in self.view.systems if one.id == self.system)

    @property
    def offer(self) -> Offer | None:
        """The look-up as it is offered now; nothing without a case in hand."""
        name = f"look_up.{self.system}"
        return next((one for one in self.view.offers if one.id == name), None)

    def body(self) -> ComposeResult:
        """Yield the head, the pages, the legal basis and the window of the system itself."""
        yield Static(id="head")
        yield Flow(id="pages")
        yield Basis()
        yield Vertical(id="window")

    def redraw(self) -> None:
        """Draw the system as it is now; its window only where that has changed."""
        item, say = self.item, self.say
        if self.asked is not None and len(self.session.events) > self.asked:
            self.told, self.asked = self.house.latest, None
        head = shown(say(item.name), "bold") + shown(f"  {say('systems.owner', owner=item.owner)}")
        self.query_one("#head", Static).update(head)
        self.query_one("#pages", Flow).show(self._pages())
        begin = self.opened is None
        self.query_one(Basis).ask(self._basis_blank(), say, self.basis, begin=begin)
        told = self.told if self.opened is None else ()
        state = (say.language, self.opened, told, item.open, self.offer is None)
        if state != self._drawn or not self.query_one("#window").children:
            self._drawn = state
            self._draw_window()
        else:
            self._draw_panel()

    def _pages(self) -> list[Chip]:
        offer = self.offer
        if offer is None:
            return []
        cost, able = price(offer, self.say), not offer.refused
        return [
            Chip(str(number), self.say(page.title), f"screen.page({number})", f"· {cost}", able)
            for number, page in enumerate(self.item.pages, 1)
        ]

    def _basis_blank(self) -> Blank | None:
        blanks = self.offer.blanks if self.offer else ()
        return next((one for one in blanks if one.name == "basis"), None)

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Keep the legal basis that was chosen; that it was missing is no longer so."""
        self.basis, self.told = event.value, ()
        self.redraw()

    def _draw_window(self) -> None:
        window = self.query_one("#window", Vertical)
        window.remove_children()
        page = self._page()
        if page is None:
            window.mount(self._front())
            return
        drawn = face(page, self.say, self.session.id)
        window.mount(drawn)
        self._draw_panel()

    def _page(self) -> PageView | None:
        """Return the open page; a page about another case is closed with that case."""
        event = self.session.events[self.opened] if self.opened is not None else None
        hand = self.view.hand
        if not isinstance(event, RecordOpened) or (hand and hand.case != event.case):
            return None
        return page_view(self.session.day, event)

    def _front(self) -> Front:
        """Return what is shown while no page is open."""
        if self.told:
            text = " ".join(map(self.say, self.told))
        elif self.offer is None:
            text = self.say("systems.no-case")
        else:
            text = front_text(self.item, self.say, self.session.id, self.view.minute)
        return Front(text, self.item.look)

    def action_page(self, number: int) -> None:
        """Open a page: a look-up, with its price."""
        offer, pages = self.offer, self.item.pages
        if offer is None or number > len(pages):
            return
        answers: dict[str, str] = {"page": pages[number - 1].id}
        if self._basis_blank():
            if self.basis is None and not offer.refused:
                self._ask_basis()
                return
            answers["basis"] = self.basis or ""
        self._look(offer, answers)

    def _ask_basis(self) -> None:
        self.opened, self.chosen, self.told = None, None, (Phrase("systems.basis-first"),)
        self.redraw()
        self.query_one(Choices).focus()

    def _look(self, offer: Offer, answers: Answers) -> None:
        self.opened, self.chosen, self.told = None, None, ()
        events = self.house.carry_out(offer.make(answers))
        self.opened = next((one.seq for one in events if isinstance(one, RecordOpened)), None)
        if self.opened is None and self.item.open:
            self.told = self.house.latest
        self.redraw()

    def on_field_line_chosen(self, event: FieldLine.Chosen) -> None:
        """Show what can be done about a field."""
        self.chosen, self.told, self.asked = event.row.path, (), None
        self._draw_panel()

    def _draw_panel(self) -> None:
        self.query(FieldPanel).remove()
        page = self._page()
        row = next((one for one in page.rows if one.path == self.chosen), None) if page else None
        if row is not None:
            told = " ".join(map(self.say, self.told))
            panel = FieldPanel(row, deeds(self.view, self.system, row), self.say, told)
            self.query_one("#window", Vertical).mount(panel)
            self.call_after_refresh(self._show_chosen)

    def _show_chosen(self) -> None:
        """Scroll so that the chosen field stays in sight above its panel."""
        for line in self.query(FieldLine):
            if line.row.path == self.chosen:
                line.scroll_visible(animate=False)

    def on_field_panel_wanted(self, event: FieldPanel.Wanted) -> None:
        """Do something about the field: at once where nothing more has to be asked."""
        from simulator.tui.taking import made, take

        offer, self.asked = event.offer, len(self.session.events)
        if all(one.preset for one in offer.blanks):
            made(self.house, offer, {one.name: one.preset[0] for one in offer.blanks})
        else:
            take(self.house, offer)

    def action_back(self) -> None:
        """Close what is open about a field; then leave the system."""
        if self.chosen is None:
            self.dismiss()
            return
        self.chosen, self.told = None, ()
        self.query(FieldPanel).remove()
        for drawn in self.query(Face):
            drawn.begin()
