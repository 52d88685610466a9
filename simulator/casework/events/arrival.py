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


@event("call.rang")
class CallRang(Event):
    """A citizen rings."""

    citizen: str
    line: str
    """Text id of what the citizen says."""


@event("call.rang_out")
class CallRangOut(Event):
    """Nobody took the call."""

    citizen: str


@event("visitor.came")
class VisitorCame(Event):
    """A citizen stands at the counter."""

    citizen: str
    invited: bool = False
    helpers: tuple[str, ...] = ()
    """Who is with them: ``interpreter``, ``bisidder``."""


@event("visitor.left")
class VisitorLeft(Event):
    """A citizen who stood at the counter, or at a closed door, went without being talked with."""

    citizen: str
    waited: int = 0
    """Minutes they stood there."""


@event("visitor.stayed_away")
class VisitorStayedAway(Event):
    """A citizen did not come to a meeting."""

    citizen: str


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
