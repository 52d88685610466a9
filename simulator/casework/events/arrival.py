"""What comes to the desk."""

from simulator.casework.events import Event, event
from simulator.casework.sights import Seen


@event("case.arrived")
class CaseArrived(Event):
    """A case came."""

    case_type: str
    party: str
    channel: str
    says: str = ""
    urgent: str = ""
    fields: tuple[Seen, ...] = ()
    """The facts the party says with it, on the form or in the letter."""
    roughly: tuple[str, ...] = ()
    """Those of which they know no more than roughly."""


@event("inject.arrived")
class InjectArrived(Event):
    """Somebody said something into the day."""

    inject: str
    sender: str
    line: str


@event("system.went_down", unseen=True)
class SystemWentDown(Event):
    """A system stopped working."""

    system: str


@event("system.came_back", unseen=True)
class SystemCameBack(Event):
    """A system works again."""

    system: str
