"""Offers to look: systems, searches in them, the citizen's own words, where a value came from."""

from collections.abc import Iterator
from functools import partial

from simulator.casework.acts.looking import found_in
from simulator.casework.as_read import has_letter
from simulator.casework.case_state import asks_basis, covered_sights, named
from simulator.casework.commands import (
    Command,
    LookUp,
    Offer,
    OpenHit,
    ReadFreetext,
    Reveal,
    Search,
    SeeAsCitizen,
    Trace,
)
from simulator.casework.day import Case, Day
from simulator.casework.form import Answers, Blank, Occasion
from simulator.casework.offers.making import Making, offer, one, only, option, text, words
from simulator.casework.options import seen_in_systems
from simulator.casework.phrasing import fact_label, source_name
from simulator.casework.refusals import refusal_phrase
from simulator.casework.sights import Seen
from simulator.casework.telling import hit_label, subject_name
from simulator.core.texts import Phrase
from simulator.landscape.systems import Key, System


def look_offers(day: Day, case: Case) -> Iterator[Making]:
    """Give the offers to look at something about the case in hand."""
    yield "read_freetext", partial(_read, day, case)
    systems = day.opening.landscape.systems.values()
    for system in systems:
        yield f"look_up.{system.id}", partial(_look_up, day, case, system)
    for system in systems:
        if system.search is not None:
            yield f"search.{system.id}", partial(_searching, day, case, system)
            if found_in(day, system.id):
                yield f"open_hit.{system.id}", partial(_open_hit, day, case, system)
    if covered := covered_sights(case):
        yield "reveal", partial(_reveal, day, case, covered)
    yield "trace", partial(_trace, day, case)
    yield "see_as_citizen", partial(_see_as_citizen, day, case)


def _read(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "read_freetext",
        "look",
        lambda _: ReadFreetext(case.id),
        refused="" if case.arrival.says else "no-own-words",
    )


def _trace(day: Day, case: Case) -> Offer:
    traceable = seen_in_systems(Occasion(day, case))
    return offer(
        day,
        "trace",
        "look",
        lambda a: Trace(case.id, *picked(a)),
        one("value", traceable),
        refused="" if traceable else "nothing-to-trace",
    )


def _see_as_citizen(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "see_as_citizen",
        "look",
        lambda _: SeeAsCitizen(case.id),
        refused="" if has_letter(case) else "no-letter-yet",
    )


def picked(answers: Answers) -> tuple[str, str]:
    """Return the path and the system of the value that was chosen."""
    path, system = answers.get("value") or ("", "")
    return path, system


def _look_up(day: Day, case: Case, system: System) -> Offer:
    pages = _pages(system)

    def make(answers: Answers) -> LookUp:
        page = text(answers, "page") or pages.options[0].value
        return LookUp(case.id, system.id, page, text(answers, "basis"))

    return offer(
        day,
        f"look_up.{system.id}",
        "look",
        make,
        pages,
        *_basis(day, case, system),
        minutes=system.minutes,
        label=Phrase("offer.look_up", {"system": system.name}),
        refused=_silent(day, system),
    )


def _pages(system: System) -> Blank:
    pages = tuple(option(page.id, page.title) for page in system.pages)
    return one("page", pages, preset=pages[0].value)


def _basis(day: Day, case: Case, system: System) -> tuple[Blank, ...]:
    """Return the question on which legal basis one looks, where the system asks it."""
    if not asks_basis(day, system):
        return ()
    kind = day.case_type(case)
    none = (option("", Phrase("basis.none")),) if system.empty_basis else ()
    return (one("basis", (option(kind.id, kind.legal_basis), *none)),)


def _silent(day: Day, system: System) -> str | Phrase:
    """Return what a system says while it does not answer, in its own words; empty: it does."""
    return (
        ""
        if day.world.landscape.works(system.id, day.now)
        else refusal_phrase(day, "system-down", system.id)
    )


def _searching(day: Day, case: Case, system: System) -> Offer:
    assert system.search is not None
    ways = tuple(option(by, _way(by, key)) for by, key in system.search.by.items())

    def make(answers: Answers) -> Command:
        by, typed = text(answers, "by"), text(answers, "words")
        return Search(case.id, system.id, by, typed, text(answers, "basis"))

    return offer(
        day,
        f"search.{system.id}",
        "look",
        make,
        one("by", ways, preset=only(ways)),
        words("words", optional=False, asks="search"),
        *_basis(day, case, system),
        minutes=system.minutes,
        label=Phrase("offer.search", {"system": system.name}),
        refused=_silent(day, system),
    )


def _way(by: str, key: Key) -> Phrase:
    way = Phrase(f"search.by.{by}")
    return Phrase("search.hinted", {"by": way, "hint": key.hint}) if key.hint else way


def _open_hit(day: Day, case: Case, system: System) -> Offer:
    hits = tuple(option(hit, hit_label(day, system, hit)) for hit in found_in(day, system.id))
    pages = _pages(system)

    def make(answers: Answers) -> Command:
        page = text(answers, "page") or pages.options[0].value
        return OpenHit(case.id, system.id, page, text(answers, "basis"), text(answers, "hit"))

    return offer(
        day,
        f"open_hit.{system.id}",
        "look",
        make,
        one("hit", hits, preset=only(hits)),
        pages,
        *_basis(day, case, system),
        minutes=system.minutes,
        label=Phrase("offer.open_hit", {"system": system.name}),
        refused=_silent(day, system),
    )


def _reveal(day: Day, case: Case, kept: tuple[Seen, ...]) -> Offer:
    """Offer to uncover what is protected, once a page has shown that there is something."""
    covered = {(named(case, one), one.source): one for one in kept}

    def make(answers: Answers) -> Command:
        seen = covered[answers["covered"]]
        return Reveal(case.id, seen.path, seen.source, seen.subject)

    options = tuple(option(value, _covered(day, seen)) for value, seen in covered.items())
    return offer(day, "reveal", "look", make, one("covered", options, preset=only(options)))


def _covered(day: Day, seen: Seen) -> Phrase:
    """Say what is covered, where and about whom; a dwelling's name would be its address."""
    about = seen.subject if seen.subject in day.world.town.citizens else ""
    said = {"fact": fact_label(day, seen.path), "source": source_name(day, seen.source)}
    return Phrase("sight", {**said, "value": subject_name(day, about)})
