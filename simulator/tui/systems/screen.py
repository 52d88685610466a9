"""One system, opened about the case in hand: pages with their price, and a page in its face."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from simulator.casework.events.looking import RecordOpened
from simulator.casework.telling import page_view
from simulator.casework.views import Answers, Blank, Offer, PageView, SystemItem
from simulator.core.texts import Measure, Phrase
from simulator.tui.base import HouseScreen
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.flow import Chip, Flow
from simulator.tui.systems.faces import face
from simulator.tui.systems.fields import Face, FieldLine
from simulator.tui.systems.panel import FieldPanel, deeds, price


class SystemScreen(HouseScreen[None]):
    """A system. Opening a page is a look-up: it costs what the page says, and is on the log."""

    HAS = ("back", "mark_moment")

    DEFAULT_CSS = """
    SystemScreen #head { height: auto; padding: 0 1; background: $surface; }
    SystemScreen #pages { padding: 0; background: $surface; }
    SystemScreen #basis { height: auto; background: $surface; padding: 0 1; }
    SystemScreen #window { height: 1fr; }
    SystemScreen .front { height: 1fr; width: 1fr; padding: 1 2; }
    SystemScreen .front.-terminal { background: #06130d; color: #8fd3a8; }
    SystemScreen .front.-ledger { background: #f3f0e6; color: #1f2b35; }
    SystemScreen .front.-cards { background: #eef3fb; color: #1b2a4a; }
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
        self._drawn: object = None
        self._bases: object = None

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
        yield Vertical(id="basis")
        yield Vertical(id="window")

    def redraw(self) -> None:
        """Draw the system as it is now; its window only where that has changed."""
        item, say = self.item, self.say
        head = shown(say(item.name), "bold") + shown(f"  {say('systems.owner', owner=item.owner)}")
        self.query_one("#head", Static).update(head)
        self.query_one("#pages", Flow).show(self._pages())
        self._draw_basis()
        state = (say.language, self.opened, self.told, item.open, self.offer is None)
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

    def _draw_basis(self) -> None:
        holder, blank = self.query_one("#basis", Vertical), self._basis_blank()
        holder.display = blank is not None
        options = blank.options if blank else ()
        state = (self.say.language, options)
        if state == self._bases and holder.children:
            return
        self._bases = state
        holder.remove_children()
        chosen = (self.basis,) if self.basis is not None else ()
        choices = Choices(options, self.say, chosen)
        holder.mount(Static(shown(self.say("systems.basis"))), choices)
        self.call_after_refresh(self._settle_basis)

    def _settle_basis(self) -> None:
        """Let the list measure itself now that it has a width, and begin there."""
        for choices in self.query(Choices):
            choices.refresh(layout=True)
            if self.opened is None:
                choices.focus()

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Keep the legal basis that was chosen."""
        self.basis = event.value
        event.choices.show((event.value,))

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
        event = self.session.events[self.opened] if self.opened is not None else None
        return page_view(self.session.day, event) if isinstance(event, RecordOpened) else None

    def _front(self) -> Static:
        """Return what the system shows before a page is opened, in its own manner."""
        return Static(shown(self._front_text(), lines=True), classes=f"front -{self.item.look}")

    def _front_text(self) -> str:
        if self.told:
            return " ".join(map(self.say, self.told))
        if self.offer is None:
            return self.say("systems.no-case")
        state = "front" if self.item.open else "down"
        word = f"systems.{self.item.look}.{state}"
        known = word if self.say.knows(word) else f"systems.plain.{state}"
        at = Measure(self.view.minute, "clock")
        return self.say(known, system=self.item.name, user=self.session.id, at=at)

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
        self.chosen, self.told = event.row.path, ()
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

        offer = event.offer
        if not all(one.preset for one in offer.blanks):
            take(self.house, offer)
            return
        made(self.house, offer, {one.name: one.preset[0] for one in offer.blanks})
        self.told = self.house.latest
        self._draw_panel()

    def action_back(self) -> None:
        """Close what is open about a field; then leave the system."""
        if self.chosen is None:
            self.dismiss()
            return
        self.chosen, self.told = None, ()
        self.query(FieldPanel).remove()
        for drawn in self.query(Face):
            drawn.begin()
