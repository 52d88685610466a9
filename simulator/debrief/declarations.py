"""What only a scenario's author can know of a case, as the rules and the debrief read it."""

from simulator.casework.case_types import CaseType
from simulator.casework.opening import Arrival


def defensible(kind: CaseType, function: str) -> tuple[int, int] | None:
    """Return the lowest and highest level a step can be defended at; nothing: none is declared."""
    levels = getattr(kind, "defensible", {}).get(function)
    return (min(levels), max(levels)) if levels else None


def misfit(arrival: Arrival) -> bool:
    """Say whether the form does not fit the case."""
    return bool(getattr(arrival, "misfit", ""))
