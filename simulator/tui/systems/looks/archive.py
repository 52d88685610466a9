"""The case archive: a tree of KLE groups, down to the case and its documents, and their keeping."""

import re

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from simulator.casework.views import Row
from simulator.tui.content import shown
from simulator.tui.systems.drawn import Drawn
from simulator.tui.systems.fields import Face, FieldLine, across, cell, listed, reported
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
    Archive Static { height: auto; }
    Archive .branch { width: 1fr; }
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

    def compose(self) -> ComposeResult:
        """Draw the page."""
        yield Drawn(self._heading, classes="bright")
        yield Static(self._branch(), classes="branch")
        last = len(self.page.rows) - 1
        for number, row in enumerate(self.page.rows):
            yield FieldLine(row, *self._cells(number, row, last=number == last))
        yield Static(shown(self.say("systems.archive.keeping")), classes="keeping faint")

    def _heading(self, width: int) -> Content:
        left = f"{self.say(self.page.name)} ▤ {self.page.subject}"
        count = self.say("systems.archive.documents", n=len(self.page.rows))
        return across(left, count, width)

    def _branch(self) -> Content:
        """Return the way to the case in hand, and the part of the party's file that is open."""
        page, say, hand = self.page, self.say, self.desk.hand if self.desk else None
        lines = [f"▾ {page.subject}", f"  ▾ {say(page.title)}"]
        if hand:
            file = say("systems.archive.file", case=hand.case)
            lines.insert(0, f"{groups(f'{hand.kle} {say(hand.title)}')} ▸ {file}")
        return shown("\n".join(lines), lines=True)

    def _cells(self, number: int, row: Row, *, last: bool) -> tuple[Static, ...]:
        twig = f"{'└' if last else '├'}─ {number + 1:02}"
        return (
            cell(twig, "twig"),
            cell(row.code, "code faint"),
            cell(self.say.write(row.label), "label"),
            cell(groups(listed(row, self.say, "archive")), "value"),
            cell(reported(row.as_of), "date faint"),
        )


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
