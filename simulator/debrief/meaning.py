"""What each kind of event means to the debrief, in one table; a test checks that it is complete."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.casework.actions.afterwards import (
    AppealSettled,
    CitizenGaveUp,
    ComplaintFiled,
    EveningTold,
    RepaymentClaimed,
    ThanksReceived,
)
from simulator.casework.actions.arriving import (
    CaseArrived,
    InjectArrived,
    SystemCameBack,
    SystemWentDown,
)
from simulator.casework.actions.asking import ColleagueAnswered, ColleagueAsked, RumourHeard
from simulator.casework.actions.chain import StepDone, StepsListed
from simulator.casework.actions.counter import (
    InterpreterJoined,
    MeetingInvited,
    NeedVoiced,
    VisitorCame,
    VisitorLeft,
    VisitorReceived,
    VisitorStayedAway,
)
from simulator.casework.actions.day import (
    BreakTaken,
    DayClosed,
    DayEnded,
    IntentionStated,
    MomentMarked,
    PrebriefAccepted,
    TimePassed,
)
from simulator.casework.actions.debriefing import (
    AnswerWritten,
    EstimateGiven,
    GlossaryAdded,
    MovedStep,
    PhaseBegun,
    RouteChosen,
    StatementContested,
    StatementPlaced,
)
from simulator.casework.actions.deciding import DecisionMade, ResultReached, SuggestionShown
from simulator.casework.actions.finding import FactsFilled, FactsSettled
from simulator.casework.actions.hearing import HearingAnswered, HearingSent
from simulator.casework.actions.inbox import (
    CaseClosed,
    CaseHandedOver,
    CaseOpened,
    CasePostponed,
    CaseSetAside,
    CaseWithdrawn,
)
from simulator.casework.actions.levels import CaseTakenOut, LevelChanged, LevelChosen
from simulator.casework.actions.looking.pages import ProtectedRevealed, RecordOpened
from simulator.casework.actions.looking.reading import (
    BasisOpened,
    CitizenViewOpened,
    FreetextOpened,
    GlossaryOpened,
    LandscapeOpened,
    ProvenanceOpened,
)
from simulator.casework.actions.opting_out import ChannelChanged, DigitalOptedOut
from simulator.casework.actions.promising import PromiseBroken, PromiseKept, PromiseMade
from simulator.casework.actions.repairing import (
    ConflictNoticed,
    ErrorCorrected,
    ErrorFixedLocally,
    ErrorFound,
    ErrorReportedToSource,
)
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.actions.suggesting import (
    SuggestionAdjusted,
    SuggestionFollowed,
    SuggestionRejected,
)
from simulator.casework.actions.telephone import (
    CallEnded,
    CallRang,
    CallRangOut,
    CitizenAsked,
    CitizenCalled,
    CitizenInformedOfError,
    CitizenTold,
    VisitEnded,
)
from simulator.casework.actions.tickets import IntegrationRepaired, TicketAnswered, TicketWritten
from simulator.casework.actions.writing import (
    ApprovalGiven,
    AutodecisionIssued,
    LetterComposed,
    LetterSent,
    NoteAdded,
    PaymentReleased,
)
from simulator.casework.case_types import Function
from simulator.casework.events import CommandRefused, DayOpened, Event

Column = str
"""A column of the time account: ``saved``, ``checked``, ``repaired``, ``explained`` or
``citizen``."""


@dataclass(frozen=True)
class Meaning:
    """How the debrief treats one kind of event."""

    drawn: bool = False
    """Whether it is drawn on the timeline; marks for all events would hide the important ones."""
    spent: Column | None = None
    """The column its minutes count in; ``None`` if they are the cost of the step itself."""
    step: Function | None = None
    """The step whose cost its minutes are, if the event does not name it."""
    talk: bool = False
    """Whether its minutes are the citizen's time too."""
    choice: bool = False
    """Whether it is a choice if the caseworker did it."""


