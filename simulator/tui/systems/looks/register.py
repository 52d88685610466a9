"""The building register: a sheet with a little plan, the data of the unit, and the remarks."""

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widgets import Static

from simulator.casework.views import Row
from simulator.core.texts import Measure
from simulator.tui.content import shown
from simulator.tui.systems.fields import Face, across, short_date
from simulator.tui.systems.floor_plan import lot, plan
from simulator.tui.systems.look import Look, Paper

AREA, ROOMS = "BOLIGAREAL", "ANTALVAERELSER"
"""The register's own codes of what the plan is drawn from."""

DRAWING = """\
    ╱╲
  ╱    ╲
│  ▢  ▢  │
│  ▢  ▯  │"""


class Register(Face):
    """A page as a sheet of the register, white on blue."""

    DEFAULT_CSS = """
    Register > * { max-width: 140; }
    Register HorizontalGroup { border-top: solid #6f97cc; border-bottom: solid #6f97cc; }
    Register .plan { width: 29; margin-right: 1; }
    Register FieldLine:focus { background: #24508c; }
    Register .cell.code { width: 15; display: none; }
    Register.-vast .cell.code { display: block; }
    Register.-slim .cell.label { width: 16; }
    Register.-slim .cell.value { width: 1fr; }
    Register.-slim .cell.date { margin: 0; }
    Register .cell.label { width: 3fr; }
    Register .cell.value { width: 2fr; text-style: bold; }
    Register .cell.date { width: 8; margin: 0; }
    Register .cell { margin-right: 1; }
    """

    CELLS = ("code faint", "label", "listed value", "date faint")

    def compose(self) -> ComposeResult:
        """Draw the page."""
        page, say = self.page, self.say
        left = f"{say(page.name)} ⌂ {page.subject}"
        yield across(
            left, say("systems.register.sheet", title=page.title, day=short_date(page.date))
        )
        drawing = self._plan()
        with HorizontalGroup():
            if drawing is not None:
                yield Static(drawing, classes="beside plan")
            with VerticalGroup():
                yield from self.fields()
        yield Static(shown(say("systems.register.remarks")), classes="faint")

    def _plan(self) -> Content | None:
        """Return the plan; ``None`` if the page has neither of the codes it is drawn from."""
        by_code = {row.code: _number(row) for row in self.page.rows}
        if not {AREA, ROOMS} & set(by_code):
            return None
        rooms, area = by_code.get(ROOMS), by_code.get(AREA)
        if rooms is None or area is None:
            return shown("\n".join([*lot(), self.say("systems.register.no-plan")]), lines=True)
        scale = self.say("systems.register.plan")
        return shown("\n".join([*plan(rooms, area), scale]), lines=True)


def _number(row: Row) -> int | None:
    """Return the number in a field; ``None`` if it shows none."""
    value = row.value.value if isinstance(row.value, Measure) else None
    return value if row.state == "shown" and isinstance(value, int) else None


LOOK = Look(
    face=Register,
    paper=Paper(
        ground="#12305a",
        ink="#e3edfb",
        faint="#a9c4e8",
        bright="#ffffff",
        line="#6f97cc",
        chosen="#24508c",
    ),
    drawing=DRAWING,
)
