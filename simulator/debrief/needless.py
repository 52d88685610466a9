"""Documents a citizen was asked for, though every source that could be opened showed the same.

To ask people for what one has, or can look up, is to trouble them needlessly (unødig ulejlighed).
Whether it was lies in what could be opened then, and not in what was.
"""

from collections.abc import Iterator

from simulator.casework.actions.documents.requesting import DocumentAsked
from simulator.casework.day import Case, Day
from simulator.casework.truth import judged_by, subject_of
from simulator.core.facts import Value, split_path
from simulator.core.values import changed
from simulator.debrief.evidence import Evidence
from simulator.landscape.observations import Shown
from simulator.landscape.observe import observe


def asked_for(evidence: Evidence) -> tuple[DocumentAsked, ...]:
    """Return the caseworker's requests for documents, in order."""
    return tuple(e for e in evidence.all(DocumentAsked) if e.by == "player")


def needlessly(evidence: Evidence) -> tuple[DocumentAsked, ...]:
    """Return those for what the role could look up, where no source was of another mind.

    That is so where each fact the case needs of the document was shown, at that minute, by a system
    that the case gives the role a legal basis to open, and all of these and all that had been seen
    or said showed the same.
    """
    return tuple(asked for asked in asked_for(evidence) if _needless(evidence, asked))


def _needless(evidence: Evidence, asked: DocumentAsked) -> bool:
    day = changed(evidence.before[asked.seq], minute=asked.minute)
    case = day.cases[asked.case or ""]
    needed = {need.path for need in day.case_type(case).needs}
    paths = day.opening.documents[asked.document].shown_of(needed, asked.relation)
    return bool(paths) and all(_alike(day, case, path) for path in paths)


def _alike(day: Day, case: Case, path: str) -> bool:
    can_be_opened = {*_shown(day, case, path)}
    met = {seen.value for seen in case.seen if seen.path == path and seen.state == "shown"}
    return bool(can_be_opened) and len(can_be_opened | met) == 1


def _shown(day: Day, case: Case, path: str) -> Iterator[Value | None]:
    """Yield what each system shows of a fact that has it on a page and may be opened."""
    role, subject, fact = day.opening.role, subject_of(day, case, path), split_path(path)[1]
    kind, world = day.case_type(case), changed(day.world, town=judged_by(day, case))
    for system in day.opening.landscape.systems.values() if subject else ():
        on_a_page = any(fact == field.fact for page in system.pages for field in page.fields)
        if on_a_page and kind.basis_in(system.id, role) is not None:
            seen = observe(world, system.id, fact, subject, day.now, role)
            if isinstance(seen, Shown):
                yield seen.value
