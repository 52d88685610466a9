"""Talking across: colleagues, the leader, IT, the citizens' adviser, and the owners of systems."""

from simulator.casework.events import Event, event


@event("colleague.asked")
class ColleagueAsked(Event):
    """Somebody of the house was asked: about a system, or about the case in hand."""

    whom: str
    """``field``, ``leader``, ``it`` or ``advocate``."""
    system: str = ""


@event("colleague.answered")
class ColleagueAnswered(Event):
    """They answered, by what they can know."""

    whom: str
    about: str
    """What kind of answer it is: the line's act, after whose it is."""
    line: str
    system: str = ""
    integration: str = ""
    """The integration it names; empty: none."""


@event("rumour.heard")
class RumourHeard(Event):
    """Something is said of a system at the coffee machine, true or half true."""

    line: str
    system: str
    integration: str = ""
