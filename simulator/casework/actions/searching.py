"""Searching a system for somebody, or for a dwelling, and opening what was found."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any

from simulator.casework.actions.looking.pages import (
    BASIS,
    PAGE,
    LookUp,
    SystemCommand,
    and_unfounded,
    open_page,
    require_basis,
    system_at,
    unfounded,
)
from simulator.casework.actions.promising import keep
from simulator.casework.commands import PLACES
from simulator.casework.day import Case, Day, Hits
from simulator.casework.engine import Run, decides
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, Words, option
from simulator.casework.own_words import OwnWords, is_blank
from simulator.casework.phrasing import listed, value_measure
from simulator.casework.protection import mask, shown_to_role
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told
from simulator.casework.vocabulary import Unfounded
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.landscape.searching import search
from simulator.landscape.systems import Key, SearchBy, System

# What the caseworker can do -------------------------------------------------------------------


def _place(at: Occasion) -> int:
    """Return the place in the menu of a search, and of what it found: system by system."""
    return PLACES["look"] + 20 + [*at.day.opening.landscape.systems].index(system_at(at).id)


def _ways(at: Occasion) -> Iterator[Option]:
    found_by = system_at(at).search
    return (option(by, _way(by, key)) for by, key in found_by.by.items()) if found_by else iter(())


def _way(by: str, key: Key) -> Phrase:
    way = Phrase(f"search.by.{by}")
    return Phrase("search.hinted", {"by": way, "hint": key.hint}) if key.hint else way


@dataclass(frozen=True)
class Found:
    """What a search found: enough to make it again without what was typed."""

    hits: tuple[str, ...]
    """The ids of those it listed."""
    more: bool
    """Whether there were more than it lists."""
    length: int
    """Characters typed."""


@dataclass(frozen=True)
class Search(SystemCommand):
    """Search a system by ``name``, ``number`` or ``address`` for what is typed."""

    by: str
    words: OwnWords
    basis: str = ""
    found: Found | None = None
    """What it found, where what was typed is no longer there."""

    form = (
        One("by", _ways, preset_only=True),
        Words(optional=False, asks="search"),
        BASIS,
    )

    @classmethod
    def possible_in(cls, day: Day, system: System) -> bool:
        """Return whether a system can be searched."""
        return system.search is not None

    @classmethod
    def menu_place(cls, at: Occasion) -> int:
        """Return its place, among the searches of all systems."""
        return _place(at)

    def remembered(self, events: Iterable[Event]) -> Mapping[str, Any]:
        """Return what it found."""
        searched = next((event for event in events if isinstance(event, RegisterSearched)), None)
        if searched is None:
            return {}
        return {"found": Found(searched.hits, searched.more, searched.length)}


def _hits(at: Occasion) -> Iterator[Option]:
    system = system_at(at)
    return (option(hit, hit_label(at.day, system, hit)) for hit in at.day.hits[system.id].found)


@dataclass(frozen=True)
class OpenHit(LookUp):
    """Open a page of a system about somebody, or a dwelling, that a search in it found."""

    subject: str = ""

    form = (One("subject", _hits, preset_only=True, asks="hit"), PAGE, BASIS)

    @classmethod
    def possible_in(cls, day: Day, system: System) -> bool:
        """Return whether the last search in a system listed anything."""
        return system.id in day.hits and bool(day.hits[system.id].found)

    @classmethod
    def menu_place(cls, at: Occasion) -> int:
        """Return its place, after the search that found it."""
        return _place(at)


# What happened --------------------------------------------------------------------------------


@event("register.searched")
class RegisterSearched(Event):
    """A system was searched. What was typed is the student's own and lies apart."""

    system: str
    by: SearchBy
    hits: tuple[str, ...]
    """The ids of those it listed."""
    fields: tuple[Seen, ...] = ()
    """What it listed of each, hit by hit: exposed, as the fields of a page are."""
    more: bool = False
    """There were more than it lists."""
    length: int = 0
    """Characters typed."""
    words: int | None = None
    basis: str = ""
    unfounded: Unfounded = ""
    """How it was let through though the case gives the caseworker's role no legal basis for it."""


# Searching ------------------------------------------------------------------------------------


@decides(Search)
def _search(run: Run, command: Search, case: Case) -> None:
    system = run.day.opening.landscape.systems.get(command.system)
    by = _searched_by(system, command.by)
    if system is None or by is None:
        raise Refused("not-searched-so")
    if is_blank(command.words):
        raise _nothing_typed()
    require_basis(run.day, case, system, command.basis)
    result = command.found or _find(run.day, system, by, command.words)
    run.does(
        RegisterSearched,
        hits=result.hits,
        fields=tuple(_listed(run.day, system, result.hits)),
        more=result.more,
        length=result.length,
        unfounded=unfounded(run.day, case, system),
    )


def _searched_by(system: System | None, wanted: str) -> SearchBy | None:
    """Return what a system is to be searched by, or ``None`` if it cannot be."""
    ways = system.search.by if system and system.search else ()
    return next((way for way in ways if way == wanted), None)


_nothing_typed = partial(Refused, "search-for-what")


def _find(day: Day, system: System, by: SearchBy, typed: OwnWords) -> Found:
    """Search for what was typed. Refuses where it is no longer known, nor what it found."""
    if not isinstance(typed, str):
        raise _nothing_typed()
    role, facts = day.opening.role, day.opening.facts
    hits = search(day.world, system, by, typed, day.now, role, facts)
    return Found(hits.hits, hits.more, len(typed))


def _listed(day: Day, system: System, hits: Iterable[str]) -> Iterator[Seen]:
    """Yield what a list of hits tells of each, as the caseworker's role sees it."""
    facts = system.search.lists if system.search else ()
    for hit, fact in product(hits, facts):
        yield mask(day, shown_to_role(day, system, fact, hit), hit)


@evolves(RegisterSearched)
def _searched(day: Day, event: RegisterSearched) -> Day:
    others = {system: hits for system, hits in day.hits.items() if system != event.system}
    hits = Hits(event.by, event.hits, event.more, event.fields)
    day = changed(day, hits={**others, event.system: hits})
    return changed(day, bases=day.bases | {event.system}) if event.basis else day


@tells(RegisterSearched)
def _tell_searched(day: Day, event: RegisterSearched) -> Phrase:
    which = "-more" if event.more else "" if event.hits else "-none"
    by = Phrase(f"search.by.{event.by}")
    return and_unfounded(event, told(day, event, which, by=by, n=len(event.hits)))


# Opening what was found -----------------------------------------------------------------------


@decides(OpenHit)
def _open_hit(run: Run, command: OpenHit, case: Case) -> None:
    hits = run.day.hits.get(command.system)
    if hits is None or command.subject not in hits.found:
        raise Refused("not-found-there", helps="search")
    open_page(run, case, command, command.subject)
    keep(run, case, "look-again")


def hit_label(day: Day, system: System, hit: str) -> Phrase:
    """Return how a system listed one that its last search found."""
    shown = (seen for seen in day.hits[system.id].fields if seen.subject == hit)
    return listed((value_measure(day, seen) for seen in shown), " · ")
