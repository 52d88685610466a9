"""What can be done now, each with its price: declared once for keys, buttons, palette and lines."""

from simulator.casework.day import Day
from simulator.casework.offers.call import call_offers
from simulator.casework.offers.case import case_offers
from simulator.casework.offers.day import day_offers
from simulator.casework.offers.look import look_offers
from simulator.casework.offers.repair import repair_offers
from simulator.casework.views import Offer


def offers(day: Day) -> tuple[Offer, ...]:
    """Return everything that can be done, and what could be if something else were done first."""
    if day.ended:
        return ()
    if not day.briefed or day.closed:
        return day_offers(day)
    case = day.cases[day.hand] if day.hand else None
    about = (
        (*case_offers(day, case), *look_offers(day, case), *repair_offers(day, case))
        if case
        else ()
    )
    return (*call_offers(day, case), *about, *day_offers(day))
