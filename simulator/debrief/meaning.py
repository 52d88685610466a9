"""What each kind of event means to the debrief, in one table; a test checks that it is complete."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.casework.actions import (
    afterwards,
    arriving,
    asking,
    chain,
    complaints,
    counter,
    day,
    debriefing,
    deciding,
    falling_out,
    finding,
    found_later,
    hearing,
    inbox,
    levels,
    opting_out,
    promising,
    reopening,
    repairing,
    searching,
    suggesting,
    telephone,
    tickets,
    writing,
)
from simulator.casework.actions.documents import consenting, receiving, requesting
from simulator.casework.actions.looking import pages, reading
from simulator.casework.case_types import Function
from simulator.casework.events import BY_KIND, CommandRefused, DayOpened, Event

Column = Literal["saved", "checked", "repaired", "explained", "later", "citizen"]
"""A column of the time account."""


@dataclass(frozen=True)
class Meaning:
    """How the debrief treats one kind of event."""

    drawn: bool = False
    """Whether it is drawn on the timeline; marks for all events would hide the important ones."""
    spent: Column | None = None
    """The column its minutes count in; ``None`` if they are the cost of the step itself. What comes
    back ``later`` costs others as many as ``Opening.later`` lists, where it has none of its own."""
    step: Function | None = None
    """The step whose cost its minutes are, if the event does not name it."""
    talk: bool = False
    """Whether its minutes are the citizen's time too."""
    writes: bool = False
    """Whether the citizen writes it: its minutes in ``Opening.later`` are theirs."""
    choice: bool = False
    """Whether it is a choice if the caseworker did it."""
    follows: bool = False
    """Whether it is something that followed from the day, in the weeks and months after."""
    own: bool = False
    """Whether it may be told before the day is over, though it is unseen in play."""


