"""Reading a day's log for the debrief: everything that takes time, done once, away from the screen.

The debrief is loaded when it is first read, not when the program starts.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.debrief.debrief import Debrief
    from simulator.debrief.debrief_session import DebriefSession
    from simulator.store.session import Session


@dataclass(frozen=True)
class Reading:
    """What can be said of a day, with what the student says to it."""

    debrief: "Debrief"
    debriefing: "DebriefSession"


def read(session: "Session") -> Reading:
    """Read a session's log. Takes a moment: call it from a worker."""
    from simulator.debrief.debrief import debrief
    from simulator.debrief.debrief_session import DebriefSession
    from simulator.store.problems import StoreProblem

    made = debrief(session.town, session.events)
    debriefing = DebriefSession(session, made)
    assert made.lines is not None  # every event that can be opened is told here, not on a key
    with suppress(StoreProblem):  # then a route is chosen by hand
        debriefing.begin()
    return Reading(made, debriefing)
