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
from itertools import chain

from simulator.casework.case_types import CaseType, Need
from simulator.casework.events.base import Seen
from simulator.casework.letters import PARTS, REASONS
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
) -> tuple[Seen, ...]:
    """Fill in the facts from the copies the case type is wired to, as they are at a moment.

    From level 3 only one value a fact is left: that of the first system that shows one.
    """
    found: list[Seen] = []
    for need in case_type.needs:
        relation, fact = split_path(need.path)
        names = relations[relation] if relation else ""
        subject = _related(case_type, need, names, party, shows) if names else party
        if not subject:
            continue
        fields = [
            seen_from(need.path, subject, system, shows(system, fact, subject), dated(system), at)
            for system in need.wired
        ]
        found.extend(_picked(fields) if level >= 3 else fields)
    return tuple(found)


def _related(case_type: CaseType, need: Need, names: str, party: str, shows: Shows) -> str:
    """Return whom or what the wired systems name as related; empty: none does."""
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


def letter_parts(adverse: bool, pays: bool) -> tuple[tuple[str, str], ...]:
    """Return the parts automation puts in a letter, each as its template.

    It fills what the letter owes; that a machine decided, and whom to ring, it leaves out.
    """
    owed = {"rule", "facts", *(("amount",) if pays else ())}
    if adverse:
        owed |= {*REASONS, "complaint"}
    return tuple((part, "template" if part in owed else "absent") for part in PARTS)


def owed_parts(adverse: bool, decided_by: str) -> frozenset[str]:
    """Return the parts a letter of this kind owes: what level 2 marks.

    Who and what decided is owed where it was not a person alone.
    """
    owed = {"rule", "facts", "contact"}
    if adverse:
        owed |= {*REASONS, "complaint", "correct"}
    if decided_by != "person":
        owed.add("decided-by")
    return frozenset(owed)
