"""The legal basis a system asks for before it opens a page."""

from textual.containers import VerticalGroup
from textual.widgets import Static

from simulator.casework.form import Blank
from simulator.core.texts import Teller
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.systems.looks import look_class


class LegalBasis(VerticalGroup):
    """The question and its answers; it is hidden if the system does not ask."""

    DEFAULT_CSS = """
    LegalBasis { background: $surface; padding: 0 1; }
    """

    def __init__(self, look: str) -> None:
        super().__init__(classes=f"-paper {look_class(look)}")
        self._shown: object = None

    def ask(self, blank: Blank | None, say: Teller, chosen: str | None, *, begin: bool) -> None:
        """Put the question, if there is one; with ``begin`` the keyboard goes there."""
        self.display = blank is not None
        options = blank.options if blank else ()
        if self._shown == (say.language, options):
            return
        self._shown = (say.language, options)
        self.remove_children()
        choices = Choices(options, say, () if chosen is None else (chosen,))
        self.mount(Static(shown(say("systems.basis"))), choices)
        self.call_after_refresh(self._settle, begin=begin)

    def _settle(self, *, begin: bool) -> None:
        """Lay out the list again now that it has a width."""
        for choices in self.query(Choices):
            choices.refresh(layout=True)
            if begin and self.display:
                choices.focus()

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Mark what was chosen; the screen keeps it."""
        event.choices.show((event.value,))
