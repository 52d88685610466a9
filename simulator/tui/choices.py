"""A list to choose from: one or any number, with keys or mouse, each marked by a sign."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList

from simulator.casework.form import Option
from simulator.core.texts import Teller
from simulator.tui.content import shown

SIGNS = {(False, False): "○", (False, True): "●", (True, False): "☐", (True, True): "☑"}
"""By (any number, chosen)."""


class Choices(OptionList):
    """Options with their signs. It is given what is chosen and tells what was pressed."""

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
        values = [one.value for one in self._options_given]
        first = next((values.index(one) for one in self.chosen if one in values), 0)
        self.highlighted = first if values else None

    def show(self, chosen: Iterable[Any]) -> None:
        """Show what is chosen now."""
        self.chosen = tuple(chosen)
        at = self.highlighted
        self.clear_options()
        for one in self._options_given:
            sign = SIGNS[self.many, one.value in self.chosen]
            self.add_option(shown(f"{sign} {self._say(one.label)}"))
        self.highlighted = at

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell what was pressed."""
        event.stop()
        self.post_message(self.Pressed(self, self._options_given[event.option_index].value))
