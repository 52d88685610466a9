"""What can be done now, each with its price: declared once for keys, buttons, palette and lines."""

from collections.abc import Iterator

from simulator.casework.day import Day
from simulator.casework.offers.call import call_offers
from simulator.casework.offers.case import case_offers
from simulator.casework.offers.day import day_offers
from simulator.casework.offers.look import look_offers
from simulator.casework.offers.making import Making
from simulator.casework.offers.repair import repair_offers


def menu(day: Day) -> Iterator[Making]:
    """Give everything that can be done, and what could be if something else were done first."""
    if day.ended:
        return
    if not day.briefed or day.closed:
        yield from day_offers(day)
        return
    case = day.cases[day.hand] if day.hand else None
    yield from call_offers(day, case)
    if case:
        yield from case_offers(day, case)
        yield from look_offers(day, case)
        yield from repair_offers(day, case)
    yield from day_offers(day)
