"""What comes to the desk: cases, messages, outages."""

from simulator.casework.acts.chain import carry_on
from simulator.casework.acts.common import planned
from simulator.casework.day import Case, Day
from simulator.casework.decider import Unfolding, evolves, falls_due
from simulator.casework.events.arrival import (
    CaseArrived,
    InjectArrived,
    SystemCameBack,
    SystemWentDown,
)
from simulator.casework.people import acts, after, impatience
from simulator.core.agenda import Due, without, without_first
from simulator.core.values import changed


@falls_due("arrive")
def _arrive(run: Unfolding, item: Due) -> None:
    arrival = next(one for one in run.day.opening.arrivals if one.case == item.subject)
    run.happens(
        CaseArrived,
        by=f"citizen:{arrival.party}",
        case=arrival.case,
        case_type=arrival.type,
        party=arrival.party,
        channel=arrival.channel,
        says=arrival.says,
        urgent=arrival.urgent,
        because=item.because,
    )
    carry_on(run, arrival.case)


@evolves(CaseArrived)
def _arrived(day: Day, event: CaseArrived) -> Day:
    arrival = next(one for one in day.opening.arrivals if one.case == event.case)
    case = Case(arrival, event.seq)
    day = changed(day, cases={**day.cases, case.id: case})
    day = changed(day, agenda=without(day.agenda, "arrive", case.id))
    conduct = day.opening.conduct
    if acts(day, case, "ring.waiting", impatience(day, case.party, conduct.rings_about_waiting)):
        at = event.minute + after(day, case, "ring.waiting", conduct.ring_after)
        day = planned(day, at, "ring", case.id, "ring.waiting", event.seq)
    return day


@falls_due("inject")
def _inject(run: Unfolding, item: Due) -> None:
    inject = next(one for one in run.day.opening.injects if one.id == item.subject)
    run.happens(
        InjectArrived,
        by="scenario",
        inject=inject.id,
        sender=inject.sender,
        line=inject.says,
        because=item.because,
    )


@evolves(InjectArrived)
def _injected(day: Day, event: InjectArrived) -> Day:
    return changed(day, agenda=without(day.agenda, "inject", event.inject))


@falls_due("down")
def _down(run: Unfolding, item: Due) -> None:
    by = f"system:{item.subject}"
    run.happens(SystemWentDown, by=by, system=item.subject, because=item.because)


@falls_due("up")
def _up(run: Unfolding, item: Due) -> None:
    by = f"system:{item.subject}"
    run.happens(SystemCameBack, by=by, system=item.subject, because=item.because)


@evolves(SystemWentDown)
def _went_down(day: Day, event: SystemWentDown) -> Day:
    return changed(day, agenda=without_first(day.agenda, "down", event.system))


@evolves(SystemCameBack)
def _came_back(day: Day, event: SystemCameBack) -> Day:
    return changed(day, agenda=without_first(day.agenda, "up", event.system))
