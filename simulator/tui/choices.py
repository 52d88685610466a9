"""Lists to choose from; in ``Choices`` one or any number, each marked by a sign."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from simulator.casework.form import Option
from simulator.core.texts import Teller
from simulator.tui.content import shown

SIGNS = {(False, False): "○", (False, True): "●", (True, False): "☐", (True, True): "☑"}
"""The sign of an option by (any number can be chosen, this one is chosen)."""


def fill(options: OptionList, lines: Iterable[Content]) -> None:
    """Put other lines into a list; the bar stays where it is, as far as there are lines."""
    at = options.highlighted or 0
    options.clear_options()
    options.add_options(lines)
    options.highlighted = at


class Choices(OptionList):
    """Options with their signs. ``show`` sets what is chosen; ``Pressed`` is posted for a press."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    class Pressed(Message):
        """An option was pressed."""

        def __init__(self, choices: "Choices", value: Any) -> None:
            super().__init__()
            self.choices, self.value = choices, value

    def __init__(
        self,
        options: Iterable[Option],
        say: Teller,
        chosen: Iterable[Any] = (),
        *,
        many: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id, markup=False)
        self._options_given, self._say, self.many = tuple(options), say, many
        self.chosen: tuple[Any, ...] = tuple(chosen)

    def on_mount(self) -> None:
        """Put the options in, the first chosen one in front."""
        self.show(self.chosen)
        values = [option.value for option in self._options_given]
        first = next((values.index(value) for value in self.chosen if value in values), 0)
        self.highlighted = first if values else None

    def show(self, chosen: Iterable[Any]) -> None:
        """Show what is chosen now."""
        self.chosen = tuple(chosen)
        at = self.highlighted
        self.clear_options()
        for option in self._options_given:
            sign = SIGNS[self.many, option.value in self.chosen]
            self.add_option(shown(f"{sign} {self._say(option.label)}"))
        self.highlighted = at

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Post ``Pressed`` with the value of the option."""
        event.stop()
        self.post_message(self.Pressed(self, self._options_given[event.option_index].value))
