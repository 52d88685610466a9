"""Offers that are not declared with their commands yet, each with its place in the menu."""

from collections.abc import Iterator, Mapping

from simulator.casework.commands import COURSE, PLACES, STEPS, Making
from simulator.casework.day import Day
from simulator.casework.offers.case import case_offers
from simulator.casework.offers.day import day_offers

_PLACES: Mapping[str, int] = {
    "follow": PLACES["case"] + 10,
    "adjust": PLACES["case"] + 20,
    "reject": PLACES["case"] + 30,
    "add_note": COURSE,
    "opt_out": COURSE + 10,
    "close_case": COURSE + 30,
    "postpone_case": COURSE + 40,
    "hand_over": COURSE + 50,
    "set_aside": COURSE + 60,
    "open_case": PLACES["day"],
}
"""The place of each; the telephone's stand first, and the steps of a case in the case's order."""


def placed(day: Day) -> Iterator[tuple[int, Making]]:
    """Give what can be done, and what could be if something else were done first."""
    if not day.briefed or day.closed:
        yield from _at_their_places(day_offers(day), PLACES["day"])
        return
    case = day.cases[day.hand] if day.hand else None
    if case:
        yield from _at_their_places(case_offers(day, case), STEPS)
    yield from _at_their_places(day_offers(day), PLACES["day"])


def _at_their_places(makings: Iterator[Making], otherwise: int) -> Iterator[tuple[int, Making]]:
    for making in makings:
        yield _PLACES.get(making[0].partition(".")[0], otherwise), making
