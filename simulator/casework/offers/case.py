"""Offers about the case in hand: its steps, its letter, its course."""

from collections.abc import Iterator
from functools import partial

from simulator.casework.acts.opting_out import CHANNELS, SAKES
from simulator.casework.commands import Offer, OptOut
from simulator.casework.day import Case, Day
from simulator.casework.offers.making import (
    Making,
    offer,
    one,
    text,
    worded,
)


def case_offers(day: Day, case: Case) -> Iterator[Making]:
    """Give the offers about a case in hand."""
    yield from _course(day, case)


def _course(day: Day, case: Case) -> Iterator[Making]:
    yield "opt_out", partial(_opt_out, day, case)


def _opt_out(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "opt_out",
        "case",
        lambda a: OptOut(case.id, text(a, "channel"), text(a, "sake")),
        one("channel", worded("channel", (c for c in CHANNELS if c != case.channel))),
        one("sake", worded("sake", SAKES)),
        refused="letter-sent-already" if case.letter is not None else "",
    )
