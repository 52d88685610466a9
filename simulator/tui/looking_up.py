"""Which system to look in: the list of them, with what a look costs and whether it answers."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from simulator.casework.views import SystemItem
from simulator.casework.vocabulary import offer_name
from simulator.tui.choices import fill
from simulator.tui.content import shown
from simulator.tui.house_screen import HouseDialog
from simulator.tui.prices import short_price


class LookUpScreen(HouseDialog[None]):
    """Asks which system to look in; what it costs to look there stands beside its name."""

    NAMED = "key.look_up"
    HAS = ("back", "choose")
    BINDINGS = [  # noqa: RUF012 - Textual's own shape
        *(Binding(str(n), f"system({n})", show=False) for n in range(1, 10)),
    ]

    def body(self) -> ComposeResult:
        """Yield the question and the systems."""
        yield Static(shown(self.say("tui.look-up.which")), classes="question")
        yield OptionList(id="which", markup=False)

    def on_mount(self) -> None:
        """Begin at the first."""
        self.redraw()
        self.query_one("#which").focus()

    def redraw(self) -> None:
        """List the systems, and which of them are down now."""
        lines = [self._line(number, system) for number, system in enumerate(self.view.systems, 1)]
        fill(self.query_one("#which", OptionList), lines)

    def _line(self, number: int, system: SystemItem) -> Content:
        say = self.say
        offer = self.view.listed(offer_name("look_up", system.id))
        about = short_price(offer, say) if system.open else say("tui.desk.system-down")
        return shown(f"{number} {say(system.name)}") + shown(f"  {about}", "dim")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was pressed."""
        self.action_system(event.option_index + 1)

    def action_system(self, number: int) -> None:
        """Open a system by its number."""
        if number <= len(self.view.systems):
            self.dismiss(None)
            system = self.view.systems[number - 1].id
            self.house.call_later(self.house.open_screen, "system", system)
