"""Repairing the integration a wrong suggestion names: the error goes, and only what came of it.

The same day is played twice with one thing changed: whether the nightly copy has stopped. On two
small days the same commands are given; the warm-up is played by somebody who takes what the screen
gives. Amina's income changed after the copy stopped; nobody else's did.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome, Wait
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.suggesting import Follow
from simulator.casework.actions.writing import LetterSent, SendLetter
from simulator.casework.commands import Command
from simulator.casework.events import DayOpened, Event
from simulator.casework.habits import Habit, trusting
from simulator.casework.opening import Opening
from simulator.casework.seeing import DeskView
from simulator.casework.sights import Seen
from simulator.debrief.debrief import Debrief, debrief
from simulator.rehearsal.playing import Rehearsal, play, play_script
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
from tests.shipped import shipped

INTEGRATION = "eindkomst->overblik"
LETTER = {"rule": "template", "facts": "template", "complaint": "template"}
WAITS = (Wait(120), Wait(60))
NOON = 12 * 60


def by_suggestion(case: str) -> tuple[Command, ...]:
    return (
        OpenCase(case),
        SettleFacts(case),
        SkipHearing(case),
        Follow(case),
        Follow(case),
        SendLetter(case, LETTER),
    )


SMALL: dict[str, tuple[dict[str, int], tuple[Command, ...]]] = {
    "suggested": (
        {"find": 1, "calculate": 3, "weigh": 3},
        (*by_suggestion(CASE), *by_suggestion(OTHER)),
    ),
    "decided by the system": (dict.fromkeys(WEIGHED.order, 4), ()),
}
every_day = pytest.mark.parametrize("name", [*SMALL, "the warm-up"])


def a_town() -> Town:
    """A town in which only Amina's income has been reported again since the copy stopped."""
    people = (citizen(AMINA), citizen(BODIL, digital="none"))
    pension = month(15_000, "2025-06-01", "2027-01-01", "2025-06-27")
    incomes = {(INCOME, AMINA): wages(24_310, 18_200), (INCOME, BODIL): (pension,)}
    return Town({one.id: one for one in people}, {}, incomes)


UNHEARD = replace(WEIGHED, needs=(replace(WEIGHED.needs[0], hear=False),))
"""A case type whose automation asks nobody: a hearing would have caught the error."""


def a_small_day(name: str, *, stopped: bool) -> Rehearsal:
    levels, commands = SMALL[name]
    opening, town = an_opening_of(levels, stopped=stopped), a_town()
    return play(opening, town, scripted(AcceptPrebrief(), *commands))


def scripted(*commands: Command) -> Habit:
    """Do what is said, wait until noon however often the telephone rings, and go home."""
    left = list(commands)

    def do(view: DeskView) -> Command:
        if left:
            return left.pop(0)
        return Wait(min(60, NOON - view.minute)) if view.minute < NOON else GoHome()

    return do


def an_opening_of(levels: dict[str, int], *, stopped: bool) -> Opening:
    conduct = replace(CONDUCT, rings_about_adverse=100)
    arrivals = an_opening_with_two().arrivals
    return an_opening(UNHEARD, levels, stopped=stopped, arrivals=arrivals, conduct=conduct)


def the_warm_up(*, stopped: bool) -> Rehearsal:
    loaded = shipped("opvarmning")
    landscape = loaded.opening.landscape
    arrows = tuple(
        one if stopped or one.id != INTEGRATION else replace(one, stops=())
        for one in landscape.integrations
    )
    opening = replace(loaded.opening, landscape=replace(landscape, integrations=arrows))
    return play(opening, loaded.town, trusting)


@cache
def played(name: str, *, stopped: bool) -> Debrief:
    day = a_small_day(name, stopped=stopped) if name in SMALL else the_warm_up(stopped=stopped)
    return debrief(day.day.world.town, day.events)


Known = dict[tuple[str, str | None, int], Event]
"""Events by what they are: kind, case, and the how manieth of that kind in that case."""


def known(log: tuple[Event, ...]) -> Known:
    met: Counter[tuple[str, str | None]] = Counter()
    found = {}
    for event in log:
        if event.kind == "time.passed":
            continue  # a call that rings ends a wait: the same hour may be waited in more pieces
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
    """The numbers of the events that show what the integration carried, or follow from those."""
    (opening,) = [event.opening for event in log if isinstance(event, DayOpened)]
    (arrow,) = [one for one in opening.landscape.integrations if one.id == INTEGRATION]
    found: set[int] = {0}
    for event in log:
        carried = any(
            one.source == arrow.target and one.path.removeprefix("partner.") in arrow.carries
            for one in values(event)
        )
        named = f"integration:{INTEGRATION}" in event.because
        if carried or named or found.intersection(event.because):
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
def test_the_answer_of_that_case_is_another_and_no_other_case_has_another(name: str) -> None:
    stopped, healthy = (answers(played(name, stopped=one)) for one in (True, False))
    assert len(stopped) > 1
    assert {case for case in stopped if stopped[case] != healthy[case]} == {CASE}


def answers(told: Debrief) -> dict[str | None, object]:
    return {one.case: one.answer for one in told.evidence.log if isinstance(one, LetterSent)}


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
def test_in_other_cases_nothing_differs_but_how_new_a_copied_value_is(name: str) -> None:
    one, other = (known(undated(played(name, stopped=s).evidence.log)) for s in (True, False))
    differing = [event for event in one.values() if event.seq in changed(one, other)]
    # The evening visits few, as different as can be: whom it visits depends on all of them.
    cases = {event.case for event in differing if event.kind != "evening.told"}
    assert cases == {CASE, None}
    assert {event.case for event in one.values()} > cases


def undated(log: tuple[Event, ...]) -> tuple[Event, ...]:
    """A log without the dates of the values that were shown in it."""
    return tuple(replace(event, **dict(_undated(event))) for event in log)


def _undated(event: Event) -> Iterator[tuple[str, object]]:
    for one in fields(event):
        held = getattr(event, one.name)
        if isinstance(held, tuple) and any(isinstance(value, Seen) for value in held):
            yield one.name, tuple(replace(v, as_of=None, since=None, earlier=()) for v in held)


@every_day
def test_what_came_of_the_error_is_there_on_one_day_only(name: str) -> None:
    stopped, healthy = (kinds(played(name, stopped=one)) for one in (True, False))
    assert {"complaint.filed", "complaint.reassessed"} <= stopped - healthy


def kinds(told: Debrief) -> set[str]:
    return {event.kind for event in told.evidence.log if event.case == CASE}


def test_a_call_that_finds_the_line_busy_names_the_call_that_was_in_the_way() -> None:
    """Otherwise one citizen's answer would change another's day without a trace of why."""
    levels, commands = SMALL["suggested"]
    opening, incomes = an_opening_of(levels, stopped=True), wages(24_310, 18_200)
    people = (citizen(AMINA), citizen(BODIL))
    town = Town({one.id: one for one in people}, {}, {(INCOME, one.id): incomes for one in people})
    opening = replace(opening, conduct=replace(opening.conduct, ring_after=(40, 40), ring_out=90))
    log = play_script(opening, town, (AcceptPrebrief(), *commands, *WAITS, GoHome())).events
    rang = next(event for event in log if event.kind == "call.rang")
    turned_away = next(e for e in log if e.kind == "call.rang_out" and e.case != rang.case)
    assert rang.seq in turned_away.because
