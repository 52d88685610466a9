"""The desk's screen: puts the panes together and passes wishes on."""

from collections.abc import Collection
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import OptionList, Static

from simulator.casework.actions.counter import ReceiveVisitor
from simulator.casework.actions.inbox import CloseCase, OpenCase
from simulator.casework.actions.telephone import AnswerCall
from simulator.casework.case_views import CaseView
from simulator.casework.commands import COMMANDS
from simulator.casework.views import TelephoneView
from simulator.casework.vocabulary import offer_name
from simulator.core.texts import Phrase
from simulator.tui.choices import fill
from simulator.tui.content import shown
from simulator.tui.desk.facts import FactsTable
from simulator.tui.desk.hand import Hand, hand_title, proposal
from simulator.tui.desk.journal_lines import happened, happened_today
from simulator.tui.desk.lists import A_PAGE, inbox_page, system_line
from simulator.tui.house_screen import VIEWS, HouseScreen
from simulator.tui.key_bar import Chip, Flow
from simulator.tui.keys import KEYS, Group
from simulator.tui.offers import start_named, submit
from simulator.tui.prices import short_price

CASE = tuple(key.id for key in KEYS if key.group in ("case", "suggestion"))
ROUND = ("inbox", "systems", "hand")
"""The panes, in the order they are gone through where only one fits."""
ROOMY = 100
"""Columns from which keys have their longer labels."""


