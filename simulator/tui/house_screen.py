"""What every screen has: a header, a footer with its keys, and words in either language."""

from collections.abc import Collection
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
from simulator.tui.header import Header
from simulator.tui.house import House, Room
from simulator.tui.key_bar import Chip, Flow
from simulator.tui.keys import TABLE, bindings

if TYPE_CHECKING:  # the store and the day are read after the first screen stands
    from simulator.casework.seeing import DeskView
    from simulator.store.session import Session

Result = TypeVar("Result")

ALWAYS = ("help", "palette", "language", "leave")
VIEWS = ("inbox", "landscape", "technology", "journal", "glossary")
"""The views of the day; their keys work from every screen of it."""
WIDTHS = [(0, "-slim"), (80, "-compact"), (100, "-roomy"), (140, "-vast")]
LOW, FLAT = 28, 18
"""Lines below which widgets stand closer, and below which nothing is between them."""
HEIGHTS = [(0, "-low"), (LOW, "-tall")]
SMALLEST = (40, 12)
"""Columns and lines below which only the plain text program fits."""


def scroll(widget: Widget, way: str) -> None:
    """Scroll a widget at once: ``up``, ``down``, ``page_up``, ``page_down``, ``home``, ``end``."""
    getattr(widget, f"scroll_{way}")(animate=False)


class KeyLine(Flow):
    """The footer: every key that works here, and the mouse on it."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; background: $panel; }
    """


