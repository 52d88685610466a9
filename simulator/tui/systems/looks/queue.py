"""The benefits system: packages of tasks with their counts, a task that is reserved, a journal."""

from collections import Counter
from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widgets import Static

from simulator.casework.seeing import DeskView
from simulator.core.clock import clock_text
from simulator.core.texts import Teller
from simulator.tui.content import shown
from simulator.tui.systems.fields import Face, across
from simulator.tui.systems.look import Look, Paper

SETTLED = ("decided", "away")


def packages(desk: DeskView | None, say: Teller) -> Iterator[str]:
    """Yield a line for each kind of case that waits in the inbox: its title and how many."""
    waiting = (item for item in (desk.inbox if desk else ()) if item.state not in SETTLED)
    for title, count in Counter(say(item.title) for item in waiting).items():
        yield f"{title} ({count})"


class Queue(Face):
    """A page as one task out of a package."""

    DEFAULT_CSS = """
    Queue > * { max-width: 150; }
    Queue .band { background: #12344d; color: #f2f6fa; padding: 0 1; }
    Queue .packages { width: 30; margin: 1 2 0 0; }
    Queue .task { border: solid #8a99a8; padding: 0 1; }
    Queue .task { border-title-color: #12344d; border-title-style: bold; }
    Queue .task { border-subtitle-color: #12344d; }
    Queue FieldLine:focus { background: #cfdbe6; }
    Queue .cell.label { width: 2fr; }
    Queue .cell.value { width: 3fr; text-style: bold; }
    Queue .cell.date { width: 9; margin: 0; }
    Queue.-slim .cell { margin-right: 1; }
    Queue.-slim .task { padding: 0; }
    Queue.-slim .cell.label { width: 13; }
    Queue.-slim .cell.value { width: 1fr; }
    Queue.-slim .cell.date { margin: 0; }
    Queue .journal { padding: 0 1; }
    """

    CELLS = ("named label faint", "listed value", "date faint")

    def compose(self) -> ComposeResult:
        """Draw the page."""
        page, say = self.page, self.say
        left = f"{say(page.name)} · {page.subject}"
        yield across(left, say("systems.queue.worker", user=self.user), "band")
        with HorizontalGroup():
            yield Static(self._packages(), classes="beside packages faint")
            with VerticalGroup(classes="task") as task:
                task.border_title = shown(f"{say(page.title)} ({len(page.rows)})")
                task.border_subtitle = shown(say("systems.queue.reserved", user=self.user))
                yield from self.fields()
        yield Static(self._journal(), classes="journal faint")

    def _packages(self) -> Content:
        waiting = "\n".join(f"▸ {package}" for package in packages(self.desk, self.say))
        return shown(f"{self.say('systems.queue.packages')}\n{waiting}", lines=True)

    def _journal(self) -> Content:
        page, say = self.page, self.say
        at = clock_text(page.minute)
        line = say("systems.queue.journal", at=at, user=self.user, n=len(page.rows))
        return shown(f"{line}\n{say('systems.queue.leave')}", lines=True)


LOOK = Look(
    face=Queue,
    paper=Paper(
        ground="#e7eaee",
        ink="#1e2a35",
        faint="#4a5866",
        bright="#12344d",
        line="#8a99a8",
        chosen="#cfdbe6",
    ),
    drawing="▤ ▤ ▤ ▤ ▢",
    page_signs=("▏", "▌"),
)
