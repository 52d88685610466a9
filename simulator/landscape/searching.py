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
    """The ids of the subjects a search has found, in the order of the values that matched."""

    hits: tuple[str, ...]
    more: bool = False
    """Whether there are more than the system lists."""


NOTHING = Found(())
NO_FACTS: Mapping[str, Fact] = {}


@dataclass(frozen=True)
class _Route:
    """One way a fact comes to a system.

    ``root`` is the fact as the world reports it, ``maps`` what each integration does to it, and
    ``places`` each (system, fact) on the way, the first one first.
    """

    root: str
    maps: tuple[Carry, ...]
    places: tuple[tuple[str, str], ...]

    def arrives(self, value: Value | None) -> Value | None:
        for carry in self.maps:
            value = None if value is None else carry.map(value)
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
    """Return whom a system finds by a name, number or address that was typed into its search.

    ``facts`` holds the declared facts by id: they say what is protected, and nobody is found by a
    value that is covered. Only those who have ever had a value that matches are looked at, so that
    a search in a town of thousands is quick.
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
        """Yield (value, subject) of all who have had a value that matches, reported or typed in."""
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
                typed = (entry.value for entry in entries if entry.at <= self.at)
                if not here or any(matches(self.key, self.wanted, entered) for entered in typed):
                    yield kept(self.key, entries[-1].value), subject

    def finds(self, subject: str) -> bool:
        """Return whether the system finds a subject by what it holds, and may show that it does."""
        if self.declared and covered(self.world, self.system, self.declared, subject, self.at):
            return False
        shown = held(self.world, self.system, self.key.fact, subject, self.at)
        now = isinstance(shown, Shown) and matches(self.key, self.wanted, shown.value)
        return now or (self.key.earlier and self.keeps)


def _routes(landscape: Landscape, system: str, fact: str) -> Iterator[_Route]:
    if fact in landscape.systems[system].from_world:
        yield _Route(fact, (), ((system, fact),))
        return
    for integration in landscape.into(system, fact):
        carry = integration.carries[fact]
        for above in _routes(landscape, integration.source, carry.source):
            yield _Route(above.root, (*above.maps, carry), (*above.places, (system, fact)))


def matches(key: Key, typed: str, value: Value) -> bool:
    """Return whether ``typed`` matches ``value`` in the way the system searches by ``key``."""
    there = kept(key, value)
    if "capitals" not in key.written:
        there, typed = there.casefold(), typed.casefold()
    if key.matches == "whole":
        return there == typed
    return there.startswith(typed) if key.matches == "begins" else typed in there


def kept(key: Key, value: Value) -> str:
    """Return a value as the system spells it for its search: capitals, surname first, digits."""
    text = str(value)
    if "surname-first" in key.written:
        given, _, family = text.rpartition(" ")
        text = f"{family}, {given}" if given else family
    if "digits-only" in key.written:
        text = "".join(character for character in text if character.isdigit())
    return text.upper() if "capitals" in key.written else text
