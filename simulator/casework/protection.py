"""Protection: which values the caseworker's role may see, and which stay covered until asked for.

Automation builds on the value itself; the desk, and the letter as it is read there, keep it covered
until somebody asks. One rule holds for pages, for filled facts, for lists of hits and for letters.
"""

from collections.abc import Iterable, Iterator, Mapping

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
        return seen.without_value(system.hides_as)
    facts = _facts_told(day, seen, about, through) if seen.state == "shown" else ()
    if any(covered(day.world, system, fact, subject, at) for fact, subject in facts):
        return seen.without_value("protected")
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
    return seen if _was_revealed(case, seen) else mask(day, seen, case.party)


def masked_in_letter(day: Day, case: Case, sights: Iterable[Seen]) -> Mapping[Seen, Seen]:
    """Return facts that a letter to the party could tell, each with what it may show of it.

    Where one address of theirs is covered, none of the others is told either, though the system
    they were seen in does not guard them.
    """
    masked = {seen: mask_unless_revealed(day, case, seen) for seen in sights}
    if all(seen.state != "protected" for seen in masked.values()):
        return masked
    return {
        seen: shown.without_value("protected") if _tells_home(day, case, shown) else shown
        for seen, shown in masked.items()
    }


def _tells_home(day: Day, case: Case, seen: Seen) -> bool:
    """Return whether a fact shows where somebody lives, and was not asked for."""
    facts, (relation, id_) = day.opening.facts, split_path(seen.path)
    named_by = facts[day.opening.relations[relation] if relation else id_]
    is_home = facts[id_].type in ("address", "dwelling") and named_by.sensitivity == "protected"
    return is_home and seen.state == "shown" and not _was_revealed(case, seen)


def _was_revealed(case: Case, seen: Seen) -> bool:
    return any(seen.place == revealed.place for revealed in case.revealed)
