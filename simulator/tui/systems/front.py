"""What a system shows while no page of it is open: its front, or that it is down, its own way."""

from textual.widgets import Static

from simulator.casework.views import SystemItem
from simulator.core.texts import Measure, Teller
from simulator.tui.content import shown


class Front(Static):
    """A system without an open page."""

    DEFAULT_CSS = """
    Front { height: 1fr; width: 1fr; padding: 1 2; background: $surface; }
    Front.-terminal { background: #06130d; color: #8fd3a8; }
    Front.-ledger { background: #f3f0e6; color: #1f2b35; }
    Front.-cards { background: #eef3fb; color: #1b2a4a; }
    """

    def __init__(self, text: str, look: str) -> None:
        super().__init__(shown(text, lines=True), classes=f"-{look}")


def front_text(item: SystemItem, say: Teller, user: str, minute: int) -> str:
    """Return what a system says of itself, in the manner of its look."""
    state = "front" if item.open else "down"
    word = f"systems.{item.look}.{state}"
    known = word if say.knows(word) else f"systems.plain.{state}"
    return say(known, system=item.name, user=user, at=Measure(minute, "clock"))
