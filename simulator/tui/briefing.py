"""Before the day: what the exercise is, and what is promised about the log."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from simulator.tui.base import HouseScreen
from simulator.tui.content import shown
from simulator.tui.flow import Chip, Flow


class BriefingScreen(HouseScreen[None]):
    """The briefing; then the morning meeting."""

    HAS = ("go_on",)
    ABOVE = ("go_on",)

    def title_line(self) -> str:
        """Return the day's title."""
        return self.say(self.view.title)

    def body(self) -> ComposeResult:
        """Yield the briefing and the aims."""
        view, say = self.view, self.say
        with VerticalScroll(id="reading-room", can_focus=True):
            yield Static(shown(say(view.title)), classes="title")
            yield Static(shown(say(view.briefing), lines=True), classes="prose")
            if view.goals:
                yield Static(shown(say("tui.briefing.goals")), classes="subtitle")
                for goal in view.goals:
                    yield Static(shown(f"· {say(goal)}"), classes="prose")
        yield Flow([Chip("Enter", say("tui.briefing.on"), "screen.go_on", first=True)], id="doing")

    def on_mount(self) -> None:
        """Let the arrows read on."""
        self.query_one("#reading-room").focus()

    def action_go_on(self) -> None:
        """Go to the morning meeting, or straight to the desk where nothing can be chosen."""
        from simulator.tui.meeting import MeetingScreen

        if self.view.dials:
            self.app.push_screen(MeetingScreen())
        else:
            self.house.action_take("accept_prebrief")
