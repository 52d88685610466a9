"""Whom the municipality's letters name: drawn by key, unless the scenario says it."""

from collections.abc import Callable, Collection
from dataclasses import replace

from simulator.casework.opening import Office
from simulator.core.draws import between, draw, pick
from simulator.scenario.drawing.pools import names
from simulator.town.identifiers import TELEPHONES, telephone
from simulator.town.town import Town


def drawn_office(named: Office, seed: int, town: Town) -> Office:
    """Return an office with what the scenario does not name: nobody's name, and nobody's number."""
    people = town.citizens.values()
    taken = {citizen.name for citizen in people}
    caseworker = named.caseworker or _new(lambda n: _name(seed, "caseworker", n), taken)
    leader = named.leader or _new(lambda n: _name(seed, "leader", n), {*taken, caseworker})
    numbers = {citizen.telephone for citizen in people}
    number = named.telephone or _new(lambda n: _number(seed, n), numbers)
    return replace(named, caseworker=caseworker, leader=leader, telephone=number)


def _new(make: Callable[[int], str], taken: Collection[str]) -> str:
    """Return the first of what is made that nobody has."""
    nth = 0
    while (made := make(nth)) in taken:
        nth += 1
    return made


def _name(seed: int, who: str, nth: int) -> str:
    danish = names("da")
    given = danish.women if draw(seed, "office.sex", who, nth) < 0.5 else danish.men
    first = pick(given, seed, "office.given", who, nth)
    return f"{first} {pick(danish.families, seed, 'office.family', who, nth)}"


def _number(seed: int, nth: int) -> str:
    return telephone(between(0, TELEPHONES - 1, seed, "office.telephone", nth))
