"""What somebody can see of a case who looks at it again later: the file, registers, the complaint.

Nobody who looks again sees the truth. The municipality sees what its own screens show by then. An
appeal body sees the registers where facts are reported, which may have been told since. Both have
the file, with its documents, and what the party says when they complain.
"""

from collections.abc import Iterable, Iterator

from simulator.casework.automation import seen_from
from simulator.casework.case_types import Need
from simulator.casework.day import Case, Day
from simulator.casework.documents import DocumentKind
from simulator.casework.people import citizen_answer, draw_key, has_document
from simulator.casework.picking import Order, order_of
from simulator.casework.sights import Seen, document_source
from simulator.casework.truth import judged_by, subject_of, true_spell
from simulator.core.clock import Moment, moment
from simulator.core.draws import draw
from simulator.core.facts import path_to, split_path
from simulator.core.values import changed
from simulator.landscape.observe import World, observe

ENCLOSES = 50
"""How often somebody who is sure sends a document with their complaint, in percent."""


def by_the_municipality(day: Day, case: Case, at: Moment) -> tuple[Seen, ...]:
    """Return the facts the municipality goes by when it looks again: by what its screens show."""
    world = changed(day.world, town=judged_by(day, case))
    return _picked(day, case, (_wired(day, case, need, at, world) for need in _needs(day, case)))


def by_the_instance(day: Day, case: Case, at: Moment) -> tuple[Seen, ...]:
    """Return the facts an appeal body goes by: by the registers where they are reported."""
    return _picked(day, case, (_registered(day, case, need, at) for need in _needs(day, case)))


def said_in_complaint(day: Day, case: Case) -> tuple[Seen, ...]:
    """Return what a party is sure of and says when they complain."""
    at = case.judged_at or day.now
    answers = (citizen_answer(day, case.party, need.path, at) for need in _needs(day, case))
    return tuple(seen for sure, seen in answers if sure == "sure" and seen.state == "shown")


def _enclosed(day: Day, case: Case, spoken: Iterable[Seen]) -> tuple[Seen, ...]:
    """Return what stands in documents that a party encloses who is sure of what they have said.

    It is what was true when it was decided: a document shows no mistake of its owner's.
    """
    sure = {seen.path for seen in spoken}
    sights: list[Seen] = []
    for kind in day.opening.documents.values():
        paths = [path_to("", fact) for fact in kind.shows]
        if any(path in sure for path in paths) and _encloses(day, case, kind):
            sights.extend(_shown(day, case, kind, paths))
    return tuple(sights)


def _encloses(day: Day, case: Case, kind: DocumentKind) -> bool:
    forbidden = day.case_type(case).no_proof
    wanted = {need.path for need in _needs(day, case)} - forbidden.keys()
    has = bool(wanted.intersection(kind.shows))
    asked = (*draw_key(day, case.id), kind.id)
    has = has and has_document(day, kind, case.party)
    return has and draw(day.opening.seed, "encloses", *asked) * 100 < ENCLOSES


def _shown(day: Day, case: Case, kind: DocumentKind, paths: Iterable[str]) -> Iterator[Seen]:
    at, source = case.judged_at or day.now, document_source(kind.id)
    for path in paths:
        subject = subject_of(day, case, path)
        fact = split_path(path)[1]
        spell = true_spell(day, judged_by(day, case), fact, subject, at) if subject else None
        if spell is not None and spell.value is not None:
            as_of = moment(max(spell.begins, 0))
            yield Seen(path, subject, source, "shown", spell.value, as_of, spell.begins, dated=True)


def _needs(day: Day, case: Case) -> tuple[Need, ...]:
    return day.case_type(case).needs


def _picked(day: Day, case: Case, looked: Iterable[Iterable[Seen]]) -> tuple[Seen, ...]:
    """Return a sight of each fact by the declared order, of all there is to see of it later."""
    known = order_of(day.opening.landscape, case)
    spoken = said_in_complaint(day, case)
    laid = (*_enclosed(day, case, spoken), *spoken)
    spoken_of = {seen.path for seen in laid if not seen.document}
    roughly = case.roughly - spoken_of
    order = Order(known.landscape, roughly, known.older)
    file = (*case.relied_on, *case.seen)
    picked = (
        order.first(seen for seen in (*now, *laid, *file) if seen.path == need.path)
        for need, now in zip(_needs(day, case), looked, strict=True)
    )
    return tuple(seen for seen in picked if seen is not None)


def _wired(day: Day, case: Case, need: Need, at: Moment, world: World) -> list[Seen]:
    """Return what the systems that automation takes a fact from show at a moment."""
    subject, fact = subject_of(day, case, need.path), split_path(need.path)[1]
    return [
        seen_from(need.path, subject, system, observe(world, system, fact, subject, at), False, at)
        for system in (need.wired if subject else ())
    ]


def _registered(day: Day, case: Case, need: Need, at: Moment) -> list[Seen]:
    """Return what the registers show that a fact is reported to, of when it was decided.

    What was not reported then may have been by now.
    """
    subject, fact = subject_of(day, case, need.path), split_path(need.path)[1]
    decided, systems = case.judged_at or day.now, day.opening.landscape.systems.values()
    town = judged_by(day, case)
    spell = true_spell(day, town, fact, subject, decided) if subject else None
    sights: list[Seen] = []
    for system in systems:
        if not subject or fact not in system.from_world:
            continue
        if spell is not None and spell.value is not None and spell.reported + system.lag <= at:
            value = (spell.value, spell.reported, spell.begins)
            sights.append(Seen(need.path, subject, system.id, "shown", *value, at=at))
        else:
            world = changed(day.world, town=town)
            shown = observe(world, system.id, fact, subject, decided)
            sights.append(seen_from(need.path, subject, system.id, shown, False, at))
    return sights
