"""The one list of the families, and the day they make: decide, evolve, fold, menu.

A family enters what its commands make happen, what its events change, and what falls due, when it
is imported. Whoever plays, folds or shows a day imports from here, so that all of them are there.
"""

from collections.abc import Iterator
from functools import partial
from operator import itemgetter

from simulator.casework.actions import (
    afterwards,
    arriving,
    asking,
    chain,
    complaints,
    counter,
    day,
    debriefing,
    deciding,
    falling_out,
    finding,
    found_later,
    hearing,
    inbox,
    levels,
    opting_out,
    promising,
    reopening,
    repairing,
    searching,
    suggesting,
    telephone,
    tickets,
    writing,
)
from simulator.casework.actions.documents import consenting, receiving, requesting
from simulator.casework.actions.levels import opened
from simulator.casework.actions.looking import pages, reading
from simulator.casework.commands import COMMANDS, Making
from simulator.casework.day import Day
from simulator.casework.engine import Run, begin, decide, fold, fold_with, unfold
from simulator.casework.events import evolve
from simulator.casework.vocabulary import split_offer

__all__ = [
    "FAMILIES",
    "Run",
    "begin",
    "decide",
    "evolve",
    "fold",
    "fold_with",
    "menu",
    "menu_item",
    "opened",
    "unfold",
]

FAMILIES = (
    arriving,
    telephone,
    counter,
    promising,
    chain,
    suggesting,
    falling_out,
    finding,
    hearing,
    requesting,
    consenting,
    receiving,
    deciding,
    writing,
    opting_out,
    pages,
    reading,
    searching,
    repairing,
    tickets,
    reopening,
    inbox,
    levels,
    asking,
    day,
    complaints,
    found_later,
    afterwards,
    debriefing,
)
"""Every family: to import it is to enter it. Where offers stand is said by their commands."""


def menu(day: Day) -> Iterator[Making]:
    """Yield everything that can be done, and what could be if something else were done first."""
    if not day.ended:
        placed = [
            (command.menu_place(at), (command.offer_id(at), partial(command.offer, at)))
            for command in COMMANDS.values()
            for at in command.occasions(day)
        ]
        for _, making in sorted(placed, key=itemgetter(0)):
            yield making


def menu_item(day: Day, id_: str) -> Making | None:
    """Return one line of the menu by its offer's id, without reading the others; None if not there.

    A habit, and a key, ask for one offer at a time, and there are many in a menu.
    """
    command = COMMANDS.get(split_offer(id_)[0])
    if command is None or day.ended:
        return None
    for at in command.occasions(day):
        if command.offer_id(at) == id_:
            return id_, partial(command.offer, at)
    return None