MEANINGS: Mapping[type[Event], Meaning] = {
    DayOpened: Meaning(),
    PrebriefAccepted: Meaning(),
    IntentionStated: Meaning(),
    LevelChosen: Meaning(),
    LevelChanged: Meaning(drawn=True, choice=True),
    TimePassed: Meaning(),
    BreakTaken: Meaning(drawn=True),
    DayClosed: Meaning(),
    DayEnded: Meaning(),
    CommandRefused: Meaning(),
    CaseArrived: Meaning(drawn=True),
    CallRang: Meaning(drawn=True),
    CallRangOut: Meaning(drawn=True),
    VisitorCame: Meaning(),
    VisitorLeft: Meaning(),
    VisitorStayedAway: Meaning(),
    InjectArrived: Meaning(drawn=True),
    SystemWentDown: Meaning(drawn=True),
    SystemCameBack: Meaning(drawn=True),
    CaseOpened: Meaning(choice=True),
    CasePostponed: Meaning(choice=True),
    CaseSetAside: Meaning(choice=True),
    CaseHandedOver: Meaning(choice=True),
    CaseClosed: Meaning(choice=True),
    CaseWithdrawn: Meaning(choice=True),
    CaseTakenOut: Meaning(drawn=True, spent="repaired", choice=True),
    StepDone: Meaning(),
    FactsSettled: Meaning(step="find", choice=True),
    ResultReached: Meaning(step="calculate", choice=True),
    RecordOpened: Meaning(drawn=True, spent="checked"),
    RegisterSearched: Meaning(spent="checked"),
    ProtectedRevealed: Meaning(spent="checked"),
    BasisOpened: Meaning(drawn=True, spent="checked"),
    ProvenanceOpened: Meaning(drawn=True, spent="checked"),
    FreetextOpened: Meaning(drawn=True, spent="checked"),
    CitizenViewOpened: Meaning(spent="checked"),
    LandscapeOpened: Meaning(),
    GlossaryOpened: Meaning(),
    FactsFilled: Meaning(drawn=True, choice=True),
    StepsListed: Meaning(drawn=True, choice=True),
    SuggestionShown: Meaning(drawn=True, choice=True),
    SuggestionFollowed: Meaning(drawn=True, choice=True),
    SuggestionAdjusted: Meaning(drawn=True, spent="repaired", choice=True),
    SuggestionRejected: Meaning(drawn=True, spent="repaired", choice=True),
    AutodecisionIssued: Meaning(),
    ApprovalGiven: Meaning(step="pay"),
    HearingSent: Meaning(drawn=True, step="hear", choice=True),
    HearingAnswered: Meaning(drawn=True, choice=True),
    CitizenCalled: Meaning(drawn=True, spent="explained", talk=True, choice=True),
    CitizenAsked: Meaning(spent="checked", talk=True, choice=True),
    CitizenTold: Meaning(spent="explained", talk=True, choice=True),
    PromiseMade: Meaning(spent="explained", talk=True, choice=True),
    PromiseKept: Meaning(),
    PromiseBroken: Meaning(),
    MeetingInvited: Meaning(spent="explained", choice=True),
    VisitorReceived: Meaning(spent="explained", talk=True, choice=True),
    VisitEnded: Meaning(choice=True),
    NeedVoiced: Meaning(choice=True),
    InterpreterJoined: Meaning(spent="explained", talk=True, choice=True),
    CallEnded: Meaning(choice=True),
    DecisionMade: Meaning(drawn=True, choice=True),
    LetterComposed: Meaning(step="write"),
    LetterSent: Meaning(drawn=True, step="write", choice=True),
    NoteAdded: Meaning(drawn=True, choice=True),
    PaymentReleased: Meaning(drawn=True, step="pay", choice=True),
    DigitalOptedOut: Meaning(drawn=True, choice=True),
    ChannelChanged: Meaning(choice=True),
    ConflictNoticed: Meaning(drawn=True, spent="checked", choice=True),
    ErrorFound: Meaning(),
    ErrorFixedLocally: Meaning(drawn=True, spent="repaired", choice=True),
    ErrorReportedToSource: Meaning(drawn=True, spent="repaired", choice=True),
    ErrorCorrected: Meaning(choice=True),
    CitizenInformedOfError: Meaning(spent="explained", choice=True),
    IntegrationRepaired: Meaning(drawn=True),
    ColleagueAsked: Meaning(),
    ColleagueAnswered: Meaning(),
    RumourHeard: Meaning(),
    TicketWritten: Meaning(drawn=True, spent="repaired"),
    TicketAnswered: Meaning(drawn=True),
    MomentMarked: Meaning(drawn=True),
    EveningTold: Meaning(),
    ComplaintFiled: Meaning(),
    AppealSettled: Meaning(),
    RepaymentClaimed: Meaning(),
    CitizenGaveUp: Meaning(),
    ThanksReceived: Meaning(),
    RouteChosen: Meaning(),
    PhaseBegun: Meaning(),
    EstimateGiven: Meaning(),
    StatementPlaced: Meaning(),
    StatementContested: Meaning(),
    AnswerWritten: Meaning(),
    MovedStep: Meaning(),
    GlossaryAdded: Meaning(),
}
"""The meaning of every kind of event."""


def meaning(event: Event) -> Meaning:
    """Return how the debrief treats an event."""
    return MEANINGS[type(event)]
