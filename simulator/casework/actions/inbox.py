"""The inbox: a case is taken in hand, laid aside, handed over, finished; or settles itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.casework.actions.chain import AUTOMATION, carry_on, ends
from simulator.casework.case_state import next_function, with_case
from simulator.casework.case_types import DECIDING
from simulator.casework.commands import Command, CourseCommand, require_case
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides, falls_due, makes
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, option
from simulator.casework.plans import (
    CasePlan,
    ConsentDue,
    DocumentDue,
    HearingOver,
    LeaveCounter,
    Reply,
    Ring,
    RingAsSet,
    Settle,
    Visit,
)
from simulator.casework.refusals import Refused
from simulator.casework.vocabulary import Away
from simulator.core.agenda import Due
from simulator.core.texts import Phrase
from simulator.core.values import changed

# What the caseworker can do -------------------------------------------------------------------


def _waiting(day: Day) -> Iterator[Case]:
    """Yield the cases that lie on the desk and not in hand."""
    return (case for case in day.cases.values() if not case.away and case.id != day.hand)


def _cases(at: Occasion) -> Iterator[Option]:
    for case in _waiting(at.day):
        title, name = at.day.case_type(case).title, at.day.name(case.party)
        yield option(case.id, Phrase("case.option", {"title": title, "name": name}))


@dataclass(frozen=True)
class OpenCase(Command):
    """Take a case in hand."""

    case: str

    rank = 0
    form = (One("case", _cases),)

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, if a case waits."""
        if day.is_open and any(_waiting(day)):
            yield Occasion(day)

    def required(self, day: Day) -> tuple[Case]:
        """Return the case, which must lie on the desk and not in hand."""
        case = require_case(day, self.case)
        if day.hand == case.id:
            raise Refused("in-hand-already")
        return (case,)


@dataclass(frozen=True)
class CloseCase(CourseCommand):
    """Finish a case."""

    rank = 30

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it before the letter is sent, and before what is granted is paid."""
        if at.case.letter is None:
            if next_function(at.day, at.case) == "write":
                return Refused("letter-first", helps="send_letter")
            return Refused("unanswered")
        outcome = at.day.outcome(at.case)
        unpaid = outcome and outcome.pays and not at.case.paid
        return Refused("payment-first") if unpaid else None


@dataclass(frozen=True)
class PostponeCase(CourseCommand):
    """Lay a case aside for later."""

    rank = 40


@dataclass(frozen=True)
class HandOver(CourseCommand):
    """Give a case to a colleague."""

    rank = 50
    sure = True


@dataclass(frozen=True)
class SetAside(CourseCommand):
    """Skip a case; no reason is asked."""

    rank = 60
    sure = True


# What happened --------------------------------------------------------------------------------


@event("case.opened")
class CaseOpened(Event):
    """The case was taken in hand."""


@event("case.postponed")
class CasePostponed(Event):
    """The case was laid aside until later."""


@event("case.set_aside")
class CaseSetAside(Event):
    """The student skips the case. No reason is kept and no statement is made of it."""


@event("case.handed_over")
class CaseHandedOver(Event):
    """A colleague takes the case."""

    to: str


@event("case.withdrawn")
class CaseWithdrawn(Event):
    """The citizen needs no answer any more: what was left alone has solved itself."""

    line: str = ""


@event("case.closed")
class CaseClosed(Event):
    """The case is finished."""


# In hand, and laid aside again ----------------------------------------------------------------


@decides(OpenCase)
def _open(run: Run, command: OpenCase, case: Case) -> None:
    run.does(CaseOpened)
    carry_on(run, case.id)


@evolves(CaseOpened)
def _opened(day: Day, event: CaseOpened) -> Day:
    return changed(with_case(day, event.case, opened=True), hand=event.case)


makes(PostponeCase, CasePostponed)


@evolves(CasePostponed)
def _postponed(day: Day, event: CasePostponed) -> Day:
    return changed(day, hand="")


# Away from the desk ---------------------------------------------------------------------------


makes(SetAside, CaseSetAside)
makes(HandOver, CaseHandedOver, to="colleague")


@decides(CloseCase)
def _close(run: Run, command: CloseCase, case: Case) -> None:
    assert case.letter is not None
    run.does(CaseClosed, because=(case.letter,))


@ends
def _close_what_automation_sent(run: Run, case: Case) -> None:
    """Close what automation sent; what a person sent, a person closes."""
    if case.letter is not None and run.day.level(case, "write") == DECIDING:
        run.happens(CaseClosed, by=AUTOMATION, case=case.id, because=(case.letter,))


@falls_due(Settle)
def _settles(run: Run, due: Due[Settle]) -> None:
    case = run.day.cases[due.plan.case]
    run.party_does(CaseWithdrawn, case, line=case.arrival.settles, because=due.because)


_AWAY: Mapping[type[Event], Away] = {
    CaseSetAside: "set-aside",
    CaseHandedOver: "handed-over",
    CaseWithdrawn: "withdrawn",
    CaseClosed: "closed",
}
_PENDING: tuple[type[CasePlan], ...] = (
    Ring,
    RingAsSet,
    Reply,
    ConsentDue,
    DocumentDue,
    HearingOver,
    Visit,
)
"""What is no longer due in a case that has left the desk without being closed."""


@evolves(CaseSetAside, CaseHandedOver, CaseWithdrawn, CaseClosed)
def _away(day: Day, event: Event) -> Day:
    why = _AWAY[type(event)]
    day = with_case(day, event.case, away=why, suggestion=None)
    no_longer: tuple[type[CasePlan], ...] = (Settle, *(_PENDING if why != "closed" else ()))
    for plan in no_longer:
        day = changed(day, agenda=day.agenda.without(plan, event.case or ""))
    if why != "set-aside":  # they have their answer, or another sees to them
        here = tuple(visitor for visitor in day.visitors if visitor.case != event.case)
        agenda = day.agenda.without(LeaveCounter, event.case or "")
        day = changed(day, visitors=here, agenda=agenda)
    return changed(day, hand="") if day.hand == event.case else day
