"""What the days that come with the program must hold: as much as can be done, and what returns."""

from collections.abc import Iterator

import pytest

from simulator.casework.actions.inbox import CaseClosed
from simulator.casework.events import BY_KIND, Event
from simulator.casework.habits import HABITS
from simulator.core.clock import MINUTES_A_DAY
from simulator.rehearsal.playing import Rehearsal
from tests.rehearsal.pages import cast
from tests.rehearsal.ways import MONDAY, THURSDAY, loaded, worked

NOON, TWO = 12 * 60, 14 * 60
RETURNS = frozenset({"call.rang", "reply.arrived"})
AFTERWARDS = frozenset({"citizen.gave_up", "complaint.filed", "thanks.received"})
every_way = pytest.mark.parametrize("habit", HABITS)
both_days = pytest.mark.parametrize("day", [MONDAY, THURSDAY])


def test_the_kinds_that_are_looked_for_exist() -> None:
    assert BY_KIND.keys() >= RETURNS | AFTERWARDS


def settled(played: Rehearsal) -> int:
    return sum(isinstance(event, CaseClosed) for event in played.events)


@pytest.mark.parametrize(
    ("day", "habit", "fewest", "most"),
    [
        (MONDAY, "thorough", 6, 10),
        (MONDAY, "careful", 14, 18),
        (MONDAY, "trusting", 20, 30),
        (MONDAY, "supervising", 33, 36),
        (THURSDAY, "thorough", 4, 8),
        (THURSDAY, "careful", 9, 12),
        (THURSDAY, "trusting", 10, 12),
        (THURSDAY, "supervising", 11, 12),
    ],
)
def test_how_much_is_left_to_the_systems_is_how_much_is_settled(
    day: str, habit: str, fewest: int, most: int
) -> None:
    assert fewest <= settled(worked(day, habit)) <= most


def test_thirty_six_matters_arrive_on_the_monday_in_sixty_minutes_of_class() -> None:
    opening = loaded(MONDAY).opening
    assert (len(opening.arrivals), opening.class_minutes) == (36, 60)


def test_twelve_arrive_on_the_thursday_in_thirty_five() -> None:
    opening = loaded(THURSDAY).opening
    assert (len(opening.arrivals), opening.class_minutes) == (12, 35)


@both_days
def test_the_cases_that_carry_the_lesson_arrive_before_noon(day: str) -> None:
    minutes = {one.party: one.minute for one in loaded(day).opening.arrivals}
    assert all(minutes[person] < NOON for person in cast(loaded(day)))


def returned(events: tuple[Event, ...]) -> Iterator[Event]:
    """What came back before 14.00 of what was done at the desk in the morning."""
    acts = {
        event.seq
        for event in events
        if event.by in ("player", "automation") and event.minute < NOON
    }
    for event in events:
        if event.kind in RETURNS and event.minute < TWO and acts & {*event.because}:
            yield event


@both_days
@every_way
def test_at_least_two_consequences_of_the_morning_return_before_two(day: str, habit: str) -> None:
    assert len(list(returned(worked(day, habit).events))) >= 2


@both_days
@every_way
def test_the_evening_is_two_or_three_people_in_different_situations(day: str, habit: str) -> None:
    told = [event for event in worked(day, habit).events if event.kind == "evening.told"]
    assert 2 <= len(told) <= 3
    assert len({event.case for event in told}) == len(told)


@both_days
@every_way
def test_nobody_is_heard_from_twice_in_the_weeks_after(day: str, habit: str) -> None:
    """Whoever thanks does not complain, and whoever has given up does neither."""
    events = worked(day, habit).events
    heard = [e.case for e in events if e.minute >= MINUTES_A_DAY and e.kind in AFTERWARDS]
    assert len(heard) == len(set(heard))
