"""Repairing the integration a wrong suggestion names: the error goes, and only what came of it.

The same commands are played on two days that differ in one thing: whether the nightly copy stopped.
Amina's income changed after it stopped; Bodil's pension did not.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any

import pytest

from simulator.casework.commands import (
    AcceptPrebrief,
    Command,
    Follow,
    GoHome,
    OpenCase,
    SendLetter,
    SettleFacts,
    SkipHearing,
    Wait,
)
from simulator.casework.events.base import Event, Seen
from simulator.casework.events.frame import DayOpened
from simulator.casework.opening import Opening
from simulator.debrief import Debrief, debrief
from simulator.rehearsal.playing import play_script
from simulator.town.town import Town
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    CONDUCT,
    INCOME,
    WEIGHED,
    an_opening,
    citizen,
    month,
    wages,
)
from tests.debrief.logs import OTHER, an_opening_with_two

INTEGRATION = "eindkomst->overblik"
LETTER = {"rule": "template", "facts": "template", "complaint": "template"}
WAITS = (Wait(120), Wait(60))


def by_suggestion(case: str) -> tuple[Command, ...]:
    return (
        OpenCase(case),
        SettleFacts(case),
        SkipHearing(case),
        Follow(case),
        Follow(case),
        SendLetter(case, LETTER),
    )


FOLLOWED = (*by_suggestion(CASE), *by_suggestion(OTHER))
DAYS: dict[str, tuple[dict[str, int], tuple[Command, ...]]] = {
    "suggested": ({"find": 1, "calculate": 3, "weigh": 3}, FOLLOWED),
    "decided by the system": (dict.fromkeys(WEIGHED.order, 4), ()),
}
every_day = pytest.mark.parametrize("name", DAYS)


def a_town() -> Town:
    """A town in which only Amina's income has been reported again since the copy stopped."""
    people = (citizen(AMINA), citizen(BODIL, digital="none"))
    pension = month(15_000, "2025-06-01", "2027-01-01", "2025-06-27")
    incomes = {(INCOME, AMINA): wages(24_310, 18_200), (INCOME, BODIL): (pension,)}
    return Town({one.id: one for one in people}, {}, incomes)


UNHEARD = replace(WEIGHED, needs=(replace(WEIGHED.needs[0], hear=False),))
"""A case type whose automation asks nobody: a hearing would have caught the error."""


def an_opening_of(levels: dict[str, int], *, stopped: bool) -> Opening:
    conduct = replace(CONDUCT, rings_about_adverse=100)
    arrivals = an_opening_with_two().arrivals
    return an_opening(UNHEARD, levels, stopped=stopped, arrivals=arrivals, conduct=conduct)


@cache
def played(name: str, *, stopped: bool) -> Debrief:
    levels, commands = DAYS[name]
    opening, town = an_opening_of(levels, stopped=stopped), a_town()
    log = play_script(opening, town, (AcceptPrebrief(), *commands, *WAITS, GoHome())).events
    return debrief(opening, town, log)


Known = dict[tuple[str, str | None, int], Event]
"""Events by what they are: kind, case, and the how manieth of that kind in that case."""


def known(log: tuple[Event, ...]) -> Known:
    met: Counter[tuple[str, str | None]] = Counter()
    found = {}
    for event in log:
        met[event.kind, event.case] += 1
        found[event.kind, event.case, met[event.kind, event.case]] = event
    return found


def said(event: Event, names: dict[int, object]) -> dict[str, Any]:
    """Everything an event holds, event numbers replaced by the events they are the numbers of."""
    held = {one.name: getattr(event, one.name) for one in fields(event) if one.name != "seq"}
    if event.kind == "day.ended":
        del held["minute"]  # it stands where the last thing happened
    return held | {"because": [names.get(one, one) for one in event.because]}


def changed(one: Known, other: Known) -> set[int]:
    """The numbers of the events of ``one`` that ``other`` lacks or has otherwise."""
    names, theirs = ({e.seq: key for key, e in log.items()} for log in (one, other))
    return {
        event.seq
        for key, event in one.items()
        if key not in other or said(event, names) != said(other[key], theirs)
    }


def consequences(log: tuple[Event, ...]) -> set[int]:
    """The numbers of the events that show what the integration carried of Amina, or follow."""
    found: set[int] = set()
    for event in log:
        carried = any((v.source, v.subject) == ("overblik", AMINA) for v in values(event))
        named = f"integration:{INTEGRATION}" in event.because
        if isinstance(event, DayOpened) or carried or named or found & set(event.because):
            found.add(event.seq)
    return found


def values(event: Event) -> Iterator[Seen]:
    for one in fields(event):
        held = getattr(event, one.name)
        yield from (v for v in held if isinstance(v, Seen)) if isinstance(held, tuple) else ()


@every_day
def test_the_repair_removes_the_error(name: str) -> None:
    stopped, healthy = played(name, stopped=True), played(name, stopped=False)
    assert [one.case for one in stopped.revealed] == [CASE]
    assert not healthy.revealed
    assert [one.case for one in stopped.compared if not one.same] == [CASE]
    assert all(one.same for one in healthy.compared)


@every_day
def test_the_answer_is_another_and_the_true_one(name: str) -> None:
    answers = {
        stopped: {
            (event.case, event.answer.outcome)
            for event in played(name, stopped=stopped).evidence.log
            if event.kind == "letter.sent"
        }
        for stopped in (True, False)
    }
    assert answers == {
        True: {(CASE, "none"), (OTHER, "full")},
        False: {(CASE, "full"), (OTHER, "full")},
    }


@every_day
@pytest.mark.parametrize("stopped", [True, False])
def test_only_what_shows_the_carried_value_or_follows_from_it_differs(
    name: str, stopped: bool
) -> None:
    this, that = (played(name, stopped=one).evidence.log for one in (stopped, not stopped))
    differing = changed(known(this), known(that))
    unexplained = [this[seq] for seq in sorted(differing - consequences(this))]
    assert unexplained == []
    assert {"suggestion.shown", "letter.sent"} <= {this[seq].kind for seq in differing}


@every_day
def test_nothing_of_the_other_case_differs(name: str) -> None:
    one, other = (known(played(name, stopped=s).evidence.log) for s in (True, False))
    differing = changed(one, other)
    assert {event.case for event in one.values() if event.seq in differing} == {CASE, None}
    assert OTHER in {event.case for event in one.values()}


def test_a_call_that_finds_the_line_busy_names_the_call_that_was_in_the_way() -> None:
    """Otherwise one citizen's answer would change another's day without a trace of why."""
    levels, commands = DAYS["suggested"]
    opening, incomes = an_opening_of(levels, stopped=True), wages(24_310, 18_200)
    people = (citizen(AMINA), citizen(BODIL))
    town = Town({one.id: one for one in people}, {}, {(INCOME, one.id): incomes for one in people})
    opening = replace(opening, conduct=replace(opening.conduct, ring_after=(40, 40), ring_out=90))
    log = play_script(opening, town, (AcceptPrebrief(), *commands, *WAITS, GoHome())).events
    rang = next(event for event in log if event.kind == "call.rang")
    turned_away = next(e for e in log if e.kind == "call.rang_out" and e.case != rang.case)
    assert rang.seq in turned_away.because