MEANINGS: Mapping[type[Event], Meaning] = {
    DayOpened: Meaning(own=True),
    day.PrebriefAccepted: Meaning(),
    day.IntentionStated: Meaning(),
    levels.LevelChosen: Meaning(choice=True, own=True),
    levels.LevelChanged: Meaning(drawn=True, choice=True),
    day.TimePassed: Meaning(),
    day.BreakTaken: Meaning(drawn=True),
    day.DayClosed: Meaning(),
    day.DayEnded: Meaning(own=True),
    CommandRefused: Meaning(),
    arriving.CaseArrived: Meaning(drawn=True),
    telephone.CallRang: Meaning(drawn=True),
    telephone.CallRangOut: Meaning(drawn=True),
    telephone.CaseworkerInterrupted: Meaning(own=True),
    counter.VisitorCame: Meaning(),
    counter.VisitorLeft: Meaning(),
    counter.VisitorStayedAway: Meaning(),
    arriving.InjectArrived: Meaning(drawn=True),
    arriving.SystemWentDown: Meaning(drawn=True),
    arriving.SystemCameBack: Meaning(drawn=True),
    inbox.CaseOpened: Meaning(choice=True),
    inbox.CasePostponed: Meaning(choice=True),
    inbox.CaseSetAside: Meaning(choice=True),
    inbox.CaseHandedOver: Meaning(spent="later", choice=True),
    inbox.CaseClosed: Meaning(choice=True),
    inbox.CaseWithdrawn: Meaning(),
    levels.CaseTakenOut: Meaning(drawn=True, spent="repaired", choice=True),
    chain.StepDone: Meaning(own=True),
    finding.FactsSettled: Meaning(step="find", choice=True),
    deciding.ResultReached: Meaning(drawn=True, step="calculate", choice=True),
    pages.RecordOpened: Meaning(drawn=True, spent="checked"),
    searching.RegisterSearched: Meaning(spent="checked"),
    pages.ProtectedRevealed: Meaning(spent="checked"),
    reading.BasisOpened: Meaning(drawn=True, spent="checked"),
    reading.ProvenanceOpened: Meaning(drawn=True, spent="checked"),
    reading.FreetextOpened: Meaning(drawn=True, spent="checked"),
    reading.CitizenViewOpened: Meaning(spent="checked"),
    reading.LandscapeOpened: Meaning(),
    reading.GlossaryOpened: Meaning(),
    finding.FactsFilled: Meaning(drawn=True),
    chain.StepsListed: Meaning(drawn=True),
    deciding.SuggestionShown: Meaning(drawn=True),
    suggesting.SuggestionFollowed: Meaning(drawn=True, choice=True),
    suggesting.SuggestionAdjusted: Meaning(drawn=True, spent="repaired", choice=True),
    suggesting.SuggestionRejected: Meaning(drawn=True, spent="repaired", choice=True),
    writing.AutodecisionIssued: Meaning(own=True),
    writing.ApprovalGiven: Meaning(step="pay", own=True),
    hearing.HearingSent: Meaning(drawn=True, step="hear", choice=True),
    hearing.HearingAnswered: Meaning(drawn=True),
    hearing.ReplyArrived: Meaning(drawn=True, writes=True),
    falling_out.CaseFellOut: Meaning(drawn=True),
    requesting.DocumentAsked: Meaning(drawn=True, spent="checked", choice=True),
    consenting.ConsentGiven: Meaning(),
    consenting.ConsentRefused: Meaning(),
    requesting.DocumentReminded: Meaning(drawn=True, spent="checked", choice=True),
    receiving.DocumentArrived: Meaning(drawn=True),
    receiving.DocumentOpened: Meaning(drawn=True, spent="checked"),
    requesting.DocumentTimeOver: Meaning(own=True),
    requesting.DocumentGoneWithout: Meaning(drawn=True, spent="checked", choice=True),
    telephone.CitizenCalled: Meaning(drawn=True, spent="explained", talk=True, choice=True),
    telephone.CitizenAsked: Meaning(spent="checked", talk=True, choice=True),
    telephone.CitizenTold: Meaning(spent="explained", talk=True, choice=True),
    promising.PromiseMade: Meaning(spent="explained", talk=True, choice=True),
    promising.PromiseKept: Meaning(own=True),
    promising.PromiseBroken: Meaning(own=True),
    counter.MeetingInvited: Meaning(spent="explained", choice=True),
    counter.VisitorReceived: Meaning(spent="explained", talk=True, choice=True),
    telephone.VisitEnded: Meaning(choice=True),
    counter.NeedVoiced: Meaning(),
    counter.InterpreterJoined: Meaning(spent="explained", talk=True, choice=True),
    telephone.CallEnded: Meaning(choice=True),
    deciding.DecisionMade: Meaning(drawn=True, choice=True),
    writing.LetterComposed: Meaning(step="write", own=True),
    writing.LetterSent: Meaning(drawn=True, step="write", choice=True),
    writing.NoteAdded: Meaning(drawn=True, choice=True),
    writing.PaymentReleased: Meaning(drawn=True, step="pay", choice=True),
    opting_out.DigitalOptedOut: Meaning(drawn=True, choice=True),
    opting_out.ChannelChanged: Meaning(choice=True),
    repairing.ConflictNoticed: Meaning(drawn=True, spent="checked", choice=True),
    repairing.ErrorFound: Meaning(),
    repairing.ErrorFixedLocally: Meaning(drawn=True, spent="repaired", choice=True),
    repairing.ErrorReportedToSource: Meaning(drawn=True, spent="repaired", choice=True),
    repairing.ErrorCorrected: Meaning(),
    telephone.CitizenInformedOfError: Meaning(spent="explained", choice=True),
    reopening.CaseReopened: Meaning(drawn=True, spent="repaired", choice=True),
    reopening.OthersListed: Meaning(drawn=True, spent="repaired", choice=True),
    reopening.CitizenToldOfFault: Meaning(drawn=True, spent="repaired", choice=True),
    tickets.IntegrationRepaired: Meaning(drawn=True, spent="later"),
    asking.ColleagueAsked: Meaning(),
    asking.ColleagueAnswered: Meaning(),
    asking.SecondOpinionAsked: Meaning(drawn=True, spent="checked", choice=True),
    asking.SecondOpinionWritten: Meaning(spent="later"),
    asking.RumourHeard: Meaning(),
    tickets.TicketWritten: Meaning(drawn=True, spent="repaired"),
    tickets.TicketAnswered: Meaning(drawn=True, spent="later"),
    day.MomentMarked: Meaning(drawn=True),
    afterwards.EveningTold: Meaning(),
    afterwards.DeadlinePassed: Meaning(follows=True),
    complaints.ComplaintFiled: Meaning(writes=True, follows=True),
    complaints.ComplaintReassessed: Meaning(spent="later", follows=True),
    complaints.ComplaintPassedOn: Meaning(spent="later", own=True),
    complaints.ComplaintJoined: Meaning(follows=True),
    complaints.AppealSettled: Meaning(follows=True),
    complaints.AppealDecided: Meaning(follows=True),
    complaints.CaseDecidedAgain: Meaning(spent="later", follows=True),
    found_later.PaymentRecalculated: Meaning(spent="later", follows=True),
    found_later.OverpaymentFound: Meaning(spent="later", follows=True),
    found_later.UnderpaymentFound: Meaning(spent="later", follows=True),
    found_later.RepaymentClaimed: Meaning(follows=True),
    found_later.RepaymentDemanded: Meaning(spent="later", follows=True),
    found_later.MistakeUnfound: Meaning(follows=True),
    afterwards.CitizenGaveUp: Meaning(follows=True),
    afterwards.ThanksReceived: Meaning(follows=True),
    **{kind: Meaning() for kind in BY_KIND.values() if issubclass(kind, debriefing.DebriefEvent)},
}
"""The meaning of every kind of event."""


def meaning(event: Event) -> Meaning:
    """Return how the debrief treats an event."""
    return MEANINGS[type(event)]
