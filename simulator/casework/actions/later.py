"""Something that happens in the weeks and months after: how it waits for its day, and when that is.

What people do stands with ``afterwards``, complaints with ``complaints``, and what is found with
``found_later``. Each makes such things, and ``afterwards`` lets them happen in order.
"""

from dataclasses import dataclass, field
from typing import Any

from simulator.casework.actions.chain import decided
from simulator.casework.day import Case, Day
from simulator.casework.events import Event
from simulator.casework.people import draw_key
from simulator.casework.truth import stands
from simulator.core.causes import Cause
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.draws import between

MORNING = 10 * 60
"""The minute of a later day at which something happens."""
SOON, LATER = (1, 3), (3, 21)
"""Days from a letter, or from the day played, to thanks and to anything else."""


@dataclass(frozen=True)
class Later:
    """Something that happens in the weeks and months after."""

    kind: type[Event]
    by: str
    case: str
    because: tuple[Cause, ...]
    data: dict[str, Any] = field(default_factory=dict)
    after: type[Event] | None = None
    """The kind of an event of the same case that it follows from, and names as its cause."""

    @property
    def minute(self) -> int:
        """When it happens: in the morning, that many days after the day played."""
        return int(self.data["days"]) * MINUTES_A_DAY + MORNING


def later(kind: type[Event], by: str, case: Case, why: tuple[Cause, ...], **data: object) -> Later:
    """Return what happens to a party because of the letter, or where there is none of the wait."""
    return Later(kind, by, case.id, (since(case), *why), {"citizen": case.party, **data})


def since(case: Case) -> int:
    """Return the number of the event people go by: the letter's, else that of the case's coming."""
    letter = case.standing.letter
    return case.seq if letter is None else letter


def days_to(day: Day, case: Case, purpose: str, bounds: tuple[int, int] = LATER) -> int:
    """Return how many days after the day played something follows from a case or its letter."""
    sent = (case.letter_at or 0) // MINUTES_A_DAY
    return sent + between(*bounds, day.opening.seed, f"{purpose}.days", *draw_key(day, case.id))


def failing(day: Day, case: Case) -> tuple[Cause, ...]:
    """Return the number of the decision if it is wrong, as a cause; what made it so is not said."""
    return () if stands(day, case, case.decision) else decided(case)
