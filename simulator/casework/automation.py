"""What automation does in each function at each level, from what systems show.

| | 1 presents | 2 points out | 3 suggests | 4 does |
|---|---|---|---|---|
| find | fills from its copies | and says what is missing | picks where copies differ | takes |
| hear | facts the party may not know | puts hearing on the list | drafts it | sends it |
| calculate | rates | the steps with blanks | a result | the result stands |
| weigh | earlier like cases | what the law names | ticks, proposes | the scale decides |
| write | text blocks | the duties of the letter | composes | sends |
| pay | account and amount | checks | readies | releases |

It never sees the truth. It is handed ``shows``, which asks a system what it shows.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType

from simulator.casework.case_types import Answer, CaseType, Need
from simulator.casework.events.base import Seen
from simulator.casework.letters import PARTS
from simulator.core.clock import Moment
from simulator.core.facts import Value, split_path
from simulator.landscape.observations import Down, Hidden, Missing, Observation, Shown

Shows = Callable[[str, str, str], Observation]
"""(system, fact, subject) -> what it shows now."""


def seen_from(
    path: str, subject: str, system: str, shown: Observation, dated: bool, at: Moment
) -> Seen:
    """Return an observation as a field somebody has seen at a moment."""
    if isinstance(shown, Shown):
        known = shown.value, shown.as_of, shown.since
        return Seen(path, subject, system, "shown", *known, dated=dated, at=at)
    return Seen(path, subject, system, _STATES[type(shown)], at=at)


_STATES = {Missing: "missing", Hidden: "hidden", Down: "down"}


def gather(
    case_type: CaseType,
    party: str,
    shows: Shows,
    dated: Callable[[str], bool],
    level: int,
    at: Moment,
    relations: Mapping[str, str],
    said: Mapping[str, Seen] = MappingProxyType({}),
) -> tuple[Seen, ...]:
    """Fill in the facts from the copies the case type is wired to, as they are at a moment.

    What the party said with the case comes from the form. From level 3 only one value a fact is
    left: what the party said, or that of the first system that shows one.
    """
    shows = cache(shows)  # whom a relation names is asked again for every need of theirs
    found: list[Seen] = []
    for need in case_type.needs:
        relation, fact = split_path(need.path)
        names = relations[relation] if relation else ""
        subject = _related(case_type, need, names, party, shows, said) if names else party
        if need.path in said:
            found.append(said[need.path])
        if not subject or (level >= 3 and need.path in said):
            continue
        fields = [
            seen_from(need.path, subject, system, shows(system, fact, subject), dated(system), at)
            for system in need.wired
        ]
        found.extend(_picked(fields) if level >= 3 else fields)
    return tuple(found)


def told(case_type: CaseType, seen: Iterable[Seen]) -> Mapping[str, Seen]:
    """Return what the party has said of what a case of this type comes with, by path."""
    wanted = {need.path for need in case_type.needs if need.told}
    said = (one for one in seen if one.source == "citizen" and one.state == "shown")
    return {one.path: one for one in said if one.path in wanted}


def _related(
    case_type: CaseType,
    need: Need,
    names: str,
    party: str,
    shows: Shows,
    said: Mapping[str, Seen],
) -> str:
    """Return whom or what the party or the wired systems name as related; empty: none does."""
    if names in said:
        return str(said[names].value)
    wired = (one.wired for one in case_type.needs if one.path == names)
    for system in (*chain.from_iterable(wired), *need.wired):
        shown = shows(system, names, party)
        if isinstance(shown, Shown):
            return str(shown.value)
    return ""


def _picked(fields: list[Seen]) -> list[Seen]:
    return [one for one in fields if one.state == "shown"][:1] or fields[:1]


def missing(case_type: CaseType, seen: Iterable[Seen]) -> tuple[str, ...]:
    """Return the needed facts that nobody has shown."""
    there = {one.path for one in seen if one.state == "shown"}
    return tuple(n.path for n in case_type.needs if not n.optional and n.path not in there)


def to_be_heard(case_type: CaseType, basis: Iterable[Seen]) -> tuple[str, ...]:
    """Return the facts the party may not know that we have: needed ones not told by the party."""
    hear = {need.path for need in case_type.needs if need.hear}
    return tuple(one.path for one in basis if one.path in hear and one.source != "citizen")


def values_of(basis: Iterable[Seen]) -> Callable[[str], Value | None]:
    """Return a look-up over a basis, for the rule."""
    known = {one.path: one.value for one in basis if one.state == "shown"}
    return known.get


def composed_parts(kind: CaseType, answer: Answer) -> tuple[tuple[str, str], ...]:
    """Return the parts automation puts in a letter, each as its template.

    It fills what the letter owes; what whoever built it forgot, it leaves out.
    """
    filled = kind.owed(answer, "person") - {*kind.duties.forgotten}
    return tuple((part, "template" if part in filled else "absent") for part in PARTS)
