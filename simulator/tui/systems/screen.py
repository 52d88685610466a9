"""One system, opened about the case in hand: pages with their price, and a page in its face."""

from collections.abc import Callable, Iterator
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.commands import Offer
from simulator.casework.events import Event
from simulator.casework.form import Option
from simulator.casework.page_views import page_view
from simulator.casework.views import PageView, SystemItem
from simulator.casework.vocabulary import offer_name
from simulator.core.texts import Phrase
from simulator.tui.choices import Choices
from simulator.tui.committing import Then, carry_out
from simulator.tui.content import shown
from simulator.tui.house_screen import HouseScreen
from simulator.tui.key_bar import Chip, Flow
from simulator.tui.offers import start_filled
from simulator.tui.systems.fields import Face, FieldLine
from simulator.tui.systems.front import Front, front_text
from simulator.tui.systems.legal_basis import LegalBasis
from simulator.tui.systems.looks import face, look_class, look_of, paper_rules
from simulator.tui.systems.offer_parts import blank_of, price
from simulator.tui.systems.panel import FieldPanel, deeds
from simulator.tui.systems.searching import Hits, SearchFront, found
from simulator.tui.systems.tab import Tab


class SystemScreen(HouseScreen[None]):
    """A system. Opening a page is a look-up: it costs what the page says, and is on the log."""

    HAS = ("back", "choose", "field", "trace", "note_conflict", "mark_moment")

    DEFAULT_CSS = """
    SystemScreen #head, SystemScreen #pages { padding: 0 1; background: $surface; }
    SystemScreen #window { height: 1fr; }
    """

    # The house's sheet speaks of all scrollbars, buttons and fields; these keep their own.
    CSS = (
        paper_rules()
        + """
    FieldPanel Button { width: 1fr; margin: 0; padding: 0; }
    """
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"page({number})", show=False) for number in range(1, 10)),
        Binding("slash", "search", show=False),
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
        self.wanted: Callable[[], None] | None = None
        """What was wanted before the legal basis was chosen; it is done once that is."""
        self.asked: int | None = None
        """The length of the log when something was last done about a field."""
        self.typed: dict[str, str] = {}
        """What is typed in the search, by the way to search."""
        self.searched_by = ""
        """The way that was searched last."""
        self.hit: Option | None = None
        """The search hit that the pages are opened about; ``None`` for the case in hand."""
        self._begin: Literal["", "search", "hits"] = ""
        """Where the keyboard goes when the front is drawn."""
        self._drawn: object = None

    @property
    def basis(self) -> str | None:
        """The legal basis chosen for the case in hand; ``""`` if none, ``None`` before that."""
        return self.house.bases.get(self._about())

    def _about(self) -> tuple[str, str]:
        hand = self.view.hand
        return hand.case if hand else "", self.system

    @property
    def item(self) -> SystemItem:
        """The system as the desk lists it."""
        return next(system for system in self.view.systems if system.id == self.system)

    @property
    def offer(self) -> Offer | None:
        """The offer to look up; ``None`` if there is no case in hand."""
        return self._listed("open_hit" if self.hit else "look_up")

    def _listed(self, what: str) -> Offer | None:
        return self.view.listed(offer_name(what, self.system))

    def body(self) -> ComposeResult:
        """Yield the head, the pages, the legal basis and the window of the system itself."""
        look = self.item.look
        yield Static(id="head", classes=look_class(look))
        yield Flow(id="pages").add_class(look_class(look))
        yield LegalBasis(look)
        yield Vertical(id="window")

    def redraw(self) -> None:
        """Draw the system as it is now; its window only where that has changed."""
        item, say = self.item, self.say
        if self.asked is not None and len(self.session.events) > self.asked:
            self.told, self.asked = self.house.latest, None
        self.query_one("#head", Static).update(self._head())
        self.query_one("#pages", Flow).show(self._pages())
        asked = None if self._refused else blank_of(self.offer, "basis")
        self.query_one(LegalBasis).ask(asked, say, self.basis, begin=self.opened is None)
        news = self.told if self.opened is None else ()
        why = self.offer is None, self._refused
        state = (say.language, self._page(), news, item.open, self._found, why)
        if state != self._drawn or not self.query_one("#window").children:
            self._drawn = state
            self._draw_window()
        else:
            self._draw_panel()

    @property
    def _refused(self) -> Phrase | None:
        """Why one cannot look in the system though it is open; ``None`` if one can."""
        return self.offer.refused if self.offer and self.item.open else None

    def _head(self) -> Content:
        """Return whose the system is, and what it costs to look or search in it."""
        item, say, offer = self.item, self.say, self.offer
        owner = say("systems.owner", owner=item.owner)
        cost = f" · {say('systems.each', price=price(offer, say))}" if offer else ""
        return shown(say(item.name), "bold") + shown(f"  {owner}{cost}")

    def _pages(self) -> Iterator[Chip]:
        """Yield the pages of the system as it names them, and the way to its search."""
        item, offer, page, search = self.item, self.offer, self._page(), self._listed("search")
        if offer is None:
            return
        look = look_of(item.look)
        sign, sign_of_open = look.page_signs
        for number, listed in enumerate(item.pages, 1):
            title, action = look.in_manner(self.say(listed.title)), f"screen.page({number})"
            able, opened = not offer.refused, page is not None and page.page == listed.id
            mark = sign_of_open if opened else sign
            yield Tab(str(number), title, action, possible=able, open=opened, sign=mark)
        if search:
            label, able = look.in_manner(self.say("systems.search.tab")), not search.refused
            yield Tab("/", label, "screen.search", possible=able, sign=sign)

    @property
    def _found(self) -> tuple[Option, ...]:
        """What the last search here found."""
        return found(self._listed("open_hit"))

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Keep the legal basis that was chosen for the case, and do what was wanted before it."""
        self.house.bases[self._about()] = event.value
        self.told, wanted, self.wanted = (), self.wanted, None
        self.redraw()
        if wanted is not None:
            wanted()

    def _draw_window(self) -> None:
        window = self.query_one("#window", Vertical)
        window.remove_children()
        page = self._page()
        if page is None:
            window.mount(self._front())
            return
        window.mount(face(page, self.say, self.session.id, self.view))
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
        item, say = self.item, self.say
        if self.told:
            text = "\n".join(map(say, self.told))
        elif self.offer is None:
            text = say("systems.no-case")
        else:
            text = front_text(item, say, self.session.id, self.view.minute)
            if self._refused:
                text = f"{text}\n\n{say(self._refused)}"
        return Front(text, item.look, *self._hall(), sign=not self.told)

    def _hall(self) -> Iterator[Widget]:
        """Yield the search and what it found, if the system can be searched now."""
        look, say = self.item.look, self.say
        search, hits = self._listed("search"), self._listed("open_hit")
        listed = self._begin == "hits" and hits is not None
        if search and self.item.open and not search.refused:
            begin = bool(self._begin) and not listed
            yield SearchFront(search, say, look, self.typed, begin=begin, by=self.searched_by)
        if hits and self.item.open and not hits.refused:
            yield Hits(hits, say, look, begin=listed)

    def action_page(self, number: int) -> None:
        """Open a page: a look-up, with its price."""
        offer, pages = self.offer, self.item.pages
        if offer is not None and number <= len(pages):
            about = {"subject": self.hit.value} if self.hit else {}
            self._with_basis(offer, {"page": pages[number - 1].id, **about}, self._looked)

    def _with_basis(self, offer: Offer, answers: dict[str, str], then: Then) -> None:
        """Carry an offer out with the legal basis; if it is asked for, once it has been chosen."""
        if blank_of(self.offer, "basis"):
            if self.basis is None and not offer.refused:
                self.wanted = lambda: self._with_basis(offer, answers, then)
                self._close_page(Phrase("systems.basis-first"))
                self.redraw()
                self.query_one(Choices).focus()
                return
            answers["basis"] = self.basis or ""
        self._close_page()
        carry_out(self.house, offer.make(answers), then=then)

    def _close_page(self, *told: Phrase) -> None:
        """Close the page that is open; ``told`` is said in its place."""
        self.opened, self.chosen, self.told = None, None, told

    def action_search(self) -> None:
        """Go to the search; a page that is open is closed."""
        if self._listed("search") and self.item.open and not self._refused:
            self._to_front("search")

    def _to_front(self, begin: Literal["search", "hits"]) -> None:
        self._close_page()
        self.hit, self._begin, self._drawn = None, begin, None
        self.redraw()

    def on_search_front_wanted(self, event: SearchFront.Wanted) -> None:
        """Search, with its price."""
        if search := self._listed("search"):
            self.hit, self._begin, self.searched_by = None, "hits", event.by
            self._with_basis(search, {"by": event.by, "words": event.words}, self._searched)

    def _searched(self, events: tuple[Event, ...]) -> None:
        self.told, self._drawn = self.house.latest if events else (), None
        self.redraw()

    def on_hits_chosen(self, event: Hits.Chosen) -> None:
        """Open what was found, at the first page; the others can then be opened about it too."""
        self.hit = event.hit
        self.action_page(1)

    def _looked(self, events: tuple[Event, ...]) -> None:
        self.opened = next((event.seq for event in events if isinstance(event, RecordOpened)), None)
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
        row = next((row for row in page.rows if row.path == self.chosen), None) if page else None
        if page is not None and row is not None:
            news = "\n".join(map(self.say, self.told))
            panel = FieldPanel(row, deeds(self.view, page, row), self.say, news)
            self.query_one("#window", Vertical).mount(panel)
            self.call_after_refresh(self._show_chosen)

    def _show_chosen(self) -> None:
        """Scroll so that the chosen field stays in sight above its panel."""
        for line in self.query(FieldLine):
            if line.row.path == self.chosen:
                line.scroll_visible(animate=False)

    def on_field_panel_wanted(self, event: FieldPanel.Wanted) -> None:
        """Do something about the field: at once where nothing more has to be asked."""
        self.asked = len(self.session.events)
        start_filled(self.house, event.offer)

    def action_back(self) -> None:
        """Close what is open about a field; leave a search field, what was found; the system."""
        if self.chosen is not None:
            self.chosen, self.told = None, ()
            self.query(FieldPanel).remove()
            for drawn in self.query(Face):
                drawn.begin()
        elif isinstance(self.focused, Input):
            self.set_focus(None)
        elif self.hit is not None:
            self._to_front("hits")
        else:
            self.dismiss()
