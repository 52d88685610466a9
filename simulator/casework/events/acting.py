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


@event("citizen.called")
class CitizenCalled(Event):
    """The caseworker and a citizen are on the telephone."""

    citizen: str
    rang: bool = False
    """The citizen rang."""
    line: str = ""
    """Text id of what the citizen says first; empty: nothing."""


@event("citizen.asked")
class CitizenAsked(Event):
    """A citizen was asked about a fact, and answered by what they know."""

    citizen: str
    path: str
    certainty: str
    field: Seen


@event("citizen.told")
class CitizenTold(Event):
    """A citizen was told where the case stands."""

    citizen: str
    topic: str
    line: str = ""
    """Text id of what the citizen says to it; empty: nothing."""


@event("promise.made")
class PromiseMade(Event):
    """Something was promised on the telephone."""

    citizen: str
    promise: str
    line: str = ""
    """Text id of what the citizen says to it; empty: nothing."""
    before: int = 0
    """The minute by which it is to be done; 0: today."""


@event("promise.kept", unseen=True)
class PromiseKept(Event):
    """What was promised was done the same day."""

    citizen: str
    promise: str


@event("promise.broken", unseen=True)
class PromiseBroken(Event):
    """The day, or the minute that was named, came without what was promised."""

    citizen: str
    promise: str


@event("meeting.invited")
class MeetingInvited(Event):
    """A citizen was asked to come."""

    citizen: str
    at: int
    """The minute they are to come, counted from midnight of the day played."""
    channel: str
    """How they were asked: as they are answered, or ``phone`` or ``meeting`` while talking."""
    helpers: tuple[str, ...] = ()
    """Who was booked to be there: ``interpreter``, ``bisidder``."""


@event("visitor.received")
class VisitorReceived(Event):
    """The caseworker and somebody who came sit at the desk."""

    citizen: str
    helpers: tuple[str, ...] = ()
    line: str = ""
    """Text id of what the citizen says first; empty: nothing."""


@event("visit.ended")
class VisitEnded(Event):
    """Whoever sat at the desk went."""

    citizen: str


@event("need.voiced")
class NeedVoiced(Event):
    """A citizen said in a conversation what they need to be met."""

    citizen: str
    need: str
    """``interpreter``, ``bisidder``, ``plain-language`` or ``other-channel``."""
    line: str = ""
    """Text id of how they say it; empty: it shows without words."""


@event("interpreter.joined")
class InterpreterJoined(Event):
    """An interpreter listens in on a conversation."""

    citizen: str


@event("call.ended")
class CallEnded(Event):
    """The telephone was put down."""

    citizen: str


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


@event("citizen.informed_of_error")
class CitizenInformedOfError(Event):
    """A citizen was told that a system shows something of them that does not hold."""

    citizen: str
    system: str
    path: str
    line: str = ""
    """Text id of what the citizen says to it; empty: nothing."""
