"""What happened, as the desk says it: the last command's effects, and the day's own log."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.casework.events import CommandRefused
from simulator.casework.telling import tell
from simulator.core.texts import Measure, Phrase, Teller
from simulator.tui.content import shown, stacked
from simulator.tui.quotes import voiced

if TYPE_CHECKING:
    from simulator.store.session import Session

LAST = 6
"""How many effects of one command the desk shows; the journal has them all."""
TODAY = 40
"""Lines of the day's log that stand beside the desk."""


def happened(latest: tuple[Phrase, ...], say: Teller) -> Content:
    """Return what the last command did, newest last."""
    lines = [shown(f"› {voiced(phrase, say)}") for phrase in latest[-LAST:]]
    return stacked(*lines) if lines else shown(say("tui.desk.quiet"), "$foreground-muted")


def happened_today(session: "Session", say: Teller) -> Content:
    """Return the end of the day's log, newest first."""
    return stacked(*islice(_newest(session, say), TODAY))


def lines_of(session: "Session", say: Teller) -> list[Content]:
    """Return every line of the day's log with its time, oldest first."""
    return list(_newest(session, say))[::-1]


def _newest(session: "Session", say: Teller) -> Iterator[Content]:
    """Yield the lines of the day's log, newest first, as far as they are asked for."""
    for event in reversed(session.events):
        if isinstance(event, CommandRefused):
            continue  # it did not happen
        if phrase := tell(session.day, event):
            at = say.write(Measure(event.minute, "clock"))
            yield shown(f"{at} ", "$primary") + shown(voiced(phrase, say))
