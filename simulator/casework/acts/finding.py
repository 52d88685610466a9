"""Finding the facts: what automation fills in, and settling what to build on."""

from simulator.casework.acts.chain import carry_on, done
from simulator.casework.acts.common import (
    at_step,
    case_in_hand,
    step_minutes,
    with_case,
    with_seen,
)
from simulator.casework.commands import SettleFacts
from simulator.casework.day import Case, Day
from simulator.casework.decider import Refused, Unfolding, decides, evolves
from simulator.casework.events.automation import FactsFilled
from simulator.casework.events.base import Seen
from simulator.casework.events.case import FactsSettled


@evolves(FactsFilled)
def _filled(day: Day, event: FactsFilled) -> Day:
    case = day.cases[event.case or ""]
    basis = tuple(one for one in event.fields if one.state == "shown")
    return with_case(
        day,
        case.id,
        seen=with_seen(case, *event.fields),
        basis=basis if event.level == 4 else case.basis,
        listed=event.missing,
        shown=case.shown | {"find"},
    )


@decides(SettleFacts)
def _settle(run: Unfolding, command: SettleFacts) -> None:
    case = case_in_hand(run.day, command.case)
    at_step(run.day, case, "find")
    basis = _basis(run.day, case, dict(command.picks))
    run.happens(
        FactsSettled,
        case=case.id,
        basis=basis,
        minutes=step_minutes(run.day, case, "find"),
        question=run.question(case.id, "find", "basis"),
    )
    done(run, case, "find", "by-hand")
    carry_on(run, case.id)


def _basis(day: Day, case: Case, picks: dict[str, str]) -> tuple[Seen, ...]:
    chosen = []
    for need in day.case_type(case).needs:
        sights = [s for s in case.seen if s.path == need.path and s.state == "shown"]
        if source := picks.get(need.path):
            sights = [s for s in sights if s.source == source]
        if sights:
            chosen.append(sights[-1])
        elif not need.optional:
            raise Refused("fact-not-seen", "look_up")
    return tuple(chosen)


@evolves(FactsSettled)
def _settled(day: Day, event: FactsSettled) -> Day:
    return with_case(day, event.case, basis=event.basis)
