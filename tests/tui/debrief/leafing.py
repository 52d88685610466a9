"""Leafing through a debrief on the screen: pages, and what has been said to it before."""

from textual.pilot import Pilot

from simulator.casework.actions.debriefing import BeginPhase, ChooseRoute, GiveEstimate
from simulator.casework.commands import Command
from simulator.debrief.debrief_session import DebriefSession
from simulator.debrief.phases import phases
from simulator.store.session import Session
from tests.tui.rooms import settled

PAGES = ("begin", *(one.id for one in phases("ninety")), "rules", "out-of-here")
"""Of the longest route."""


def said_to(session: Session, *commands: Command) -> Session:
    """A session whose debrief has been told something."""
    debriefing = DebriefSession(session)
    for command in commands:
        debriefing.say(command)
    return session


def guessed(session: Session, phase: str = "happened") -> Session:
    """The longest route, the guesses passed over, at a phase."""
    return said_to(session, ChooseRoute("ninety"), GiveEstimate(), BeginPhase(phase))


async def read(pilot: Pilot[None]) -> None:
    """Wait until the log has been read, or a file written, and the page stands."""
    await settled(pilot)


async def turn(pilot: Pilot[None], page: str) -> None:
    """Turn to a page by its number."""
    await pilot.press(str((PAGES.index(page) + 1) % 10))
    await read(pilot)


def all_of(pilot: Pilot[None], page: str) -> str:
    """Everything on a page of the debrief, in sight or not."""
    found = pilot.app.screen.query(f"#page-{page} *")
    return "\n".join(str(widget.render()) for widget in found).replace("\u00a0", " ")
