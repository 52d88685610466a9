"""Before the day: what the exercise is, and what is promised about the log."""

from textual import getters
from textual.app import ComposeResult
from textual.widgets import Static

from simulator.casework.actions.day import AcceptPrebrief
from simulator.tui.content import shown
from simulator.tui.house_screen import HouseScreen
from simulator.tui.key_bar import Flow
from simulator.tui.offers import start_named
from simulator.tui.reading_room import ReadingRoom


class BriefingScreen(HouseScreen[None]):
    """The briefing; then the morning meeting."""

    IS_PLACE = True
    HAS = ("go_on",)
    ABOVE = ("go_on",)

    reading = getters.query_one(ReadingRoom)

    def title_line(self) -> str:
        """Return the day's title."""
        return self.say(self.view.title)

    def body(self) -> ComposeResult:
        """Yield the briefing and the aims."""
        view, say = self.view, self.say
        with ReadingRoom(id="reading-room"):
            yield Static(shown(say(view.title)), classes="title")
            yield Static(shown(say(view.briefing), lines=True), classes="prose")
            if view.goals:
                yield Static(shown(say("tui.briefing.goals")), classes="subtitle")
                for goal in view.goals:
                    yield Static(shown(f"· {say(goal)}"), classes="prose")
        yield Flow(id="doing")

    def on_mount(self) -> None:
        """Let the arrows read on."""
        self.redraw()
        self.reading.focus()

    def redraw(self) -> None:
        """Show what Enter does: read on while there is more below, then go on."""
        word = "tui.more" if self.reading.more else "tui.briefing.on"
        self.query_one("#doing", Flow).show([self.chip("go_on", word, first=True)])

    def on_reading_room_moved(self) -> None:
        """Redraw: there is more below now, or no longer."""
        self.redraw()

    def action_go_on(self) -> None:
        """Read to the end; then to the morning meeting, or to the desk if nothing can be chosen."""
        if self.reading.read_on():
            return
        if self.view.dials:
            self.house.open_screen("meeting")
        else:
            start_named(self.house, AcceptPrebrief.name)
