"""Searching a system: it looks in its own copies, spelt as it keeps them, and finds what is there.

A person whose move has not come through is found at the address they left, and nowhere else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.core.clock import Moment
from simulator.core.facts import Fact, Value
from simulator.landscape.integrations import Carry
from simulator.landscape.observations import Shown
from simulator.landscape.observe import World, held
from simulator.landscape.protecting import covered
from simulator.landscape.systems import Key, Landscape, SearchBy, System


@dataclass(frozen=True, slots=True)
class Found:
    """The subjects that were found, in the order of what they were found by."""

    hits: tuple[str, ...]
    more: bool = False
    """There are more than the system lists."""


NOTHING = Found(())
NO_FACTS: Mapping[str, Fact] = {}


@dataclass(frozen=True)
class _Route:
    """One way a fact comes to a system: the world's own fact, the maps, the places on the way."""

    root: str
    maps: tuple[Carry, ...]
    places: tuple[tuple[str, str], ...]

    def arrives(self, value: Value | None) -> Value | None:
        for one in self.maps:
            value = None if value is None else one.map(value)
        return value


def search(
    world: World,
    system: System,
    by: SearchBy,
    typed: str,
    at: Moment,
    role: str = "",
    facts: Mapping[str, Fact] = NO_FACTS,
) -> Found:
    """Return what a system finds when something is typed in its search, by name, number, address.

    Only those who have ever had such a value are observed, so a town of thousands is quick. Nobody
    is found by what is covered there, as ``facts`` declare it.
    """
    key = system.search.by.get(by) if system.search else None
    wanted = " ".join(typed.split())
    if key is None or system.search is None or not wanted:
        return NOTHING
    if role and not system.may_see(role, key.fact):
        return NOTHING
    looking = _Looking(world, system, key, wanted, at, facts.get(key.fact))
    hits: dict[str, None] = {}
    for _, subject in sorted(set(looking.candidates())):
        if subject in hits or not looking.finds(subject):
            continue
        if len(hits) == system.search.most:
            return Found(tuple(hits), more=True)
        hits[subject] = None
    return Found(tuple(hits))


@dataclass(frozen=True)
class _Looking:
    """One search under way."""

    world: World
    system: System
    key: Key
    wanted: str
    at: Moment
    declared: Fact | None

    @property
    def keeps(self) -> bool:
        """Whether the world itself reports the fact here: a copy holds nothing but the newest."""
        return self.key.fact in self.system.from_world

    def candidates(self) -> Iterator[tuple[str, str]]:
        """Give (value, subject) of all who have had such a value by now, reported or typed in."""
        by = self.at - (self.system.lag if self.keeps else 0)
        for route in _routes(self.world.landscape, self.system.id, self.key.fact):
            for subject, line in self.world.town.lines(route.root):
                for spell in line:
                    value = route.arrives(spell.value) if spell.reported <= by else None
                    if value is not None and matches(self.key, self.wanted, value):
                        yield kept(self.key, value), subject
            for (place, fact, subject), entries in self.world.hands.items():
                here = place == self.system.id
                if (place, fact) not in route.places:
                    continue
                typed = (one.value for one in entries if one.at <= self.at)
                if not here or any(matches(self.key, self.wanted, one) for one in typed):
                    yield kept(self.key, entries[-1].value), subject

    def finds(self, subject: str) -> bool:
        """Say whether the system finds somebody by what it has of them, and may tell it."""
        if self.declared and covered(self.world, self.system, self.declared, subject, self.at):
            return False
        shown = held(self.world, self.system, self.key.fact, subject, self.at)
        now = isinstance(shown, Shown) and matches(self.key, self.wanted, shown.value)
        return now or (self.key.earlier and self.keeps)


def _routes(landscape: Landscape, system: str, fact: str) -> Iterator[_Route]:
    if fact in landscape.systems[system].from_world:
        yield _Route(fact, (), ((system, fact),))
        return
    for one in landscape.into(system, fact):
        carry = one.carries[fact]
        for above in _routes(landscape, one.source, carry.source):
            yield _Route(above.root, (*above.maps, carry), (*above.places, (system, fact)))


def matches(key: Key, typed: str, value: Value) -> bool:
    """Say whether what is typed finds a value, by the system's own manner."""
    there = kept(key, value)
    if "capitals" not in key.written:
        there, typed = there.casefold(), typed.casefold()
    if key.matches == "whole":
        return there == typed
    return there.startswith(typed) if key.matches == "begins" else typed in there


def kept(key: Key, value: Value) -> str:
    """Return a value as the system keeps it for its search."""
    text = str(value)
    if "surname-first" in key.written:
        given, _, family = text.rpartition(" ")
        text = f"{family}, {given}" if given else family
    if "digits-only" in key.written:
        text = "".join(one for one in text if one.isdigit())
    return text.upper() if "capitals" in key.written else text
