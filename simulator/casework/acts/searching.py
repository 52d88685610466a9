"""Searching a system for somebody, or for a dwelling, in the case or outside it."""

from collections.abc import Iterable, Iterator
from itertools import product

from simulator.casework.acts.looking import answers_to
from simulator.casework.commands import Found, Search, require_case_in_hand
from simulator.casework.day import Day, Hits
from simulator.casework.engine import Run, decides
from simulator.casework.events import evolves
from simulator.casework.events.looking import RegisterSearched
from simulator.casework.own_words import OwnWords, is_blank
from simulator.casework.protection import mask, shown_to_role
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.core.values import changed
from simulator.landscape.searching import search
from simulator.landscape.systems import SearchBy, System


@decides(Search)
def _search(run: Run, command: Search) -> None:
    case = require_case_in_hand(run.day, command.case)
    system = run.day.opening.landscape.systems.get(command.system)
    by = _by(system, command.by)
    if system is None or by is None:
        raise Refused("not-searched-so")
    if is_blank(command.words):
        raise Refused("search-for-what")
    answers_to(run.day, system, command.basis)
    found = command.found or _find(run.day, system, by, command.words)
    run.happens(
        RegisterSearched,
        case=case.id,
        system=system.id,
        by=by,
        hits=found.hits,
        fields=tuple(_listed(run.day, system, found.hits)),
        more=found.more,
        length=found.length,
        words=run.word(command.words),
        basis=command.basis,
        minutes=system.minutes,
    )


def _find(day: Day, system: System, by: SearchBy, typed: OwnWords) -> Found:
    """Search for what was typed. Refuses where it is no longer known, nor what it found."""
    if not isinstance(typed, str):
        raise Refused("search-for-what")
    role, facts = day.opening.role, day.opening.facts
    hits = search(day.world, system, by, typed, day.now, role, facts)
    return Found(hits.hits, hits.more, len(typed))


def _listed(day: Day, system: System, hits: Iterable[str]) -> Iterator[Seen]:
    """Give what a list of hits tells of each, as the caseworker's role sees it."""
    facts = system.search.lists if system.search else ()
    for hit, fact in product(hits, facts):
        yield mask(day, shown_to_role(day, system, fact, hit), hit)


def _by(system: System | None, wanted: str) -> SearchBy | None:
    """Return what a system is to be searched by, if it can be."""
    ways = system.search.by if system and system.search else ()
    return next((way for way in ways if way == wanted), None)


@evolves(RegisterSearched)
def _searched(day: Day, event: RegisterSearched) -> Day:
    others = {system: hits for system, hits in day.hits.items() if system != event.system}
    hits = Hits(event.by, event.hits, event.more, event.fields)
    day = changed(day, hits={**others, event.system: hits})
    return changed(day, bases=day.bases | {event.system}) if event.basis else day
