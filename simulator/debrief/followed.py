"""What followed for each citizen in the weeks and months after: told by case, without a sum."""

from dataclasses import dataclass

from simulator.debrief.evidence import Evidence
from simulator.debrief.meaning import meaning


@dataclass(frozen=True)
class Followed:
    """What followed in one case, in order of time."""

    case: str
    events: tuple[int, ...]
    """The numbers of the events; each is told as it was in the evening."""


def followed(evidence: Evidence) -> tuple[Followed, ...]:
    """Return what followed in each case, as they arrived; nothing before the day is over."""
    if not evidence.over:
        return ()
    of_cases = (
        Followed(
            case, tuple(event.seq for event in evidence.of_case(case) if meaning(event).follows)
        )
        for case in evidence.cases
    )
    return tuple(each for each in of_cases if each.events)
