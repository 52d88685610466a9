"""What is planned for later in a day: the kinds of things on its agenda, each with what it needs.

What happens when one falls due stands with its family (``engine.falls_due``). A smaller
``priority`` comes first among things due in the same minute.
"""

from dataclasses import dataclass

from simulator.casework.letters import Channel
from simulator.casework.vocabulary import Helper, Ticket
from simulator.core.agenda import Plan


@dataclass(frozen=True)
class CasePlan(Plan):
    """Something that is due in a case: of one kind there may be several, each for itself."""

    case: str

    @property
    def about(self) -> str:
        """The case."""
        return self.case


@dataclass(frozen=True)
class Arrive(CasePlan):
    """A case comes."""

    priority = 5


@dataclass(frozen=True)
class Settle(CasePlan):
    """A case that was left alone has solved itself."""


@dataclass(frozen=True)
class Ring(CasePlan):
    """The party of a case rings, of their own accord."""

    says: str
    """The act they speak in: ``ring.waiting``, ``ring.letter``, ..."""


@dataclass(frozen=True)
class RingAsSet(Ring):
    """The party of a case rings at the minute the scenario has set, whatever has been done."""


@dataclass(frozen=True)
class RingOut(CasePlan):
    """A telephone that nobody took stops ringing."""


@dataclass(frozen=True)
class Reply(CasePlan):
    """The party answers a hearing."""

    priority = 3


@dataclass(frozen=True)
class ConsentDue(CasePlan):
    """The party answers whether a document may be had from somebody else."""

    document: str
    relation: str

    priority = 3


@dataclass(frozen=True)
class DocumentDue(CasePlan):
    """A document that was asked for comes."""

    document: str
    relation: str

    priority = 3


@dataclass(frozen=True)
class DocumentOver(CasePlan):
    """The last day to answer on is over, and a document that was asked for has not come."""

    document: str
    relation: str


@dataclass(frozen=True)
class HearingOver(CasePlan):
    """The deadline of a hearing runs out."""

    priority = 4


@dataclass(frozen=True)
class Visit(CasePlan):
    """The party comes to a meeting they were asked to."""

    channel: Channel
    """How they were asked."""
    helpers: tuple[Helper, ...]
    """Who is booked to be there."""


@dataclass(frozen=True)
class LeaveCounter(CasePlan):
    """Somebody who stands at the counter goes again."""


@dataclass(frozen=True)
class PromiseDue(Plan):
    """The minute comes by which something was promised."""

    promise: int
    """The number of the event that promised it."""


@dataclass(frozen=True)
class OwnerAnswers(Plan):
    """The owner of a system answers a report of an error."""

    system: str
    path: str
    subject: str

    purpose = "owner"
    priority = 2

    @property
    def about(self) -> str:
        """What was reported, as the event of the answer names it."""
        return f"{self.system}/{self.path}/{self.subject}"


@dataclass(frozen=True)
class ItAnswers(Plan):
    """IT answers a message."""

    system: str
    ticket: Ticket
    source: str

    purpose = "it"
    priority = 2

    @property
    def about(self) -> str:
        """What was written about, as the event of the answer names it."""
        return f"{self.system}/{self.ticket}/{self.source}"


@dataclass(frozen=True)
class SendInject(Plan):
    """Somebody sends something into the day."""

    inject: str


@dataclass(frozen=True)
class GoDown(Plan):
    """A system stops working."""

    system: str

    priority = 1


@dataclass(frozen=True)
class ComeBack(Plan):
    """A system works again."""

    system: str

    priority = 0
