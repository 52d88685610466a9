"""Checking in which systems case types give a legal basis to look."""

from collections.abc import Iterable, Mapping

from simulator.casework.case_types import CaseType
from simulator.landscape.systems import System
from simulator.scenario.resolving.legal_sources import check_dates
from simulator.scenario.resolving.source import Source


def check_rights(source: Source, made: CaseType, systems: Mapping[str, System]) -> None:
    """Check the rights of a case type, and that its automation has those it makes use of."""
    here = source.items.at("case-types", made.id)
    for n, right in enumerate(made.rights):
        there = here.at("rights", n)
        there.text(right.basis, "", "basis")
        there.text(right.source, "", "source")
        for m, system in enumerate(right.systems):
            there.one_of(system, source.library.systems, "systems", m)
        for m, role in enumerate(right.roles):
            there.one_of(role, _roles(source), "roles", m)
        check_dates(source, there, f"{made.id}, {right.basis.da}", right)
    for n, need in enumerate(made.needs):
        for m, system in enumerate(need.wired):
            asks = system in systems and systems[system].asks_basis != "never"
            if asks and not made.basis_in(system, source.scenario.role):
                taken = {"found": made.id, "fact": need.path, "system": system}
                here.wrong("P0333", "needs", n, "wired", m, **taken)


def note_unopened(source: Source, kinds: Iterable[CaseType], systems: Mapping[str, System]) -> None:
    """Note the systems of the day that no case type knows of, and that want a legal basis."""
    role, used = source.scenario.role, tuple(kinds)
    types = source.library.case_types.values()
    known = {id_ for shape in types for right in shape.rights for id_ in right.systems}
    for n, id_ in enumerate(source.scenario.landscape.use):
        system = systems.get(id_)
        if system is None or system.asks_basis == "never" or system.empty_basis or id_ in known:
            continue
        if used and not any(kind.basis_in(id_, role) for kind in used):
            source.file.wrong("P0916", "landscape", "use", n, found=id_)


def _roles(source: Source) -> tuple[str, ...]:
    """Return the roles there are: the one that is played, and those facts are hidden from."""
    systems = (shape.made(id=id_) for id_, shape in source.library.systems.items())
    hidden_from = (role for system in systems for role in system.hidden or ())
    return tuple(dict.fromkeys((source.scenario.role, *hidden_from)))
