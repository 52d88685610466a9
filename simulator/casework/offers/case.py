"""Offers about the case in hand: its steps, its letter, its course."""

from collections.abc import Callable, Iterator
from functools import partial

from simulator.casework.acts.course import close_refusal
from simulator.casework.acts.opting_out import CHANNELS, SAKES
from simulator.casework.commands import (
    CloseCase,
    Command,
    HandOver,
    Offer,
    OptOut,
    PostponeCase,
    SetAside,
)
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
    yield "close_case", partial(_close, day, case)
    leave = {"postpone_case": PostponeCase, "hand_over": HandOver, "set_aside": SetAside}
    for name, command in leave.items():
        yield name, partial(_leave, day, case, name, command)


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


def _close(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "close_case",
        "case",
        lambda _: CloseCase(case.id),
        refused=close_refusal(day, case),
    )


def _leave(day: Day, case: Case, name: str, command: Callable[[str], Command]) -> Offer:
    sure = name != "postpone_case"  # what is put aside is taken again by a key
    return offer(day, name, "case", lambda _: command(case.id), sure=sure)
