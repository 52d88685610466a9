"""The landscape as it is documented: who feeds whom, how often, who owns it; beside it, the status.

What stands here is what somebody wrote down once. Whether it still holds is another matter, and the
page says so: in play nobody sees the true health of an arrow.
"""

from itertools import pairwise
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Button, Static

from simulator.casework.actions.looking.reading import LandscapeOpened
from simulator.casework.commands import Offer
from simulator.casework.views import IntegrationView, StatusLine
from simulator.core.untrusted import clean
from simulator.tui.committing import carry_out
from simulator.tui.content import shown
from simulator.tui.house_screen import HouseScreen, scroll
from simulator.tui.systems.charting import BOX, Arrow, Node, chart
from simulator.tui.systems.drawn import Drawn
from simulator.tui.systems.feeds import POINTER, feeds, in_order
from simulator.tui.systems.offer_parts import price
from simulator.tui.systems.routes import latest

BESIDE = 100
"""Columns from which IT's page stands beside the list of who copies from whom."""
ALL_BESIDE = 150
"""Columns from which the map stands beside both."""
REST = 6
"""Lines of the screen that are not the map's: what it is called, the keys."""
PAGE = 5
"""Arrows that PgUp and PgDn go on by where all can be seen at once."""
STEPS = {"page_down": PAGE, "page_up": -PAGE, "home": -999, "end": 999}


