"""Acting towards the citizen: hearing, calls, decisions, letters, notes, payments."""

from simulator.casework.case_types import Answer
from simulator.casework.events import Event, event
from simulator.casework.sights import Seen


@event("hearing.sent")
class HearingSent(Event):
    """The party was asked about facts before a decision."""

    facts: tuple[str, ...]
    channel: str
    days: int
    """Days to answer in."""
    told: tuple[Seen, ...] = ()
    """What stood in the letter of those facts."""


@event("hearing.answered")
class HearingAnswered(Event):
    """The party answered; what they say of the facts is known as theirs."""

    line: str
    fields: tuple[Seen, ...]
    roughly: tuple[str, ...] = ()
    """The facts of which they know no more than roughly."""


@event("decision.made")
class DecisionMade(Event):
    """A decision was made; it does not exist for the citizen before the letter is sent."""

    function: str
    answer: Answer
    relied_on: tuple[Seen, ...]
    considerations: tuple[str, ...] = ()
    words: int | None = None


@event("letter.composed", unseen=True)
class LetterComposed(Event):
    """A letter took form."""

    parts: tuple[tuple[str, str], ...]
    """(part, ``absent``, ``template`` or ``own``), in the order of the letter."""
    level: int
    words: tuple[tuple[str, int], ...] = ()
    """(part, number of the student's words)."""
    length: int = 0
    lix: int = 0


@event("letter.sent")
class LetterSent(Event):
    """A letter was sent: now the decision exists."""

    channel: str
    parts: tuple[tuple[str, str], ...]
    facts: tuple[Seen, ...]
    """Told: the facts that stood in the letter."""
    answer: Answer | None


@event("note.added")
class NoteAdded(Event):
    """A note was put on the case."""

    words: int
    length: int


@event("payment.released")
class PaymentReleased(Event):
    """Money was set to go out."""

    amount: int
    """Øre a month, or once."""
    once: bool = False
