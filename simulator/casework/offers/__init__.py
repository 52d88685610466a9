"""What can be done now, each with its price: declared once for keys, buttons, palette and lines."""

from collections.abc import Iterator
from itertools import chain

from simulator.casework.day import Day
from simulator.casework.offers.call import call_offers
from simulator.casework.offers.case import case_offers
from simulator.casework.offers.day import day_offers
from simulator.casework.offers.look import look_offers
from simulator.casework.offers.repair import repair_offers
from simulator.casework.views import Offer


def offers(day: Day) -> tuple[Offer, ...]:
    """Return everything that can be done, and what could be if something else were done first."""
    return tuple(chain.from_iterable(families(day)))


def families(day: Day) -> Iterator[tuple[Offer, ...]]:
    """Give the offers a family at a time, so that one that is looked for can end the search."""
    if day.ended:
        return
    if not day.briefed or day.closed:
        yield day_offers(day)
        return
    case = day.cases[day.hand] if day.hand else None
    yield call_offers(day, case)
    if case:
        yield case_offers(day, case)
        yield look_offers(day, case)
        yield repair_offers(day, case)
    yield day_offers(day)
