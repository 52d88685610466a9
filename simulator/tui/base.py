"""What every screen has: header, footer, keys that are in sight, and speech in either language."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input, TextArea

from simulator.casework.views import DeskView
from simulator.core.texts import Teller
from simulator.tui.flow import Chip, Flow
from simulator.tui.header import Header
from simulator.tui.keys import TABLE, bindings

if TYPE_CHECKING:
    from simulator.store.session import Session
    from simulator.tui.app import PraksishusApp

Result = TypeVar("Result")

ALWAYS = ("help", "palette", "language", "theme", "leave")


class KeyLine(Flow):
    """The footer: every key that works here, and the mouse on it."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; background: $panel; }
    """


class HouseScreen(Screen[Result]):
    """A screen of the practice house.

    A subclass names its keys in ``HAS``, yields its widgets in ``body`` and draws a changed day in
    ``redraw``. What must survive a change of language is kept on the screen, not in a widget: the
    screen is composed anew when the language changes.
    """

    HAS: ClassVar[tuple[str, ...]] = ()
    """Keys of the table that this screen understands, beside those that work everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init_subclass__(cls, **kwargs: object) -> None:
        super_keys = list(cls.__dict__.get("BINDINGS", []))
        cls.BINDINGS = [*super_keys, *bindings(*cls.HAS)]
        super().__init_subclass__(**kwargs)  # type: ignore[arg-type] # Textual reads BINDINGS here

    @property
    def house(self) -> "PraksishusApp":
        """The app, by its own name."""
        return cast("PraksishusApp", self.app)

    @property
    def say(self) -> Teller:
        """Says words in the language of the moment."""
        return self.house.teller

    @property
    def session(self) -> "Session":
        """The day being played."""
        assert self.house.session is not None
        return self.house.session

    @property
    def view(self) -> DeskView:
        """The desk as it is now."""
        return self.house.view

    def title_line(self) -> str:
        """Return what the header says instead of the municipality; empty: the municipality."""
        return ""

    def compose(self) -> ComposeResult:
        """Put header and footer round the body."""
        yield Header(self._moment(), self.say, self.title_line())
        yield from self.body()
        yield KeyLine(self.chips(), id="keys")

    def body(self) -> ComposeResult:
        """Yield what this screen shows."""
        yield from ()

    def redraw(self) -> None:
        """Show the day as it has become."""

    def chips(self) -> list[Chip]:
        """Return the footer: the keys of this screen and those that work everywhere."""
        writing = isinstance(self.focused, Input | TextArea)
        found = []
        for id_ in (*self.HAS, *ALWAYS):
            key = TABLE[id_]
            shown = key.while_writing if writing else key.shown
            if shown and self.offers_key(id_):
                found.append(Chip(shown, self.say(f"key.{id_}"), _pressed(key.action)))
        return found

    def offers_key(self, id_: str) -> bool:
        """Say whether a key works at this moment; a screen that knows better says so."""
        return True

    def day_changed(self) -> None:
        """Draw header, body and footer again."""
        if self.is_mounted:
            self.query_one(Header).show(self._moment(), self.say, self.title_line())
            self.redraw()
            self._show_keys()

    def _moment(self) -> DeskView | None:
        return self.house.view if self.house.session else None

    def _show_keys(self) -> None:
        for line in self.query(KeyLine):
            line.show(self.chips())

    def on_descendant_focus(self) -> None:
        """While text is being written other keys work."""
        self._show_keys()

    def on_descendant_blur(self) -> None:
        """While text is being written other keys work."""
        self._show_keys()

    def on_screen_resume(self) -> None:
        """The day may have gone on under another screen."""
        self.day_changed()

    async def speak_again(self) -> None:
        """Say everything in the language of the moment; focus stays where it was."""
        focused = self.focused.id if self.focused else None
        await self.recompose()
        self.redraw()
        if focused and (found := self.query(f"#{focused}")):
            found.first().focus()

    def action_back(self) -> None:
        """Leave this screen."""
        self.dismiss()


def _pressed(action: str) -> str:
    return action if action.startswith(("app.", "screen.")) else f"screen.{action}"
