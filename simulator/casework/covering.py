"""What the caseworker's role sees of what systems hold: hidden, covered, or covered and asked for.

Automation builds on the value itself; the desk, and the letter as it is read there, keep it covered
until somebody asks. One rule holds for pages, for filled facts, for lists of hits and for letters.
"""

from collections.abc import Iterator

from simulator.casework.automation import seen_from
from simulator.casework.day import Case, Day
from simulator.casework.events.base import Seen
from simulator.core.facts import Fact, split_path
from simulator.landscape.observe import observe
from simulator.landscape.protecting import covered
from simulator.landscape.systems import System


def as_shown(day: Day, system: System, path: str, subject: str) -> Seen:
    """Return what a system shows the caseworker's role now, whether or not it is kept covered."""
    fact = split_path(path)[1]
    shown = observe(day.world, system.id, fact, subject, day.now, day.opening.role)
    return seen_from(path, subject, system.id, shown, system.shows_age, day.now)


def for_role(day: Day, one: Seen, about: str, through: str = "") -> Seen:
    """Return a sight as the caseworker's role sees it in its system.

    ``about`` is whom the page, the case or the hit is about. ``through`` is the fact that names
    whom or what the sight is of; without it, the relation of the path does.
    """
    system = day.opening.landscape.systems.get(one.source)
    if system is None:
        return one
    at = day.now if one.at is None else one.at
    if not system.may_see(day.opening.role, split_path(one.path)[1]):
        return Seen(one.path, one.subject, one.source, system.hides_as, at=one.at)
    kept = _kept(day, one, about, through) if one.state == "shown" else ()
    if any(covered(day.world, system, fact, subject, at) for fact, subject in kept):
        return Seen(one.path, one.subject, one.source, "protected", at=one.at)
    return one


def _kept(day: Day, one: Seen, about: str, through: str) -> Iterator[tuple[Fact, str]]:
    """Give the facts, each with its subject, that keep a sight covered where they are covered.

    The address of a dwelling tells where somebody lives, as much as their own address does.
    """
    facts, (relation, id_) = day.opening.facts, split_path(one.path)
    yield facts[id_], one.subject
    named_by = through or day.opening.relations.get(relation, "")
    if named_by and facts[id_].type == "address" and one.subject != about:
        yield facts[named_by], about


def as_known(day: Day, case: Case, one: Seen) -> Seen:
    """Return a sight of a case as the desk may show it: covered unless it has been asked for."""
    asked = (revealed.place for revealed in case.revealed)
    return one if one.place in asked else for_role(day, one, case.party)
