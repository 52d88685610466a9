"""A field for the student's own words."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea


class OwnWords(TextArea):
    """A field that leaves Tab, Esc and the keys of rooms to the screen, never coloured as code."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.back", show=False),
        Binding("f6", "app.show('journal')", show=False),  # Textual selects the line by it
    ]

    DEFAULT_CSS = """
    OwnWords {
        height: 5; border: round $border-blurred; background: $surface; padding: 0 1;
    }
    OwnWords:focus { border: round $primary; }
    OwnWords .text-area--cursor-line { background: transparent; }
    """

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(text, id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self.cursor_blink = False
        self.highlight_cursor_line = False

    def on_mount(self) -> None:
        """Go on where the text ends."""
        self.move_cursor(self.document.end)


class OwnLine(Input):
    """A field of one line that leaves Esc to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "screen.back", show=False)]

    DEFAULT_CSS = """
    OwnLine { max-width: 110; background: $surface; border: round $border-blurred; }
    OwnLine:focus { border: round $primary; }
    """

    def __init__(
        self,
        text: str = "",
        *,
        longest: int,
        digits: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """``longest`` is the most characters it takes; with ``digits`` it takes digits only."""
        super().__init__(text, type="integer" if digits else "text", max_length=longest, id=id)
        self.cursor_blink = False
