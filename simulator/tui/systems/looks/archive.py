"""The case archive: a tree of KLE groups, down to the case and its documents, and their keeping."""

import re

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from simulator.casework.views import Row
from simulator.tui.content import shown
from simulator.tui.systems.fields import Face, across
from simulator.tui.systems.look import Look, Paper

KLE = re.compile(r"\d\d\.\d\d\.\d\d\b")
"""A subject of the plan that municipalities file by."""

DRAWING = """\
┌─┬─┬──┬─┬─┬─┬──┬─┐
│ │ │  │ │ │ │  │ │
├─┴┬┴┬─┴┬┴┬┴─┼─┬┴─┤
│  │ │  │ │  │ │  │"""


class Archive(Face):
    """A page as the documents of a case, at the end of the branch it hangs on."""

    DEFAULT_CSS = """
    Archive > * { max-width: 130; }
    Archive FieldLine > .pointer { margin-right: 0; }
    Archive FieldLine:focus { background: #d3c096; }
    Archive .cell.twig { width: 5; margin: 0 1 0 3; color: #5a4628; }
    Archive .cell.code { width: 15; }
    Archive .cell.label { width: 2fr; }
    Archive .cell.value { width: 3fr; }
    Archive .cell.date { width: 9; margin: 0; }
    Archive.-slim .cell.twig { margin: 0 1 0 0; }
    Archive.-slim .cell.code { display: none; }
    Archive.-slim .cell { margin-right: 1; }
    Archive .keeping { margin-top: 1; }
    """

    CELLS = ("twig", "code faint", "label", "listed value", "date faint")

    def compose(self) -> ComposeResult:
        """Draw the page."""
        page, say = self.page, self.say
        left = f"{say(page.name)} ▤ {page.subject}"
        yield across(left, say("systems.archive.documents", n=len(page.rows)))
        yield Static(self._branch())
        yield from self.fields()
        yield Static(shown(say("systems.archive.keeping")), classes="keeping faint")

    def _branch(self) -> Content:
        """Return the way to the case in hand, and the part of the party's file that is open."""
        page, say, hand = self.page, self.say, self.desk.hand if self.desk else None
        lines = [f"▾ {page.subject}", f"  ▾ {say(page.title)}"]
        if hand:
            file = say("systems.archive.file", case=hand.case)
            lines.insert(0, f"{groups(f'{hand.kle} {say(hand.title)}')} ▸ {file}")
        return shown("\n".join(lines), lines=True)

    def texts(self, row: Row) -> dict[str, str]:
        """Hang the field on the branch, and put the KLE groups before a number."""
        texts, number = super().texts(row), self.page.rows.index(row) + 1
        twig = f"{'└' if number == len(self.page.rows) else '├'}─ {number:02}"
        return texts | {"twig": twig, "code": row.code, "listed": groups(texts["listed"])}


def groups(text: str) -> str:
    """Return a text that begins with a KLE number with the groups it lies in before it."""
    if not (number := KLE.match(text)):
        return text
    main, group, _ = number[0].split(".")
    return f"{main} ▸ {main}.{group} ▸ {text}"


LOOK = Look(
    face=Archive,
    paper=Paper(
        ground="#e4d6b6",
        ink="#3a2a14",
        faint="#5a4628",
        bright="#5a2f0c",
        line="#a68b5b",
        chosen="#d3c096",
    ),
    drawing=DRAWING,
    page_signs=("▸", "▾"),
)
