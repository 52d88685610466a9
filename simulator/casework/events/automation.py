"""What automation did, and what was done with it."""

from simulator.casework.case_types import Answer, Function
from simulator.casework.events import Event, event
from simulator.casework.sights import Seen
from simulator.core.agenda import Cause


@event("facts.filled")
class FactsFilled(Event):
    """Automation filled in facts from the copies it is wired to."""

    level: int
    fields: tuple[Seen, ...]
    """As they stood on the desk: what is protected is covered there."""
    taken: tuple[Seen, ...] = ()
    """What automation itself goes on with at level 4; what the desk covers too."""
    missing: tuple[str, ...] = ()
    """What it points out as missing, from level 2."""


@event("steps.listed")
class StepsListed(Event):
    """Automation presented something for a step below suggestion: rates, examples, a list."""

    function: str
    level: int
    items: tuple[str, ...]


@event("suggestion.shown")
class SuggestionShown(Event):
    """Automation proposes an outcome (or, at level 4, lets its result stand)."""

    function: Function
    level: int
    basis: tuple[Seen, ...]
    answer: Answer | None
    considerations: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    """Where the outcome parts from what the truth would give. Unseen in play."""


@event("suggestion.followed")
class SuggestionFollowed(Event):
    """The proposal was taken as it stood."""

    function: str
    answer: Answer


@event("suggestion.adjusted")
class SuggestionAdjusted(Event):
    """The proposal was changed."""

    function: str
    before: Answer | None
    answer: Answer
    words: int | None = None


@event("suggestion.rejected")
class SuggestionRejected(Event):
    """The proposal was declined; the step is done by hand."""

    function: str
    before: Answer | None
    words: int | None = None


@event("autodecision.issued", unseen=True)
class AutodecisionIssued(Event):
    """A decision went out with no human step in weighing and writing."""

    basis: tuple[Seen, ...]
    answer: Answer
    parts: tuple[tuple[str, str], ...]
    causes: tuple[Cause, ...] = ()


@event("approval.given", unseen=True)
class ApprovalGiven(Event):
    """A payment that was readied by automation was approved."""
