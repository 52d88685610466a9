"""Reading a day's log for the debrief: everything that takes time, done once, away from the screen.

The debrief is loaded when it is first read, not when the program starts.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.debrief import Debrief
    from simulator.debrief.citing import CitedLine
    from simulator.debrief.holding import Holding
    from simulator.store.session import Session


@dataclass(frozen=True)
class Reading:
    """What can be said of a day, and the line of every event it may be asked for."""

    debrief: "Debrief"
    lines: "Mapping[int, CitedLine]"
    holding: "Holding"
    """What the student says to it."""


def read(session: "Session") -> Reading:
    """Read a session's log. Takes a moment: call it from a worker."""
    from simulator.debrief import debrief
    from simulator.debrief.citing import cited_lines
    from simulator.debrief.holding import Holding
    from simulator.store.problems import StoreProblem

    opening, town, events = session.opening, session.town, session.events
    found = debrief(opening, town, events)
    asked = {mark.event for mark in found.timeline.marks}
    asked |= {seq for one in found.statements for seq in one.events}
    asked |= {seq for one in found.work for seq in one.events}
    asked |= {one.event for one in found.revealed}
    asked |= {one.event for one in found.unread}
    asked |= {seq for one in found.figures for seq in one.events}
    asked |= {r.event for one in found.ladders for r in one.rungs if r.event is not None}
    hides = found.evidence.covering
    lines = {one.event: one for one in cited_lines(opening, town, events, asked, hides)}
    holding = Holding(session, found)
    with suppress(StoreProblem):  # then a route is chosen by hand
        holding.begin()
    return Reading(found, lines, holding)
