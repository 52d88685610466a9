"""What every screen has: header, footer, keys that are in sight, and speech in either language."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

from simulator.core.texts import Teller
from simulator.tui._textual_hacks import forget_what_is_gone
from simulator.tui.content import shown
from simulator.tui.flow import Chip, Flow
from simulator.tui.header import Header
from simulator.tui.house import House
from simulator.tui.keys import TABLE, bindings

if TYPE_CHECKING:  # the store and the day are read after the first screen stands
    from simulator.casework.seeing import DeskView
    from simulator.store.session import Session

Result = TypeVar("Result")

ALWAYS = ("help", "palette", "language", "leave")
VIEWS = ("inbox", "landscape", "technology", "journal", "glossary")
"""The rooms of the day; their keys work from every screen of it."""
WIDTHS = [(0, "-slim"), (80, "-compact"), (100, "-roomy"), (140, "-vast")]
LOW, FLAT = 28, 18
"""Lines below which things stand closer, and below which nothing is between them."""
HEIGHTS = [(0, "-low"), (LOW, "-tall")]
SMALLEST = (40, 12)
"""Columns and lines below which only the plain face fits."""


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

    ABOVE: ClassVar[tuple[str, ...]] = ()
    """Those of them that stand elsewhere on the screen, and so not in the footer too."""

    IS_PLACE: ClassVar[bool] = False
    """Whether one stands here, with no other screen behind; else it is laid over another."""

    BINDINGS: ClassVar[list[BindingType]] = []
    wrong = ""
    """What is wrong with what was written; empty: nothing."""
    _had_focus: Widget | None = None
    """What had focus before the window grew too small."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init_subclass__(cls, **kwargs: object) -> None:
        own = list(cls.__dict__.get("BINDINGS", []))
        # A dialog hears nothing of the app's keys, so every screen has its own.
        everywhere = (one for one in (*ALWAYS, *VIEWS) if one not in cls.HAS)
        cls.BINDINGS = [*own, *bindings(*cls.HAS, *everywhere)]
        super().__init_subclass__(**kwargs)  # type: ignore[arg-type] # Textual reads BINDINGS here

    @property
    def house(self) -> House:
        """The app, as its screens know it."""
        return cast("House", self.app)

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
    def view(self) -> "DeskView":
        """The desk as it is now."""
        return self.house.view

    def title_line(self) -> str:
        """Return what the header says instead of the municipality; empty: the municipality."""
        return ""

    def compose(self) -> ComposeResult:
        """Put header and footer round the body."""
        yield Header(self._moment(), self.say, self.title_line())
        yield Static(shown(self.say("tui.small")), id="small")
        yield from self.body()
        yield KeyLine(self.chips(), id="keys")

    def body(self) -> ComposeResult:
        """Yield what this screen shows."""
        yield from ()

    def redraw(self) -> None:
        """Show the day as it has become."""

    def reach(self, part: str) -> None:
        """Put the keyboard on a part of the screen, where the screen has parts."""

    def calm(self) -> None:
        """Say that nothing is being waited for any more, where the screen said that it was."""

    @property
    def writing(self) -> bool:
        """Whether keys are text now, where they are not for while one writes."""
        return isinstance(self.focused, Input | TextArea)

    def chips(self) -> list[Chip]:
        """Return the footer: the keys of this screen and those that work everywhere."""
        writing = self.writing
        found = []
        for id_ in self.footer():
            key = TABLE[id_]
            said = key.while_writing if writing else key.shown
            if said and self.offers_key(id_):
                found.append(Chip(said, self.say(f"key.{id_}"), pressed(key.action)))
        return found

    def footer(self) -> tuple[str, ...]:
        """Return the keys that stand in the footer, in their order."""
        rest = (one for one in ALWAYS if one not in self.HAS)
        return (*(one for one in self.HAS if one not in self.ABOVE), *rest)

    def own_label(self, id_: str) -> str:
        """Return what this screen itself calls a key that stands on it; empty: as everywhere."""
        return ""

    def offers_key(self, id_: str) -> bool:
        """Say whether a key works at this moment; a screen that knows better says so."""
        taken = TABLE[id_].offers
        if not taken:
            return True
        offers = self.view.offers if self.house.session else ()
        return any(one.id in taken and not one.refused for one in offers)

    def day_changed(self) -> None:
        """Draw header, body and footer again."""
        if self.is_mounted and self.query(Header):
            self.query_one(Header).show(self._moment(), self.say, self.title_line())
            self.redraw()
            self.show_keys()

    def say_wrong(self, said: str) -> None:
        """Say what is wrong, on the line a screen that is written on has for it; empty: nothing."""
        self.wrong = said
        for line in self.query("#wrong").results(Static):
            line.update(shown(said))
            line.display = bool(said)

    def drafts_saved(self, saved: bool) -> None:
        """What is half written was stored, or could not be: say so where it could not."""
        if not saved and self.query("#wrong"):
            self.say_wrong(self.say("tui.form.draft-unsaved"))

    def _moment(self) -> "DeskView | None":
        return self.house.view if self.house.session else None

    def show_keys(self) -> None:
        """Show the keys that work now."""
        for line in self.query(KeyLine):
            line.show(self.chips())

    def on_descendant_focus(self) -> None:
        """While text is being written other keys work."""
        self.show_keys()

    def on_descendant_blur(self) -> None:
        """While text is being written other keys work."""
        self.show_keys()

    def on_screen_suspend(self) -> None:
        """Under a dialog the keys of this screen do not work, and are not seen."""
        self.query(KeyLine).set(visible=False)

    def on_screen_resume(self) -> None:
        """The day may have gone on under another screen; one that is being left is not drawn."""
        self.query(KeyLine).set(visible=True)
        forget_what_is_gone()
        if self.is_current:
            self.day_changed()

    def on_resize(self, event: events.Resize) -> None:
        """Where nothing fits, only the sentence that says so is shown."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not self.has_class("-tiny"):
            self._had_focus = self.focused
        elif not small and self.has_class("-tiny") and self._had_focus is not None:
            self.call_after_refresh(self._had_focus.focus)
        self.set_class(small, "-tiny")

    async def speak_again(self) -> None:
        """Say everything in the language of the moment; focus stays where it was."""
        before = self.focused
        await self.recompose()
        self.redraw()
        if before is not None and before.id and (found := self.query(f"#{before.id}")):
            after = found.first()
            after.focus()
            self.call_after_refresh(_take_up, before, after)

    def action_back(self) -> None:
        """Leave this screen."""
        self.dismiss()


class HouseDialog(HouseScreen[Result], ModalScreen[Result]):
    """A screen in front of another: what it asks stands in a frame, the clock stays in sight."""

    HAS: ClassVar[tuple[str, ...]] = ("back",)

    # What has focus hears these first; without it they scroll what does not fit the frame.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll('up')", show=False),
        Binding("down", "scroll('down')", show=False),
        Binding("pageup", "scroll('page_up')", show=False),
        Binding("pagedown", "scroll('page_down')", show=False),
        Binding("home", "scroll('home')", show=False),
        Binding("end", "scroll('end')", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Put the body in a frame."""
        yield Header(self._moment(), self.say, self.title_line())
        yield Static(shown(self.say("tui.small")), id="small")
        with Vertical(classes="frame") as frame:
            frame.border_title = shown(self.heading())
            with VerticalScroll(classes="inside", id="inside", can_focus=False):
                yield from self.body()
            yield from self.foot()
        yield KeyLine(self.chips(), id="keys")

    def on_resize(self, event: events.Resize) -> None:
        """Where lines are few the body gives way, so that what stands below it is seen."""
        low = event.size.height < LOW
        self.query_one("#inside").styles.max_height = max(3, event.size.height - 9) if low else None
        self.set_class(event.size.height < FLAT, "-flat")

    def heading(self) -> str:
        """Return what stands on the frame."""
        return ""

    def action_scroll(self, way: str) -> None:
        """Scroll what stands in the frame."""
        getattr(self.query_one("#inside"), f"scroll_{way}")(animate=False)

    def foot(self) -> ComposeResult:
        """Yield what stays in sight below the body, however long it is."""
        yield from ()


def _take_up(before: Widget, after: Widget) -> None:
    """Let a widget stand where the one before it stood: its cursor, its bar."""
    if isinstance(before, TextArea) and isinstance(after, TextArea):
        after.move_cursor(before.cursor_location)
    if isinstance(before, OptionList) and isinstance(after, OptionList):
        after.highlighted = before.highlighted


def pressed(action: str) -> str:
    """Return a key's action as a press with the mouse names it."""
    return action if action.startswith(("app.", "screen.")) or not action else f"screen.{action}"
