"""A conversation, on the telephone or at the desk: the citizen speaks; the caseworker chooses what
to ask, tell and promise.
"""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from simulator.casework.actions.counter import (
    InterpreterJoined,
    NeedVoiced,
    VisitorReceived,
)
from simulator.casework.actions.promising import Promise, PromiseMade
from simulator.casework.actions.telephone import (
    Ask,
    CitizenAsked,
    CitizenCalled,
    CitizenInformedOfError,
    CitizenTold,
    HangUp,
    Tell,
)
from simulator.casework.events import Event
from simulator.casework.telling import tell
from simulator.core.texts import Phrase
from simulator.tui.choices import fill
from simulator.tui.content import shown, stacked
from simulator.tui.house_screen import HouseScreen
from simulator.tui.offers import submit
from simulator.tui.prices import short_price
from simulator.tui.quotes import parted

TALK = (Ask.name, Tell.name, Promise.name)
"""The offers that are lists of what can be said."""
BEGINS = CitizenCalled | VisitorReceived
SPOKEN = (
    CitizenAsked | CitizenTold | CitizenInformedOfError | PromiseMade | NeedVoiced
    | InterpreterJoined
)  # fmt: skip


class CallScreen(HouseScreen[None]):
    """The one on the line, what was said, and three lists of what can be said next."""

    HAS = ("hang_up", "back", "choose", "field", "mark_moment")

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, tuple[str, ...]] = {}

    def title_line(self) -> str:
        """Return who is on the line."""
        line = self.view.telephone
        where = "at-desk" if line and line.desk else "on-the-line"
        return self.say(f"tui.desk.{where}", name=line.name) if line else ""

    def own_label(self, id_: str) -> str:
        """Return what ending the talk is called: nobody hangs up on the one at the desk."""
        offer = self.view.offer(HangUp.name) if id_ == "hang_up" else None
        return self.say(offer.label) if offer else ""

    def body(self) -> ComposeResult:
        """Yield what was said, and what can be said."""
        with VerticalScroll(classes="pane", id="talk", can_focus=False):
            yield Static(id="spoken")
        with Horizontal(id="saying"):
            for name in TALK:
                with Vertical(classes="pane", id=f"{name}-pane"):
                    yield OptionList(id=name, markup=False)

    def on_mount(self) -> None:
        """Begin with the questions."""
        self.redraw()
        self.query_one("#ask").focus()

    def redraw(self) -> None:
        """Draw the talk so far and what can be said now."""
        line = self.view.telephone
        self.query_one("#spoken", Static).update(stacked(*self._talk()))
        self.call_after_refresh(self.query_one("#talk").scroll_end, animate=False)
        if line is None or line.ringing:
            return
        for name in TALK:
            self._list(name)

    def _list(self, name: str) -> None:
        offer = self.view.offer(name)
        options = offer.blanks[0].options if offer else ()
        fill(self.query_one(f"#{name}", OptionList), [shown(self.say(o.label)) for o in options])
        if offer is not None:
            pane = self.query_one(f"#{name}-pane")
            pane.border_title = shown(self.say(f"tui.call.{name}"))
            pane.border_subtitle = shown(short_price(offer, self.say))

    def _talk(self) -> Iterator[Content]:
        events = self.session.events
        begun = [at for at, event in enumerate(events) if isinstance(event, BEGINS)]
        first = begun[-1] if begun else len(events)
        line = self.view.telephone
        if line:
            yield self._voice(line.name, self.say(line.says or "tui.call.hello"))
        for event in events[first:]:
            if isinstance(event, SPOKEN):
                yield from self._spoken(event)

    def _spoken(self, event: Event) -> Iterator[Content]:
        phrase = tell(self.session.day, event)
        if phrase is None:
            return
        mine, answer = parted(phrase, self.say)
        if isinstance(event, CitizenAsked):
            mine = self._question(phrase)
        yield shown(mine, "$foreground-muted")
        if answer:
            line = self.view.telephone
            yield self._voice(line.name if line else "", answer)

    def _question(self, asked: Phrase) -> str:
        """Return what was asked about, in one's own words where it is about somebody by name."""
        if question := asked.arguments.get("question"):
            return self.say("tui.call.you-ask-so", question=question)
        return self.say("tui.call.you-ask", fact=self.say.write(asked.arguments["fact"]))

    def _voice(self, name: str, words: str) -> Content:
        voice = shown(self.say("tui.call.says", words=words), "italic $secondary")
        return shown(f"{name}: ", "bold") + voice

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask, tell or promise what was chosen."""
        if offer := self.view.offer(event.option_list.id or ""):
            blank = offer.blanks[0]
            submit(self.house, offer, {blank.name: blank.options[event.option_index].value})

    def action_hang_up(self) -> None:
        """Put the telephone down."""
        if offer := self.view.offer(HangUp.name):
            submit(self.house, offer, {})
        self.dismiss()

    def day_changed(self) -> None:
        """Leave when the call is over."""
        super().day_changed()
        line = self.view.telephone
        if (line is None or line.ringing) and self.is_current:
            self.call_later(self._leave)

    def _leave(self) -> None:
        if self.is_current:
            self.dismiss()
