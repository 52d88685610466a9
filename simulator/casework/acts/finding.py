"""Finding the facts: what automation fills in, and settling what to build on."""

from simulator.casework.acts.chain import carry_on
from simulator.casework.acts.steps import done
from simulator.casework.case_state import (
    nearest,
    shown_value,
    step_minutes,
    step_refusal,
    with_case,
    with_seen,
)
from simulator.casework.commands import SettleFacts, require_case_in_hand
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import evolves
from simulator.casework.events.automation import FactsFilled
from simulator.casework.events.case import FactsSettled
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen


@evolves(FactsFilled)
def _filled(day: Day, event: FactsFilled) -> Day:
    case = day.cases[event.case or ""]
    return with_case(
        day,
        case.id,
        seen=with_seen(case, *event.fields),
        basis=event.taken if event.level == 4 else case.basis,
        listed=event.missing,
        shown=case.shown | {"find"},
    )


@decides(SettleFacts)
def _settle(run: Run, command: SettleFacts) -> None:
    case = require_case_in_hand(run.day, command.case)
    if reason := settle_refusal(run.day, case):
        raise Refused(reason)
    basis = _basis(run.day, case, dict(command.picks))
    run.happens(
        FactsSettled,
        case=case.id,
        basis=basis,
        minutes=step_minutes(run.day, case, "find"),
        question=run.question(case.id, "find", "basis"),
    )
    if "find" not in case.done:
        done(run, case, "find", "by-hand")
    carry_on(run, case.id)


def settle_refusal(day: Day, case: Case) -> str:
    """Return why the facts cannot be settled now; empty if they can.

    Until the case is decided they can be settled again, on something else that has been seen.
    """
    if "find" not in case.done:
        return step_refusal(day, case, "find")
    if case.decision:
        return "decided-already"
    built_on = {(one.path, one.source, one.value) for one in case.basis}
    needed = {need.path for need in day.case_type(case).needs}
    shown = (one for one in case.seen if one.state == "shown" and one.path in needed)
    others = any((one.path, one.source, one.value) not in built_on for one in shown)
    return "" if others else "step-done"


def _basis(day: Day, case: Case, picks: dict[str, str]) -> tuple[Seen, ...]:
    chosen = []
    for need in day.case_type(case).needs:
        source = picks.get(need.path)
        found = shown_value(case, need.path, source) if source else nearest(case, need.path)
        if found:
            chosen.append(found)
        elif not need.optional:
            raise Refused("fact-not-seen")
    return tuple(chosen)


@evolves(FactsSettled)
def _settled(day: Day, event: FactsSettled) -> Day:
    case = day.cases[event.case or ""]
    return with_case(
        day,
        case.id,
        basis=event.basis,
        suggestion=None,
        result=None,
        result_at=None,
        done=tuple(function for function in case.done if function in _STAND),
        shown=case.shown & set(_STAND),
    )


_STAND = ("find", "hear")
"""What has been done and shown before an answer is worked out, and stands on new facts too."""
