"""The old terminal: fixed columns, codes, capital letters. It is quick, and it logs."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from simulator.casework.views import PageItem, Row
from simulator.core.clock import clock_text
from simulator.core.texts import Measure
from simulator.tui.content import shown
from simulator.tui.key_bar import Flow
from simulator.tui.systems.drawn import Drawn
from simulator.tui.systems.fields import Face, short_date
from simulator.tui.systems.look import Look, Paper
from simulator.tui.systems.tab import Tab

KEYS = ("f2", "f6", "f7", "f8", "f9", "f10")
"""The function keys of a page; while one is open they are the terminal's, as they always were."""


class Terminal(Face):
    """A page as an old mainframe draws it."""

    DEFAULT_CSS = """
    Terminal > * { max-width: 100; }
    Terminal Flow { margin-left: 1; }
    Terminal .greeting { margin: 0 0 1 2; }
    Terminal FieldLine > .code { width: 13; }
    Terminal FieldLine > .value { width: 5fr; color: #d6f7e0; }
    Terminal FieldLine > .label { width: 4fr; }
    Terminal FieldLine > .date { width: 12; margin: 0; }
    Terminal FieldLine:focus { background: #123a26; }
    Terminal.-slim FieldLine > .label { display: none; }
    Terminal .bottom { margin: 1 0 0 2; }
    """

    CELLS = ("code", "listed value", "label", "reported date")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "screen.back", show=False),
        *(Binding(key, f"function('{key}')", show=False) for key in KEYS),
    ]

    def compose(self) -> ComposeResult:
        """Draw the page."""
        yield Drawn(self._top, classes="bright")
        yield Static(self._capitals("systems.terminal.greeting"), classes="greeting")
        yield from self.fields()
        count = self._capitals("systems.terminal.end", n=len(self.page.rows))
        yield Static(count, classes="bottom")
        yield Flow(self._functions())

    def _functions(self) -> Iterator[Tab]:
        """Yield the function keys: the way back, and the other pages."""
        yield Tab("F3", self.say("systems.terminal.return").upper(), "screen.back")
        for key, (number, page) in self._others().items():
            yield Tab(key.upper(), self.say(page.title).upper(), f"screen.page({number})")

    def _others(self) -> dict[str, tuple[int, PageItem]]:
        """Return the pages that are not open, each with its number, by function key."""
        systems = self.desk.systems if self.desk else ()
        pages = next((system.pages for system in systems if system.id == self.page.system), ())
        others = (numbered for numbered in enumerate(pages, 1) if numbered[1].id != self.page.page)
        return dict(zip(KEYS, others, strict=False))

    async def action_function(self, key: str) -> None:
        """Do what a function key of this page does."""
        if (other := self._others().get(key)) is not None:
            await self.run_action(f"screen.page({other[0]})")

    def _top(self, width: int) -> Content:
        page = self.page
        left = f"{page.system}00 ── {self.say(page.title)} ".upper()
        when = f" {short_date(page.date)} {clock_text(page.minute)} "
        user = f" {self.say('systems.terminal.user', user=self.user)}".upper()
        room = max(2, width - len(left) - len(when) - len(user) - 2)
        return shown(left + "─" * room + when + "──" + user)

    def _capitals(self, word: str, **arguments: int) -> Content:
        text = self.say(word, user=self.user, name=self.page.subject, **arguments)
        return shown(text.upper())

    def texts(self, row: Row) -> dict[str, str]:
        """Write everything in capitals; a field without a code has its label in its place."""
        texts = super().texts(row)
        if not row.code:
            texts |= {"code": texts["label"], "label": ""}
        return {name: text.upper() for name, text in texts.items()}

    def value(self, row: Row) -> str:
        """Write dates as digits, and mark a number that can be nobody's."""
        value = super().value(row)
        if row.state != "shown":
            return value
        if isinstance(row.value, Measure) and row.value.how == "date":
            at = row.value.value
            return short_date(at) if isinstance(at, int) else str(at)
        person = row.path.endswith("person.number")
        return f"{value}  {self.say('systems.terminal.test')}" if person else value


LOOK = Look(
    face=Terminal,
    paper=Paper(
        ground="#06130d",
        ink="#8fd3a8",
        faint="#8fd3a8",
        bright="#c9f2d6",
        line="#2f6b48",
        chosen="#123a26",
    ),
    page_signs=("=", ">"),
    loud=True,
)
