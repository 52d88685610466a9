"""The caseworker is interrupted: given something being done in a case, when the telephone rings."""

from simulator.casework.actions.day import TakeBreak, Wait
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.writing import AddNote
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import decide
from simulator.casework.opening import Arrival
from tests.casework.small import AMINA, BODIL, CASE, PRICES, SUBSIDY, a_day, of_kind

OTHER = "S-102"
SLOWLY = AddNote(CASE, "Ringet til borgeren.")
"""Takes 20 minutes, from 08:00."""


def a_day_with_a_call_at(minute: int, caller: str = OTHER) -> Day:
    arrivals = (
        Arrival(CASE, SUBSIDY.id, AMINA, 480, "self-service", rings_at=minute * (caller == CASE)),
        Arrival(OTHER, SUBSIDY.id, BODIL, 480, "self-service", rings_at=minute * (caller == OTHER)),
    )
    prices = {**PRICES, "add_note": 20, "take_break": 20}
    return a_day(arrivals=arrivals, prices=prices)


def interrupted(day: Day, command: Command) -> list[Event]:
    return of_kind(decide(day, command), "caseworker.interrupted")


def test_a_call_in_the_middle_of_something_interrupts_it_at_its_minute() -> None:
    log = decide(a_day_with_a_call_at(485), SLOWLY)
    (rang,) = of_kind(log, "call.rang")
    (event,) = of_kind(log, "caseworker.interrupted")
    assert (event.minute, event.case, event.by) == (485, CASE, "telephone")
    assert (rang.case, event.because) == (OTHER, (rang.seq,))


def test_it_is_the_case_that_something_is_done_in_whoever_rings() -> None:
    (event,) = interrupted(a_day_with_a_call_at(485, CASE), SLOWLY)
    assert event.case == CASE


def test_whoever_waits_or_takes_a_break_is_not_interrupted() -> None:
    day = a_day_with_a_call_at(485)
    for command in (Wait(15), TakeBreak()):
        assert of_kind(decide(day, command), "call.rang")
        assert not interrupted(day, command)


def test_what_is_done_already_is_not_interrupted() -> None:
    day = a_day_with_a_call_at(500)
    assert of_kind(decide(day, SLOWLY), "call.rang")
    assert not interrupted(day, SLOWLY)


def test_a_call_that_does_not_ring_interrupts_nobody() -> None:
    opening = a_day_with_a_call_at(485)
    calls = LookUp(CASE, "overblik", "citizen")
    assert not of_kind(decide(opening, calls), "call.rang")
    assert not interrupted(opening, calls)
