"""The morning meeting: how much is left to technology today. Presets first, then a few dials; the
table shows every step, and which of them are somebody else's to set."""

from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.commands import Offer
from simulator.casework.form import Answers
from simulator.tui.choices import SIGNS, fill
from simulator.tui.content import shown
from simulator.tui.dials import AboutDial, Dials, levels_table, set_by, step_name
from simulator.tui.house_screen import HouseScreen
from simulator.tui.key_bar import Flow
from simulator.tui.offers import partly_filled, start, start_named, submit
from simulator.tui.systems.drawn import Drawn

WIDE = 156
"""Columns from which the table of all steps stands beside what can be set."""


WAYS = {"do": "offer.accept_prebrief", "back": "tui.meeting.read-again"}


class MeetingScreen(HouseScreen[None]):
    """Chooses the day's levels before the desk opens. It takes no simulated time."""

    NAMED = "tui.meeting.title"
    HAS = ("do", "back", "choose", "turn_dial", "field")
    ABOVE = ("do", "back")

    def own_label(self, id_: str) -> str:
        """Return this screen's labels for the keys to the desk and back."""
        return self.say(WAYS[id_]) if id_ in WAYS else ""

    def body(self) -> ComposeResult:
        """Yield the presets, the dials, what the dial in front means, and every level."""
        with VerticalScroll(id="meeting", can_focus=False):
            yield Static(shown(self.say("tui.meeting.about")), classes="prose")
            with Vertical(id="setting"):
                with Vertical(classes="pane", id="presets-pane"):
                    yield OptionList(id="presets", markup=False)
                with Vertical(classes="pane", id="dials-pane"):
                    yield Dials(id="dials")
                with Vertical(classes="pane", id="about-pane"):
                    yield AboutDial(id="about-dial")
            # Only to be read, but the keyboard has to be able to bring it into sight.
            with VerticalScroll(classes="pane", id="levels-pane", can_focus=True):
                yield Drawn(
                    lambda width: levels_table(self.view.dials, self.say, width), id="levels"
                )
                yield Static(shown(self.say("tui.meeting.levels-key")), classes="muted")
                yield Static(id="set-by")
        yield Flow(id="doing")

    def on_mount(self) -> None:
        """Begin with the presets."""
        self.redraw()
        self.query_one("#presets" if self._preset() else "#dials").focus()

    def on_resize(self, event: events.Resize) -> None:
        """Put the table beside the dials where there is room."""
        self.query_one("#meeting").set_class(event.size.width >= WIDE, "-wide")

    def _preset(self) -> Offer | None:
        return self.view.offer("choose_preset")

    def redraw(self) -> None:
        """Draw presets and dials as they stand."""
        self._draw_presets()
        say, turned = self.say, [dial for dial in self.view.dials if len(dial.allowed) > 1]
        self.query_one("#dials-pane").border_title = shown(say("tui.meeting.dials"))
        self.query_one("#dials-pane").display = bool(turned)
        self.query_one("#about-pane").display = bool(turned)
        self.query_one(Dials).show(turned, say)
        self._draw_about()
        self.query_one("#levels-pane").border_title = shown(say("tui.meeting.levels"))
        self.query_one("#levels-pane").display = len(turned) < len(self.view.dials)
        self.query_one("#levels").refresh(layout=True)
        elsewhere = [dial for dial in self.view.dials if dial.by is not None]
        reasons = "\n".join(f"{say(step_name(dial))}: {set_by(dial, say)}" for dial in elsewhere)
        self.query_one("#set-by", Static).update(shown(reasons, lines=True))
        self.query_one("#set-by").display = bool(reasons)
        self.query_one("#doing", Flow).show([self.chip("do", first=True), self.chip("back")])

    def _draw_presets(self) -> None:
        say, offer = self.say, self._preset()
        options = offer.blanks[0].options if offer else ()
        standing = self._standing()
        lines = [shown(f"{SIGNS[False, o.value == standing]} {say(o.label)}") for o in options]
        fill(self.query_one("#presets", OptionList), lines)
        self.query_one("#presets-pane").display = bool(options)
        self.query_one("#presets-pane").border_title = shown(say("tui.meeting.presets"))

    def _standing(self) -> str:
        """Return the id of the preset whose levels are set now; ``""`` if there is none."""
        levels = {(dial.case_type, dial.function): dial.level for dial in self.view.dials}
        for preset in self.session.opening.presets:
            if all(
                levels.get((case, function)) == level for case, function, level in preset.levels
            ):
                return preset.id
        return ""

    def _draw_about(self) -> None:
        front = self.query_one(Dials).front
        self.query_one(AboutDial).tell(front, self.session.opening, self.say)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the dial in front means."""
        if event.option_list.id == "dials":
            self._draw_about()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Set the dials as a preset has them."""
        offer = self._preset()
        if offer and event.option_list.id == "presets":
            value = offer.blanks[0].options[event.option_index].value
            self._set(offer, {"preset": value})

    def on_dials_turned(self, event: Dials.Turned) -> None:
        """Set one dial."""
        if offer := self.view.offer("set_level"):
            dial = (event.dial.case_type, event.dial.function)
            self._set(offer, {"dial": dial, "level": event.level})

    def _set(self, offer: Offer, chosen: Answers) -> None:
        """Set what was chosen; if the offer has blanks left, such as a name, ask for them first."""
        rest = partly_filled(offer, chosen)
        asked = [blank for blank in rest.blanks if blank.asked(chosen)]
        if asked:
            blanks = tuple(replace(blank, only_for=None) for blank in asked)
            start(self.house, replace(rest, blanks=blanks))
        else:
            submit(self.house, offer, chosen)

    def action_do(self) -> None:
        """Go to the desk."""
        start_named(self.house, AcceptPrebrief.name)