class Pane(VerticalScroll):
    """A list of the arrows; ↑ and ↓ go from arrow to arrow, also where all of it is in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.point(-1)", show=False),
        Binding("down", "screen.point(1)", show=False),
        *(
            Binding(key, f"screen.scroll('{way}')", show=False)
            for key, way in zip(("pagedown", "pageup", "home", "end"), STEPS, strict=True)
        ),
    ]


class LandscapeScreen(HouseScreen[None]):
    """The documented map and IT's status page. Looking at it costs what the offer says."""

    AUTO_FOCUS = ""
    """Textual focuses no widget by itself: that would scroll past the map."""

    HAS = ("back", "scroll", "field", "inbox", "technology", "journal", "mark_moment")

    DEFAULT_CSS = """
    LandscapeScreen #land { padding: 0 1; }
    LandscapeScreen .masthead { text-style: bold; }
    LandscapeScreen .byline { color: $text-muted; }
    LandscapeScreen .apart { margin-bottom: 1; }
    LandscapeScreen #sides { layout: vertical; height: auto; margin-top: 1; }
    LandscapeScreen #map { margin-bottom: 1; }
    LandscapeScreen #sides .pane { height: auto; }
    LandscapeScreen Button { width: auto; }
    LandscapeScreen.-beside #land { overflow-y: hidden; }
    LandscapeScreen.-beside #sides { layout: horizontal; height: 1fr; margin-top: 0; }
    LandscapeScreen.-beside #sides .pane { height: 100%; width: 2fr; }
    LandscapeScreen.-beside #sides #status { width: 38; }
    LandscapeScreen.-beside #map { width: 76; margin-right: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.paid = False
        """Whether the look has been paid for since this screen was opened."""
        self.pointed = 0
        """The number of the arrow that is pointed at; 0 before there is one."""

    @property
    def offer(self) -> Offer | None:
        """The offer to look at the landscape; ``None`` when the day is over."""
        return self.view.listed("look_at_landscape")

    def body(self) -> ComposeResult:
        """Yield the map, or the price of seeing it."""
        self.paid = self.paid or self._just_looked()
        with VerticalScroll(id="land", can_focus=False):
            yield Static(shown(self.say("systems.landscape.title")), classes="masthead")
            if self.paid or self.offer is None:
                yield from self._land()
                return
            yield Static(shown(self.say("systems.landscape.cover")), classes="byline")
            cost = price(self.offer, self.say)
            yield Button(shown(self.say("systems.landscape.look", price=cost)), id="look")

    def _just_looked(self) -> bool:
        """Whether the player's last action was to look at the landscape, on whatever screen."""
        own = (event for event in reversed(self.session.events) if event.by == "player")
        return isinstance(next(own, None), LandscapeOpened)

    def _land(self) -> ComposeResult:
        say = self.say
        yield Static(shown(say("systems.landscape.about")), classes="byline")
        if self._traced():
            yield Static(shown(say("systems.landscape.traced")), classes="byline")
        with Widget(id="sides"):
            yield Drawn(self._chart, id="map")
            with Pane(id="feeds", classes="pane") as pane:
                pane.border_title = shown(say("systems.landscape.feeds"))
                yield Drawn(self._feeds, id="arrows")
            with Pane(id="status", classes="pane") as pane:
                pane.border_title = shown(say("systems.landscape.status"))
                yield Static(shown(say("systems.landscape.status-about")), classes="byline apart")
                for line in self.view.status:
                    yield Static(self._status(line))
                yield Static("")
                for number, arrow in enumerate(self.view.landscape, 1):
                    yield Static(self._run(number, arrow), id=f"run-{number}")

    def _feeds(self, width: int) -> Content:
        view = self.view
        lit = self._traced()
        return feeds(view.systems, view.landscape, self.say, width, lit, self.pointed)

    def _chart(self, width: int) -> Content:
        say = self.say
        nodes = [
            Node(item.id, clean(say(item.name)), clean(say("systems.owner", owner=item.owner)))
            for item in self.view.systems
        ]
        arrows = [Arrow(number, *arrow.ends) for number, arrow in enumerate(self.view.landscape, 1)]
        drawn = chart(nodes, arrows, width, self._traced(), self.pointed)
        return Content("\n").join(map(shown, drawn))

    def _traced(self) -> tuple[int, ...]:
        """Return the numbers of the arrows that the last traced value came by."""
        traced = latest(self.session.events)
        steps = set(pairwise(system for system, _ in traced.hops)) if traced else set()
        numbered = enumerate(self.view.landscape, 1)
        return tuple(number for number, arrow in numbered if arrow.ends in steps)

    def _status(self, line: StatusLine) -> Content:
        """Return IT's status line for a system: what was last measured, or what somebody wrote."""
        word = "open" if line.open else "closed"
        sign = "●" if line.open else "○"
        says = self.say(line.says) if line.says else self.say(f"systems.landscape.{word}")
        return shown(f"{sign} {self.say(line.name)}: {says}")

    def _run(self, number: int, arrow: IntegrationView) -> Content:
        """Return IT's status line for an integration: what IT knows, which may be late or wrong."""
        say = self.say
        head = say("systems.landscape.arrow", n=number, source=arrow.source, target=arrow.target)
        return shown(f"{head} {say(arrow.status)}", "bold" if number == self.pointed else "")

    def on_mount(self) -> None:
        """Begin at the button, where there is one."""
        self._begin()

    def _begin(self) -> None:
        self._arrange()
        (self.query("#look") or self.query("#feeds")).first().focus(scroll_visible=False)

    def on_resize(self, event: events.Resize) -> None:
        """Arrange it for the room there is."""
        self._arrange()

    def _arrange(self) -> None:
        """Draw the map only where all of it is seen at once; put beside what has room there."""
        width, height = self.app.size
        drawn = len(self.view.systems) * BOX + REST <= height
        for drawing in self.query("#map"):
            drawing.display = drawn
        paid = bool(self.query("#feeds"))
        self.set_class(paid and width >= (ALL_BESIDE if drawn else BESIDE), "-beside")

    def action_scroll(self, way: str) -> None:
        """Scroll what the keyboard is on, or the whole where that is seen to its end."""
        land = self.query_one("#land")
        front = self.focused if self.focused and self.focused.max_scroll_y else land
        if front.max_scroll_y:
            scroll(front, way)
        else:
            self.action_point(STEPS.get(way, 0))

    def action_point(self, by: int) -> None:
        """Point at an arrow further on: it is marked on the map, in the list and in the status."""
        order = in_order(self.view.systems, self.view.landscape)
        if not order or not self.query("#arrows"):
            return
        at = order.index(self.pointed) + by if self.pointed else max(0, by - 1)
        before, self.pointed = self.pointed, order[max(0, min(len(order) - 1, at))]
        for drawn in self.query(Drawn):
            drawn.refresh()
        for number in {before, self.pointed} - {0}:
            run = self._run(number, self.view.landscape[number - 1])
            self.query_one(f"#run-{number}", Static).update(run)
        self._show_pointed()
        if at < 0:  # there is something to be read above the first arrow too
            for room in self.query("#feeds, #land"):
                room.scroll_home(animate=False)

    def _show_pointed(self) -> None:
        """Scroll so that the arrow pointed at is in sight in the list and in the status."""
        arrows, status = self.query_one("#arrows"), self.query_one("#status")
        lines = self._feeds(arrows.size.width).split("\n")
        at = next(y for y, line in enumerate(lines) if line.plain.startswith(POINTER))
        for room in (self.query_one("#feeds"), self.query_one("#land")):
            y = arrows.region.y + at - room.scrollable_content_region.y + round(room.scroll_y)
            room.scroll_to_region(Region(0, y, 1, 2), animate=False)
        if status.max_scroll_y:
            self.query_one(f"#run-{self.pointed}").scroll_visible(animate=False)

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take the look."""
        if self.offer is not None:
            carry_out(self.house, self.offer.make({}))
            await self.recompose()
            self._begin()
