"""Trust moves while a day is played: a mistake that is owned, and a promise that is broken.

Given somebody with so much trust, when something has passed with them, then what they say and what
they agree to follow from the trust they have now.
"""

from dataclasses import replace

import pytest

from simulator.casework.actions.day import Wait
from simulator.casework.actions.promising import Promise
from simulator.casework.actions.reopening import Reopen
from simulator.casework.actions.telephone import Call, HangUp, Tell
from simulator.casework.case_state import with_contact
from simulator.casework.day import Day
from simulator.casework.people import citizen_line, consents, trust_now
from simulator.casework.speaking import Line
from tests.casework.answered import answered
from tests.casework.small import AMINA, CASE, CONDUCT, a_day, a_town, after, citizen

MOVES = replace(CONDUCT, more_trust_when_owned=10, less_trust_when_let_down=20)


def trusting(trust: int, *lines: Line, **conduct: int) -> Day:
    town = a_town(citizen(AMINA, trust=trust))
    said = {"lines": lines} if lines else {}
    return a_day(town=town, conduct=replace(MOVES, **conduct), **said)  # type: ignore[arg-type]


def owned(day: Day) -> Day:
    return after(answered(day), Reopen(CASE, "fault"), Call(CASE), Tell("mistake"), HangUp())


def let_down(day: Day) -> Day:
    return after(day, Call(CASE), Promise("letter", before=540), HangUp(), Wait(60))


def test_it_is_what_was_drawn_until_something_has_passed() -> None:
    assert trust_now(trusting(50), AMINA) == 50


@pytest.mark.parametrize(("before", "then"), [(50, 60), (95, 100)])
def test_a_mistake_that_is_owned_moves_it_up(before: int, then: int) -> None:
    assert trust_now(owned(trusting(before)), AMINA) == then


@pytest.mark.parametrize(("before", "then"), [(50, 30), (5, 0)])
def test_a_promise_that_is_broken_moves_it_down(before: int, then: int) -> None:
    assert trust_now(let_down(trusting(before)), AMINA) == then


def test_how_much_it_moves_is_data_and_a_day_that_does_not_say_moves_it_not() -> None:
    still = a_day(town=a_town(citizen(AMINA, trust=50)))
    assert trust_now(let_down(still), AMINA) == 50


def says(day: Day) -> str:
    return citizen_line(day, "told.status", AMINA, CASE)


def test_who_was_let_down_speaks_as_somebody_who_trusts_less() -> None:
    warm = Line("warm", "told", trust=(40, 100))
    cool = Line("cool", "told", trust=(0, 39))
    day = trusting(50, warm, cool)
    assert says(day) == "warm"
    assert says(let_down(day)) == "cool"


def test_of_lines_that_were_dealt_the_one_for_the_trust_of_now_comes_first() -> None:
    warm = Line("warm", "told", trust=(40, 100), cases=(CASE,))
    any_ = Line("any", "told", cases=(CASE,))
    assert says(let_down(trusting(50, warm, any_))) == "any"
    assert says(let_down(trusting(50, warm))) == "warm"  # rather than nothing


def test_who_was_let_down_agrees_less_and_who_was_told_of_a_mistake_more() -> None:
    agreed: dict[str, set[int]] = {"before": set(), "let-down": set(), "owned": set()}
    for seed in range(60):
        town = a_town(citizen(AMINA, trust=20))
        day = a_day(town=town, conduct=replace(MOVES, consents=80), seed=seed)
        ways = {
            "before": day,
            "let-down": with_contact(day, AMINA, "let-down"),
            "owned": with_contact(day, AMINA, "owned"),
        }
        for way, then in ways.items():
            if consents(then, then.cases[CASE], "payslip", ""):
                agreed[way].add(seed)
    assert agreed["let-down"] < agreed["before"] < agreed["owned"]
