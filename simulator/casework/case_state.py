"""What the families share: what has been seen of a case, its steps, changing it, planning ahead."""

from typing import Any

from simulator.casework.case_types import Function
from simulator.casework.day import Case, Day
from simulator.casework.opening import share_name
from simulator.casework.sights import Seen
from simulator.core.agenda import Due, Plan
from simulator.core.causes import Cause, Thing
from simulator.core.facts import split_path
from simulator.core.texts import Text
from simulator.core.values import changed
from simulator.landscape.systems import System


def shown_value(case: Case, path: str, source: str) -> Seen | None:
    """Return the value of a fact that a source has shown of a case, or ``None``."""
    shown = (seen for seen in case.seen if seen.state == "shown")
    return next((seen for seen in shown if (seen.path, seen.source) == (path, source)), None)


def asks_basis(day: Day, system: System) -> bool:
    """Return whether a system asks for the legal basis of the next look-up."""
    asks = system.asks_basis
    return asks == "always" or (asks == "first" and system.id not in day.bases)


def basis_in(day: Day, case: Case, system: System) -> Text | None:
    """Return the legal basis a case gives one's role to look in a system, or ``None`` for none."""
    return day.case_type(case).basis_in(system.id, day.opening.role)


def next_function(day: Day, case: Case) -> Function | None:
    """Return the function of a case that is to be done next, or ``None`` if all are done."""
    return next((f for f in day.case_type(case).order if f not in case.done), None)


def step_minutes(day: Day, case: Case, function: Function) -> int:
    """Return what a function costs at the level it runs at: the printed price by hand, less."""
    share = day.opening.prices.get(share_name(day.level(case, function)), 100)
    return max(1, day.case_type(case).minutes.get(function, 1) * share // 100)


def with_case(day: Day, case: str | None, **changes: Any) -> Day:
    """Return the day with a case changed."""
    assert case is not None
    return changed(day, cases=day.cases.put(case, changed(day.cases[case], **changes)))


def with_found(day: Day, *things: Thing) -> Day:
    """Return the day with something automation was seen to go by, which other cases may rest on."""
    return changed(day, gone_by=tuple(dict.fromkeys((*day.gone_by, *things))))


def with_doubted(day: Day, *places: tuple[str, str, str]) -> Day:
    """Return the day with values that the caseworker has pointed out, by their places."""
    return changed(day, doubted=tuple(dict.fromkeys((*day.doubted, *places))))


def with_contact(day: Day, whom: str, what: str) -> Day:
    """Return the day with one more thing that has passed between the desk and somebody.

    ``whom`` is a citizen or somebody of the house.
    """
    times = day.contacts.get((whom, what), 0)
    return changed(day, contacts=day.contacts.put((whom, what), times + 1))


def with_said(day: Day, line: str) -> Day:
    """Return the day with one more thing the citizen has said in the call under way."""
    return changed(day, call=changed(day.call, said=(*day.call.said, line))) if day.call else day


def with_seen(case: Case, *fields: Seen) -> tuple[Seen, ...]:
    """Return what has been seen of a case, newer sights of the same fact and source last."""
    newer = {(seen.path, seen.source) for seen in fields}
    return (*(seen for seen in case.seen if (seen.path, seen.source) not in newer), *fields)


def of_case(case: Case, seen: Seen) -> bool:
    """Return whether a sight is about the party or somebody or something related to it.

    A page may also be opened about a stranger, whom a search has found.
    """
    return seen.subject == case.party or bool(split_path(seen.path)[0])


def covered_sights(case: Case) -> tuple[Seen, ...]:
    """Return what pages and filled facts keep covered and can be asked for, the needed first."""
    needed = (seen for seen in case.seen if seen.state == "protected")
    return tuple({seen.place: seen for seen in (*needed, *case.covered)}.values())


def planned(day: Day, minute: int, plan: Plan, *because: Cause) -> Day:
    """Return the day with something on its agenda."""
    return changed(day, agenda=day.agenda.add(due_at(day, minute, plan, *because)))


def due_at(day: Day, minute: int, plan: Plan, *because: Cause) -> Due[Plan]:
    """Return an item for the agenda: what the event at hand makes happen at a later minute."""
    return Due(minute, day.seq, plan, because)
