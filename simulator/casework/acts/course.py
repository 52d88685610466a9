"""The course of a case: opened, laid aside, taken out of its levels, finished."""

from collections.abc import Mapping

from simulator.casework.actions.chain import AUTOMATION, carry_on, ends
from simulator.casework.case_state import with_case
from simulator.casework.commands import (
    CloseCase,
    HandOver,
    OpenCase,
    PostponeCase,
    SetAside,
    require_case_in_hand,
    require_open_day,
)
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import Event, evolves
from simulator.casework.events.case import (
    CaseClosed,
    CaseHandedOver,
    CaseOpened,
    CasePostponed,
    CaseSetAside,
    CaseWithdrawn,
)
from simulator.casework.refusals import Refused
from simulator.core.values import changed


@decides(OpenCase)
def _open(run: Run, command: OpenCase) -> None:
    require_open_day(run.day)
    case = run.day.cases.get(command.case)
    if case is None:
        raise Refused("no-such-case")
    if case.away:
        raise Refused("case-away")
    if run.day.hand == case.id:
        raise Refused("in-hand-already")
    run.happens(CaseOpened, case=case.id, minutes=run.price("open_case"))
    carry_on(run, case.id)


@evolves(CaseOpened)
def _opened(day: Day, event: CaseOpened) -> Day:
    return changed(with_case(day, event.case, opened=True), hand=event.case)


@decides(PostponeCase)
def _postpone(run: Run, command: PostponeCase) -> None:
    case = require_case_in_hand(run.day, command.case)
    run.happens(CasePostponed, case=case.id, minutes=run.price("postpone_case"))


@evolves(CasePostponed)
def _postponed(day: Day, event: CasePostponed) -> Day:
    return changed(day, hand="")


@decides(SetAside)
def _set_aside(run: Run, command: SetAside) -> None:
    case = require_case_in_hand(run.day, command.case)
    run.happens(CaseSetAside, case=case.id, minutes=run.price("set_aside"))


@decides(HandOver)
def _hand_over(run: Run, command: HandOver) -> None:
    case = require_case_in_hand(run.day, command.case)
    minutes = run.price("hand_over")
    run.happens(CaseHandedOver, case=case.id, to="colleague", minutes=minutes)


@decides(CloseCase)
def _close(run: Run, command: CloseCase) -> None:
    case = require_case_in_hand(run.day, command.case)
    if reason := close_refusal(run.day, case):
        raise Refused(reason)
    assert case.letter is not None
    minutes = run.price("close_case")
    run.happens(CaseClosed, case=case.id, because=(case.letter,), minutes=minutes)


def close_refusal(day: Day, case: Case) -> str:
    """Return why a case cannot be closed now; empty if it can."""
    if case.letter is None:
        return "letter-first"
    outcome = day.outcome(case)
    return "payment-first" if outcome and outcome.pays and not case.paid else ""


_AWAY: Mapping[type[Event], str] = {
    CaseSetAside: "set-aside",
    CaseHandedOver: "handed-over",
    CaseWithdrawn: "withdrawn",
    CaseClosed: "closed",
}
_PENDING = ("ring", "rings-at", "reply", "hearing-over", "visit")
"""What is no longer due in a case that has left the desk without being closed."""


@evolves(CaseSetAside, CaseHandedOver, CaseWithdrawn, CaseClosed)
def _away(day: Day, event: Event) -> Day:
    why = _AWAY[type(event)]
    day = with_case(day, event.case, away=why, suggestion=None)
    for what in ("settles", *(_PENDING if why != "closed" else ())):
        day = changed(day, agenda=day.agenda.without(what, event.case or ""))
    if why != "set-aside":  # they have their answer, or another sees to them
        here = tuple(one for one in day.visitors if one.case != event.case)
        agenda = day.agenda.without("visitor-leaves", event.case or "")
        day = changed(day, visitors=here, agenda=agenda)
    return changed(day, hand="") if day.hand == event.case else day


@ends
def _close_what_automation_sent(run: Run, case: Case) -> None:
    """Close what automation sent; what a person sent, a person closes."""
    if case.letter is not None and run.day.level(case, "write") == 4:
        run.happens(CaseClosed, by=AUTOMATION, case=case.id, because=(case.letter,))
