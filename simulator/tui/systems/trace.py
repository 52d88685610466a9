"""Where did this come from? The route of one value, and what can be done about it."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, ItemGrid, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Static

from simulator.casework.commands import Offer
from simulator.casework.vocabulary import offer_name
from simulator.core.clock import day_of, minute_of
from simulator.core.texts import Phrase
from simulator.tui.content import shown
from simulator.tui.house_screen import HouseScreen
from simulator.tui.offers import start_filled
from simulator.tui.systems.offer_parts import filled, price, takes
from simulator.tui.systems.routes import Route, Stage, latest, route


class TraceScreen(HouseScreen[None]):
    """The last traced value: its hops and dates, never what another system shows today."""

    HAS = ("back", "choose", "field", "mark_moment")

    DEFAULT_CSS = """
    TraceScreen VerticalScroll { padding: 1 2; }
    TraceScreen .stage { max-width: 110; }
    TraceScreen .line { width: 4; height: 3; color: $primary; text-style: bold; }
    TraceScreen .what { width: 1fr; }
    TraceScreen .stage Button { width: 26; }
    TraceScreen .masthead { text-style: bold; }
    TraceScreen .byline { color: $text-muted; margin-bottom: 1; }
    TraceScreen .told { margin-top: 1; }
    TraceScreen ItemGrid { height: auto; grid-gutter: 0 1; margin-top: 1; max-width: 110; }
    """

    # The house's sheet speaks of all buttons; these fill their place.
    CSS = """
    TraceScreen ItemGrid Button { width: 1fr; margin: 0; padding: 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.told: tuple[Phrase, ...] = ()
        """What happened by the last action about the value, in words."""
        self.asked: int | None = None
        """The length of the log when that action was started."""
        self.offered: tuple[Offer, ...] = ()

    @property
    def route(self) -> Route | None:
        """The route of the last tracing."""
        events = self.session.events
        traced = latest(events)
        return route(self.session.day, events, traced) if traced else None

    def body(self) -> ComposeResult:
        """Yield the route and the deeds."""
        with VerticalScroll(can_focus=False):
            yield from self._parts()

    def redraw(self) -> None:
        """Draw the route again; what can be done may have changed."""
        if self.asked is not None and len(self.session.events) > self.asked:
            self.told, self.asked = self.house.latest, None
        self.call_later(self._draw_again)

    async def _draw_again(self) -> None:
        focused = self.focused.id if self.focused else None
        scroll = self.query_one(VerticalScroll)
        await scroll.remove_children()
        await scroll.mount_all(self._parts())
        if buttons := self.query(f"Button#{focused}") or self.query(Button):
            buttons.first().focus()

    def _parts(self) -> Iterator[Widget]:
        route, say = self.route, self.say
        if route is None:
            yield Static(shown(say("systems.trace.none")))
            return
        title = f"{say.write(route.label)}: {say.write(route.value)}"
        yield Static(shown(title), classes="masthead")
        yield Static(shown(say("systems.trace.about")), classes="byline")
        if not route.stages:
            yield Static(shown(say("systems.trace.unknown")))
        for number, stage in enumerate(route.stages):
            yield self._line(number, stage, number + 1 == len(route.stages))
        if self.told:
            yield Static(shown(" ".join(map(say, self.told))), classes="told")
        self.offered = tuple(self._offers(route))
        if self.offered:
            yield ItemGrid(*map(self._button, range(len(self.offered))), min_column_width=30)

    def _line(self, number: int, stage: Stage, last: bool) -> Widget:
        """Return one hop, with the line on to the next, and the way to look there."""
        say = self.say
        when = say(f"systems.trace.{stage.how}", day=day_of(stage.at), at=minute_of(stage.at))
        here = f"\n{say('systems.trace.here')}" if last else ""
        what = shown(say.write(stage.name), "bold") + shown(f"\n{when}{here}", lines=True)
        parts: list[Widget] = [
            Static(shown("●" if last else "●\n│\n▼", lines=True), classes="line"),
            Static(what, classes="what"),
        ]
        if look := self.view.listed(offer_name("look_up", stage.system)):
            label = say("systems.trace.look", price=price(look, say))
            parts.append(Button(shown(label), id=f"look-{number}"))
        return HorizontalGroup(*parts, classes="stage")

    def _offers(self, route: Route) -> Iterator[Offer]:
        value, report = (route.path, route.system), self.view.listed("report_error")
        if report and takes(report, "value", value):
            yield filled(report, "value", value)
        if ticket := self.view.listed("write_ticket"):
            yield filled(ticket, "system", route.system)

    def _button(self, number: int) -> Button:
        offer = self.offered[number]
        label = f"{self.say(f'systems.panel.{offer.id}')} · {price(offer, self.say)}"
        return Button(shown(label), id=f"deed-{number}")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open the system of a stage, or start an offer about the value."""
        what, _, number = (event.button.id or "").partition("-")
        route = self.route
        if what == "deed":
            self.asked = len(self.session.events)
            start_filled(self.house, self.offered[int(number)])
        elif what == "look" and route:
            self.house.open_screen("system", route.stages[int(number)].system)
