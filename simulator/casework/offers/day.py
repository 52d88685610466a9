"""Offers of the inbox."""

from collections.abc import Iterator
from functools import partial

from simulator.casework.commands import Offer, OpenCase
from simulator.casework.day import Case, Day
from simulator.casework.offers.making import Making, offer, one, option, text
from simulator.core.texts import Phrase


def day_offers(day: Day) -> Iterator[Making]:
    """Give what can be done whatever is in hand."""
    if day.closed or not day.briefed:
        return
    if any(_waits(day, case) for case in day.cases.values()):
        yield "open_case", partial(_open_case, day)


def _waits(day: Day, case: Case) -> bool:
    return not case.away and case.id != day.hand


def _open_case(day: Day) -> Offer:
    waiting = (
        option(
            case.id,
            Phrase(
                "case.option", {"title": day.case_type(case).title, "name": day.name(case.party)}
            ),
        )
        for case in day.cases.values()
        if _waits(day, case)
    )
    blank = one("case", waiting)
    return offer(day, "open_case", "day", lambda a: OpenCase(text(a, "case")), blank)
