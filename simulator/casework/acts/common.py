"""What the families share: finding the case in hand, changing it, putting things on the agenda."""

from typing import Any

from simulator.casework.case_types import Function
from simulator.casework.day import Case, Day
from simulator.casework.decider import Refused
from simulator.casework.events.base import Seen
from simulator.core.agenda import Cause, Due, add
from simulator.core.values import changed

# Smaller comes first among things due in the same minute.
PRIORITY = {"up": 0, "down": 0, "repair": 1, "reply": 2, "arrive": 3, "inject": 4, "ring": 5}


def on_desk(day: Day) -> None:
    """Refuse what can only be done while the day is open."""
    if day.closed:
        raise Refused("day-over")
    if not day.briefed:
        raise Refused("briefing-first", "accept_prebrief")


def case_in_hand(day: Day, case: str) -> Case:
    """Return a case that is in hand and still on the desk. Refuses otherwise."""
    on_desk(day)
    found = day.cases.get(case)
    if found is None:
        raise Refused("no-such-case")
    if found.away:
        raise Refused("case-away")
    if day.hand != case:
        raise Refused("not-in-hand", "open_case")
    return found


def next_function(day: Day, case: Case) -> Function | None:
    """Return the function of a case that is to be done next; nothing when all are."""
    return next((f for f in day.case_type(case).order if f not in case.done), None)


def at_step(day: Day, case: Case, function: str) -> None:
    """Refuse a step whose turn it is not."""
    following = next_function(day, case)
    if function in case.done:
        raise Refused("step-done")
    if following != function:
        raise Refused(f"first-{following}", _HELPS.get(following or "", ""))


_HELPS = {
    "find": "settle_facts",
    "hear": "skip_hearing",
    "calculate": "calculate",
    "weigh": "decide",
    "write": "send_letter",
    "pay": "release",
}


def step_minutes(day: Day, case: Case, function: Function) -> int:
    """Return what a function costs at the level it runs at: the printed price by hand, less."""
    share = day.opening.prices.get(f"by_level.{day.level(case, function)}", 100)
    return max(1, day.case_type(case).minutes.get(function, 1) * share // 100)


def with_case(day: Day, case: str | None, **changes: Any) -> Day:
    """Return the day with a case changed."""
    assert case is not None
    return changed(day, cases={**day.cases, case: changed(day.cases[case], **changes)})


def with_seen(case: Case, *fields: Seen) -> tuple[Seen, ...]:
    """Return what has been seen of a case, newer sights of the same fact and source last."""
    newer = {(one.path, one.source) for one in fields}
    return (*(one for one in case.seen if (one.path, one.source) not in newer), *fields)


def planned(
    day: Day, minute: int, what: str, subject: str, detail: str = "", *because: Cause
) -> Day:
    """Return the day with something on its agenda."""
    item = Due(minute, PRIORITY.get(what, 9), day.seq, what, subject, detail, because)
    return changed(day, agenda=add(day.agenda, item))
