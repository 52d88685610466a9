"""Protection: which values the caseworker's role may see, and which stay covered until asked for.

Automation builds on the value itself; the desk, and the letter as it is read there, keep it covered
until somebody asks. One rule holds for pages, for filled facts, for lists of hits and for letters.
"""

from collections.abc import Iterator

from simulator.casework.automation import seen_from
from simulator.casework.day import Case, Day
from simulator.casework.sights import Seen
from simulator.core.facts import Fact, split_path
from simulator.landscape.observe import observe
from simulator.landscape.protecting import covered
from simulator.landscape.systems import System


def shown_to_role(day: Day, system: System, path: str, subject: str) -> Seen:
    """Return what a system shows the caseworker's role now; what it keeps covered, uncovered."""
    fact = split_path(path)[1]
    shown = observe(day.world, system.id, fact, subject, day.now, day.opening.role)
    return seen_from(path, subject, system.id, shown, system.shows_age, day.now)


def mask(day: Day, seen: Seen, about: str, through: str = "") -> Seen:
    """Return a value as its system lets the caseworker's role see it: hidden, covered or as it is.

    ``about`` is the citizen whom the page, the case or the hit is about. ``through`` is the fact
    that names whose value it is, where the relation in its path does not.
    """
    system = day.opening.landscape.systems.get(seen.source)
    if system is None:
        return seen
    at = day.now if seen.at is None else seen.at
    if not system.may_see(day.opening.role, split_path(seen.path)[1]):
        return Seen(seen.path, seen.subject, seen.source, system.hides_as, at=seen.at)
    facts = _facts_told(day, seen, about, through) if seen.state == "shown" else ()
    if any(covered(day.world, system, fact, subject, at) for fact, subject in facts):
        return Seen(seen.path, seen.subject, seen.source, "protected", at=seen.at)
    return seen


def _facts_told(day: Day, seen: Seen, about: str, through: str) -> Iterator[tuple[Fact, str]]:
    """Yield each fact that a value tells, with its subject: covered where one of them is.

    The address of a dwelling tells where somebody lives, as much as their own address does.
    """
    facts, (relation, id_) = day.opening.facts, split_path(seen.path)
    yield facts[id_], seen.subject
    named_by = through or day.opening.relations.get(relation, "")
    if named_by and facts[id_].type == "address" and seen.subject != about:
        yield facts[named_by], about


def mask_unless_revealed(day: Day, case: Case, seen: Seen) -> Seen:
    """Return a value of a case as the desk may show it: masked unless it has been asked for."""
    if case.revealed and seen.place in (revealed.place for revealed in case.revealed):
        return seen
    return mask(day, seen, case.party)
