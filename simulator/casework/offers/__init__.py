"""Offers that are not declared with their commands yet, each with its place in the menu."""

from collections.abc import Iterator, Mapping

from simulator.casework.commands import COURSE, PLACES, STEPS, Making
from simulator.casework.day import Day
from simulator.casework.offers.case import case_offers

_PLACES: Mapping[str, int] = {
    "follow": PLACES["case"] + 10,
    "adjust": PLACES["case"] + 20,
    "reject": PLACES["case"] + 30,
    "add_note": COURSE,
    "opt_out": COURSE + 10,
}
"""The place of each; the telephone's stand first, and the steps of a case in the case's order."""


def placed(day: Day) -> Iterator[tuple[int, Making]]:
    """Give what can be done, and what could be if something else were done first."""
    if not day.briefed or day.closed:
        return
    case = day.cases[day.hand] if day.hand else None
    if case:
        yield from _at_their_places(case_offers(day, case), STEPS)


def _at_their_places(makings: Iterator[Making], otherwise: int) -> Iterator[tuple[int, Making]]:
    for making in makings:
        yield _PLACES.get(making[0].partition(".")[0], otherwise), making
