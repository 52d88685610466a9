"""A debrief while it is read on the screen.

The log is read once, away from the screen, and the debrief is loaded when it is first read, not
when the program starts.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.core.texts import Teller
from simulator.tui.debrief.event_numbers import EventNumbers

if TYPE_CHECKING:
    from simulator.debrief.context import Context
    from simulator.debrief.debrief import Debrief
    from simulator.debrief.debrief_session import DebriefSession
    from simulator.debrief.debrief_state import DebriefState
    from simulator.debrief.workbench import Changes
    from simulator.store.session import Session


@dataclass
class Book:
    """A debrief while it is read: it remembers which events, case and arrow are open."""

    debriefing: "DebriefSession"
    """What can be said of the day, with what the student says to it."""
    opened: dict[str, set[int]] = field(default_factory=dict)
    """The numbers of the open events, by the name of their row."""
    case: str = ""
    """The id of the case whose ladder is shown; ``""`` for the first."""
    arrow: str = ""
    """The id of the arrow chosen at the workbench; ``""`` for the first."""
    changes: "Changes" = field(default_factory=dict)
    """What was changed about arrows at the workbench, by id; it is not stored."""

    @property
    def debrief(self) -> "Debrief":
        """The program's own account of the day."""
        return self.debriefing.debrief

    @property
    def state(self) -> "DebriefState":
        """How far the student has come."""
        return self.debriefing.state

    def context(self, say: Teller) -> "Context":
        """Return the context that blocks of the debrief are made in."""
        return self.debriefing.context(say)

    def numbers(self, context: "Context", name: str, numbers: tuple[int, ...]) -> EventNumbers:
        """Return a row of event numbers; ``name`` is the row's own key in ``opened``."""
        opened = self.opened.setdefault(name, set())
        return EventNumbers(numbers, context.line, context.writer.teller, opened)


def read(session: "Session") -> Book:
    """Read a session's log. Takes a moment: call it from a worker."""
    from simulator.debrief.debrief import debrief
    from simulator.debrief.debrief_session import DebriefSession
    from simulator.store.problems import StoreProblem

    made = debrief(session.town, session.events)
    debriefing = DebriefSession(session, made)
    assert made.lines is not None  # every event that can be opened is told here, not on a key
    with suppress(StoreProblem):  # then a route is chosen by hand
        debriefing.begin()
    return Book(debriefing)
