"""Technology during the day: the levels as they stand. A change costs minutes and a reason."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from simulator.casework.form import Blank
from simulator.core.texts import Phrase
from simulator.tui.content import shown
from simulator.tui.dials import AboutDial, Dials
from simulator.tui.house_screen import HouseScreen
from simulator.tui.offers import partly_filled, start
from simulator.tui.prices import priced


class TechnologyScreen(HouseScreen[None]):
    """The dials, what they mean, and how to turn them while the day goes on."""

    NAMED = "key.technology"
    HAS = ("back", "turn_dial", "inbox", "landscape", "journal", "glossary", "mark_moment")

    def body(self) -> ComposeResult:
        """Yield what the dial in front means, which stays in sight, and the dials."""
        with Vertical(id="technology"):
            yield Static(id="price", classes="prose")
            with Vertical(classes="pane", id="about-pane"):
                yield AboutDial(id="about-dial")
            with Vertical(classes="pane", id="dials-pane"):
                yield Dials(id="dials")

    def on_mount(self) -> None:
        """Begin with the first dial."""
        self.redraw()
        self.query_one("#dials").focus()

    def redraw(self) -> None:
        """Draw the levels as they stand."""
        say, offer = self.say, self.view.offer("set_level")
        cost = say("tui.technology.price", price=priced(offer, say)) if offer else ""
        self.query_one("#price", Static).update(shown(cost))
        self.query_one("#dials-pane").border_title = shown(say("tui.meeting.dials"))
        self.query_one(Dials).show(self.view.dials, say)
        self._draw_about()

    def _draw_about(self) -> None:
        front = self.query_one(Dials).front
        self.query_one(AboutDial).tell(front, self.session.opening, self.say)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the dial in front means."""
        self._draw_about()

    def on_dials_turned(self, event: Dials.Turned) -> None:
        """Ask why, with the change already filled in."""
        if offer := self.view.offer("set_level"):
            dial = event.dial
            change = partly_filled(offer, {"dial": (dial.case_type, dial.function)})
            blanks = tuple(_filled(blank, event.level, dial.allowed) for blank in change.blanks)
            function = Phrase(f"function.{dial.function}")
            label = Phrase("tui.technology.change", {"title": dial.title, "function": function})
            start(self.house, replace(change, label=label, blanks=blanks))


def _filled(blank: Blank, level: int, allowed: tuple[int, ...]) -> Blank:
    if blank.name == "level":
        options = tuple(option for option in blank.options if option.value in allowed)
        return replace(blank, options=options, preset=(level,))
    return blank