class HouseScreen(Room, Screen[Result]):
    """A screen of the practice house.

    A subclass names its keys in ``HAS``, yields its widgets in ``body`` and draws a changed day in
    ``redraw``. What must survive a change of language is kept on the screen, not in a widget: the
    screen is composed anew when the language changes.
    """

    HAS: ClassVar[tuple[str, ...]] = ()
    """Keys of the table that this screen understands, beside those that work everywhere."""

    ABOVE: ClassVar[tuple[str, ...]] = ()
    """Those of them that are shown elsewhere on the screen, and so not in the footer."""

    NAMED: ClassVar[str] = ""
    """The word of its title; ``""`` where a place has the municipality's name instead."""

    BINDINGS: ClassVar[list[BindingType]] = []
    wrong = ""
    """What is wrong with what was written, in words; ``""`` if nothing is."""
    _had_focus: Widget | None = None
    """What had focus before the window grew too small."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init_subclass__(cls, **kwargs: object) -> None:
        own = list(cls.__dict__.get("BINDINGS", []))
        # A dialog hears nothing of the app's keys, so every screen has its own.
        everywhere = (id_ for id_ in (*ALWAYS, *VIEWS) if id_ not in cls.HAS)
        cls.BINDINGS = [*own, *bindings(*cls.HAS, *everywhere)]
        super().__init_subclass__(**kwargs)  # type: ignore[arg-type] # Textual reads BINDINGS here

    @property
    def house(self) -> House:
        """The app, as its screens know it."""
        return cast("House", self.app)

    @property
    def say(self) -> Teller:
        """The function that puts phrases into the language chosen now."""
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
        """Return what the header shows instead of the municipality; ``""`` for that name."""
        return self.say(self.NAMED) if self.NAMED else ""

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
        """Focus the part of the screen with a name; a screen without parts does nothing."""

    @property
    def writing(self) -> bool:
        """Whether keys are taken as text, because a text field has the focus."""
        return isinstance(self.focused, Input | TextArea)

    def chips(self) -> list[Chip]:
        """Return the footer: the keys of this screen and those that work everywhere."""
        writing = self.writing
        chips = []
        for id_ in self.footer():
            key = TABLE[id_]
            shown_as = key.while_writing if writing else key.shown
            if shown_as and self.offers_key(id_):
                label = self.own_label(id_) or self.say(f"key.{id_}")
                chips.append(Chip(shown_as, label, pressed(key.action)))
        return chips

    def chip(self, id_: str, label: str = "", *, price: str = "", first: bool = False) -> Chip:
        """Return a key as it stands on the screen itself, with the word ``label`` or its own."""
        key, own = TABLE[id_], self.own_label(id_) or self.say(f"key.{id_}")
        text = self.say(label) if label else own
        return Chip(key.shown, text, pressed(key.action), price, first=first)

    def footer(self) -> tuple[str, ...]:
        """Return the ids of the keys in the footer, in their order."""
        rest = (id_ for id_ in ALWAYS if id_ not in self.HAS)
        idle = {*self.ABOVE, *self.idle_keys()}
        return tuple(id_ for id_ in (*self.HAS, *rest) if id_ not in idle)

    def idle_keys(self) -> Collection[str]:
        """Return the ids of the keys that are of no use where the keyboard is now."""
        return ()

    def own_label(self, id_: str) -> str:
        """Return this screen's own label for a key; ``""`` for the label the key has everywhere."""
        return ""

    def offers_key(self, id_: str) -> bool:
        """Return whether a key works now, which is if its offer can be taken."""
        taken = TABLE[id_].offer
        return not taken or bool(self.house.session and self.view.offer(taken))

    def day_changed(self) -> None:
        """Draw header, body and footer again."""
        if self.is_mounted and self.query(Header):
            self.query_one(Header).show(self._moment(), self.say, self.title_line())
            self.redraw()
            self.show_keys()

    def say_wrong(self, problem: str) -> None:
        """Show what is wrong on the ``#wrong`` line, if the screen has one; ``""`` hides it."""
        self.wrong = problem
        for line in self.query("#wrong").results(Static):
            line.update(shown(problem))
            line.display = bool(problem)

    def drafts_saved(self, saved: bool) -> None:
        """Show on the ``#wrong`` line if what is half written could not be stored."""
        if not saved and self.query("#wrong"):
            self.say_wrong(self.say("tui.form.draft-unsaved"))

    def _moment(self) -> "DeskView | None":
        return self.house.view if self.house.session else None

    def show_keys(self) -> None:
        """Show the keys that work now."""
        for line in self.query(KeyLine):
            line.show(self.chips())

    def on_descendant_focus(self) -> None:
        """Show the keys that work now: they are others while text is being written."""
        self.show_keys()

    def on_descendant_blur(self) -> None:
        """Show the keys that work now: they are others while text is being written."""
        self.show_keys()

    def on_screen_suspend(self) -> None:
        """Hide the keys while a dialog lies over this screen: they do not work then."""
        self.query(KeyLine).set(visible=False)

    def on_screen_resume(self) -> None:
        """Redraw the screen when it is in front again: the day may have gone on meanwhile."""
        self.query(KeyLine).set(visible=True)
        forget_what_is_gone()
        if self.is_current:
            self.day_changed()

    def on_resize(self, event: events.Resize) -> None:
        """Show only a sentence that says so if the window is too small."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not self.has_class("-tiny"):
            self._had_focus = self.focused
        elif not small and self.has_class("-tiny") and self._had_focus is not None:
            self.call_after_refresh(self._had_focus.focus)
        self.set_class(small, "-tiny")

    async def speak_again(self) -> None:
        """Compose the screen anew in the language chosen now; the focus stays where it was."""
        before = self.focused
        await self.recompose()
        self.redraw()
        if before is not None and before.id and (same := self.query(f"#{before.id}")):
            after = same.first()
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

    def title_line(self) -> str:
        """Return ``""``: a dialog's title stands on its frame."""
        return ""

    def heading(self) -> str:
        """Return the title on the frame."""
        return self.say(self.NAMED)

    def action_scroll(self, way: str) -> None:
        """Scroll what stands in the frame."""
        scroll(self.query_one("#inside"), way)

    def foot(self) -> ComposeResult:
        """Yield what stays in sight below the body, however long it is."""
        yield from ()


def _take_up(before: Widget, after: Widget) -> None:
    """Give a widget the cursor or highlighted line of the one it replaces."""
    if isinstance(before, TextArea) and isinstance(after, TextArea):
        after.move_cursor(before.cursor_location)
    if isinstance(before, OptionList) and isinstance(after, OptionList):
        after.highlighted = before.highlighted


def pressed(action: str) -> str:
    """Return a key's action as Textual names it in a link that the mouse can press."""
    return action if action.startswith(("app.", "screen.")) or not action else f"screen.{action}"