class DeskScreen(HouseScreen[None]):
    """The day's desk. Every pane is made of the view; every key takes an offer."""

    IS_PLACE = True
    HAS = (*VIEWS, "open", "read_case", "wait", "mark_moment", "go_home", *CASE, "answer_call")
    ABOVE = (*CASE, "answer_call", "read_case")
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"system({n})", show=False) for n in range(1, 10)),
        # Whatever has focus: the lists are short, and the case is what is read.
        Binding("pagedown", "read_case(1)", show=False, priority=True),
        Binding("pageup", "read_case(-1)", show=False, priority=True),
    ]

    inbox = getters.query_one("#inbox", OptionList)
    systems = getters.query_one("#systems", OptionList)
    hand = getters.query_one("#hand", VerticalScroll)

    def __init__(self) -> None:
        super().__init__()
        self.pane = "inbox"
        """The pane that is shown if there is room for only one."""
        self._drawn_for = 0, 0, 0
        """The room the lists were drawn for last (see ``_room``)."""
        self._page = inbox_page((), 0)
        self._hand = ""
        self._known: tuple[str, int, int, int] = ("", 0, 0, 0)
        """The id of the case drawn last, and how much of it was seen: see ``_known``."""

    def body(self) -> ComposeResult:
        """Yield the telephone, the panes, what happened, and the actions."""
        yield Flow(id="telephone")
        with Horizontal(id="desk"):
            with Vertical(id="left"):
                with Vertical(classes="pane", id="inbox-pane"):
                    yield OptionList(id="inbox", markup=False)
                with Vertical(classes="pane", id="systems-pane"):
                    yield OptionList(id="systems", markup=False)
            with Vertical(classes="pane", id="hand-pane"):
                with VerticalScroll(id="hand", can_focus=True):
                    yield Hand(id="case")
                with Vertical(id="proposal"):
                    yield Static(id="proposed")
                    yield Flow(id="answering")
            with VerticalScroll(classes="pane", id="log", can_focus=False):
                yield Static(id="today")
        with VerticalScroll(id="told", can_focus=False):
            yield Static(id="happened")
        yield Flow(id="actions")

    def on_mount(self) -> None:
        """Begin at the inbox, or with the case that is in hand."""
        self.redraw()
        self.reach("hand" if self.view.hand else "inbox")

    def redraw(self) -> None:
        """Draw every pane as the day has become."""
        self._draw_lists()
        self._draw_hand()
        self.query_one("#happened", Static).update(happened(self.house.latest, self.say))
        self.query_one("#today", Static).update(happened_today(self.session, self.say))
        self.query_one("#actions", Flow).show(self._actions())
        self._draw_telephone()
        self.call_after_refresh(self._lay_lists_again)

    def _lay_lists_again(self) -> None:
        """Draw the lists anew if what stands around them has left them other room."""
        if self.query("#inbox-pane") and self._room() != self._drawn_for:  # or the desk was left
            self._draw_lists()

    def _room(self) -> tuple[int, int, int]:
        """Return the width and height there are for the inbox, and the width for the systems."""
        pane = self.query_one("#inbox-pane").scrollable_content_region
        return pane.width, pane.height, self.systems.scrollable_content_region.width - 2

    def _draw_lists(self) -> None:
        view, say = self.view, self.say
        self._drawn_for = width, high, room = self._room()
        bar = self.inbox.styles.scrollbar_size_vertical
        self._page = inbox_page(view.waiting, self._page.before)
        self._fill(self.inbox, self._page.lines(view, say, width, high, bar))
        lines = [system_line(n, system, say, room) for n, system in enumerate(view.systems, 1)]
        self._fill(self.systems, lines)
        title = self.say("tui.desk.inbox", n=len(view.waiting))
        self.query_one("#inbox-pane").border_title = shown(title)
        self.query_one("#systems-pane").border_title = shown(say("key.systems"))
        self.query_one("#log").border_title = shown(say("key.journal"))

    def _turn(self, way: int) -> None:
        """Turn the page of the inbox."""
        self._page = inbox_page(self.view.waiting, max(0, self._page.before + way * A_PAGE))
        self._draw_lists()
        self.inbox.highlighted = 0 if way > 0 else self.inbox.option_count - 1

    def _fill(self, options: OptionList, lines: list[Content]) -> None:
        if [option.prompt for option in options.options] != lines:
            fill(options, lines)

    def _draw_hand(self) -> None:
        view, say, pane = self.view, self.say, self.query_one("#hand-pane")
        hand = view.hand
        pane.border_title = hand_title(hand, say)
        pane.border_subtitle = shown(say("tui.desk.deadline", day=hand.deadline)) if hand else ""
        calm = say("tui.desk.no-case" if view.waiting else "tui.desk.clear")
        self.query_one(Hand).show(hand, say, view.date, calm)
        self._draw_proposal()
        # Not before the case has been laid out anew, which a screen that comes back does late.
        self.call_after_refresh(self.call_after_refresh, self._bring_news, hand)
        if self._hand and not hand:
            self.call_after_refresh(self._at_a_clear_desk)
        self._hand = hand.case if hand else ""

    def _bring_news(self, hand: CaseView | None) -> None:
        """Scroll to the top of a new case, or to what is new in the case."""
        if not self.query("#hand"):
            return  # the desk was left meanwhile
        case = hand.case if hand else ""
        before, self._known = self._known, (case, *_known(hand))
        room = self.hand
        if case != before[0]:
            room.scroll_home(animate=False)
        elif hand and len(hand.facts) > before[1]:
            facts, case_of = self.query_one(FactsTable), self.query_one(Hand)
            line = case_of.virtual_region.y + facts.virtual_region.y + facts.newest_line
            room.scroll_to_region(Region(0, line - 1, 1, 3), animate=False)
        elif self._known[2] > before[2]:
            self.query_one("#grounds").scroll_visible(animate=False, top=True)
        elif self._known[3] > before[3]:
            room.scroll_home(animate=False)  # who, how far, and the facts that weigh most

    def _at_a_clear_desk(self) -> None:
        """Go to the inbox, unless the day is over."""
        if self.is_current and not self.view.closed:
            self.reach("inbox")

    def _draw_proposal(self) -> None:
        hand, say, box = self.view.hand, self.say, self.query_one("#proposal")
        suggestion = hand.suggestion if hand else None
        box.display = suggestion is not None
        if suggestion is None:
            return
        box.border_title = shown(
            say("tui.desk.proposal", level=Phrase(f"level.{suggestion.level}"))
        )
        self.query_one("#proposed", Static).update(proposal(suggestion, say))
        longer = "-whole" if self.app.size.width >= ROOMY else ""
        self.query_one("#answering", Flow).show(self._offered("suggestion", ending=longer))

    def _actions(self) -> list[Chip]:
        """Return what can be done with the case in hand now, the step at hand first."""
        hand = self.view.hand
        if hand is None:
            return []
        first = {CloseCase.name}
        if now := hand.step_now:
            first = {name for name, command in COMMANDS.items() if command.step == now.function}
        return sorted(self._offered("case", first), key=lambda chip: not chip.first)

    def _offered(self, group: Group, first: Collection[str] = (), ending: str = "") -> list[Chip]:
        """Return the keys of a group that can be pressed now; ``first`` are of the step at hand.

        A key that has a word with the ``ending`` is called by that.
        """
        chips = []
        for key in KEYS:
            if key.group == group and self.offers_key(key.id):
                word = f"key.{key.id}{ending}"
                label = word if self.say.knows(word) else ""
                price = short_price(self.view.offer(key.offer), self.say)
                chips.append(self.chip(key.id, label, price=price, first=key.id in first))
        return chips

    def _draw_telephone(self) -> None:
        view, say, bar = self.view, self.say, self.query_one("#telephone", Flow)
        line = view.telephone
        bar.display = line is not None or bool(view.visitors)
        chips = [self._line_chip(line)] if line else []
        for visitor in view.visitors:
            id_ = offer_name(ReceiveVisitor.name, visitor.case)
            label = say("tui.desk.stands", name=visitor.name, at=visitor.minute)
            key, price = "" if chips else "t", short_price(view.offer(id_), say)
            chips.append(Chip(key, label, f"app.take('{id_}')", price, first=not chips))
        bar.show(chips)

    def _line_chip(self, line: TelephoneView) -> Chip:
        talking = "at-desk" if line.desk else "on-the-line"
        label = self.say(f"tui.desk.{'ringing' if line.ringing else talking}", name=line.name)
        price = short_price(self.view.offer(AnswerCall.name), self.say)
        return Chip("t" if line.desk else "☎ t", label, "screen.telephone", price, first=True)

    def reach(self, pane: str) -> None:
        """Focus a pane; if there is room for only one, show it."""
        self.pane = pane
        for name in ROUND:
            self.set_class(name == pane, f"-at-{name}")
        self.query_one(f"#{pane}").focus()

    def action_read_case(self, way: int) -> None:
        """Scroll the case in hand, wherever the keyboard is."""
        room = self.hand
        (room.scroll_page_down if way > 0 else room.scroll_page_up)(animate=False)

    def offers_key(self, id_: str) -> bool:
        """Return whether a key works now; the keys that scroll a case need a case in hand."""
        return super().offers_key(id_) and (id_ != "read_case" or self.view.hand is not None)

    def action_system(self, number: int) -> None:
        """Open a system by its number."""
        if number <= len(self.view.systems):
            self.house.open_screen("system", self.view.systems[number - 1].id)

    def action_telephone(self) -> None:
        """Answer, go back to the one on the line, or receive whoever stands at the counter."""
        line, visitors = self.view.telephone, self.view.visitors
        if line is not None and not line.ringing:
            self.house.open_screen("call")
        elif line is not None:
            start_named(self.house, AnswerCall.name)
        elif visitors:
            start_named(self.house, offer_name(ReceiveVisitor.name, visitors[0].case))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take a case, or open a system."""
        if event.option_list.id == "systems":
            self.action_system(event.option_index + 1)
        elif case := self._page.case(event.option_index):
            self._open(case)
        else:
            self._turn(-1 if event.option_index == 0 else 1)

    def _open(self, case: str) -> None:
        offer = self.view.offer(OpenCase.name)
        if self.view.hand is not None and self.view.hand.case == case:
            self.reach("hand")
        elif offer:
            submit(self.house, offer, {"case": case})
            self.reach("hand")

    async def speak_again(self) -> None:
        """Compose the screen in the other language; panes are drawn once it has been laid out."""
        await super().speak_again()
        self.call_after_refresh(self.redraw)

    def on_resize(self, event: events.Resize) -> None:
        """What fits has changed."""
        self.call_after_refresh(self.redraw)


def _known(hand: CaseView | None) -> tuple[int, int, int]:
    """Return how many facts of a case, grounds of a suggestion and suggestions can be seen."""
    if hand is None:
        return 0, 0, 0
    if hand.suggestion is None:
        return len(hand.facts), 0, 0
    grounds = (*hand.suggestion.opened, *hand.suggestion.considerations)
    return len(hand.facts), len(grounds), 1
