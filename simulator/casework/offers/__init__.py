"""Offers that are not declared with their commands yet, each with its place in the menu."""

from collections.abc import Iterator

from simulator.casework.commands import PLACES, Making
from simulator.casework.day import Day
from simulator.casework.offers.call import call_offers
from simulator.casework.offers.case import case_offers
from simulator.casework.offers.day import day_offers
from simulator.casework.offers.look import look_offers


def placed(day: Day) -> Iterator[tuple[int, Making]]:
    """Give what can be done, and what could be if something else were done first."""
    if not day.briefed or day.closed:
        yield from ((PLACES["day"], making) for making in day_offers(day))
        return
    case = day.cases[day.hand] if day.hand else None
    yield from ((PLACES["call"], making) for making in call_offers(day, case))
    if case:
        yield from ((PLACES["case"], making) for making in case_offers(day, case))
        yield from ((PLACES["look"], making) for making in look_offers(day, case))
    yield from ((PLACES["day"], making) for making in day_offers(day))
