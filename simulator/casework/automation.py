"""What automation does in each function at each level, on the values that systems show.

| | 1 presents | 2 points out | 3 suggests | 4 does |
|---|---|---|---|---|
| find | fills from its copies | and says what is missing | picks where copies differ | takes |
| hear | facts the party may not know | puts hearing on the list | drafts it | sends it |
| calculate | rates | the steps with blanks | a result | the result stands |
| weigh | earlier like cases | what the law names | ticks, proposes | the scale decides |
| write | text blocks | the duties of the letter | composes | sends |
| pay | account and amount | checks | readies | releases |

It never sees the truth. It is handed ``shows``, with which it asks a system for a value.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from simulator.casework.case_types import SUGGESTING, Answer, CaseType, Need
from simulator.casework.letters import PARTS
from simulator.casework.picking import Order
from simulator.casework.rules import Rule
from simulator.casework.sights import CITIZEN, Seen
from simulator.casework.vocabulary import SightState
from simulator.core.clock import Moment
from simulator.core.facts import LARGEST, Fact, Value, split_path
from simulator.landscape.observations import Down, Hidden, Missing, Observation, Shown

Shows = Callable[[str, str, str], Observation]
"""Called with (system, fact, subject): what the system shows now."""


def seen_from(
    path: str, subject: str, system: str, shown: Observation, dated: bool, at: Moment
) -> Seen:
    """Return what a system shows as something seen at a moment; ``dated``: with its date."""
    if isinstance(shown, Shown):
        value = shown.value, shown.as_of, shown.since
        return Seen(path, subject, system, "shown", *value, dated=dated, at=at)
    return Seen(path, subject, system, _STATES[type(shown)], at=at)


_STATES: Mapping[type[Observation], SightState] = {
    Missing: "missing",
    Hidden: "hidden",
    Down: "down",
}


@dataclass(frozen=True)
class Gathered:
    """What automation found of the facts a case needs."""

    fields: tuple[Seen, ...]
    left: tuple[Seen, ...] = ()
    """From level 3: other values of a fact than the one it picked, by other sources."""


def gather(
    case_type: CaseType,
    party: str,
    shows: Shows,
    dated: Callable[[str], bool],
    level: int,
    at: Moment,
    relations: Mapping[str, str],
    laid: Collection[Seen],
    order: Order,
) -> Gathered:
    """Return the facts a case type needs, from the systems it is wired to, as they are at ``at``.

    ``laid`` is what people have said and documents shown. From level 3 each fact has one value: of
    what the systems show and what is laid on the case, the first in the declared order. Below, it
    has all that the systems show, and what the party said with the case.
    """
    shows = cache(shows)  # whom a relation names is asked again for every need of theirs
    from_party = told_by_party(case_type, laid)
    gathered: list[Seen] = []
    left: list[Seen] = []
    for need in case_type.needs:
        relation, fact = split_path(need.path)
        names = relations[relation] if relation else ""
        subject = _related(case_type, need, names, party, shows, from_party) if names else party
        systems = need.wired if subject else ()
        fields = [
            seen_from(need.path, subject, system, shows(system, fact, subject), dated(system), at)
            for system in systems
        ]
        if level < SUGGESTING:
            told = [from_party[need.path]] if need.path in from_party else []
            gathered.extend((*told, *fields))
            continue
        here = [seen for seen in laid if seen.path == need.path and subject in ("", seen.subject)]
        sights = [*fields, *here]
        picked = order.first(sights)
        gathered.extend([picked] if picked else sights[:1])
        shown = (seen for seen in sights if picked and seen.state == "shown")
        left.extend(seen for seen in shown if picked and seen.value != picked.value)
    return Gathered(tuple(gathered), tuple(left))


def told_by_party(case_type: CaseType, seen: Iterable[Seen]) -> Mapping[str, Seen]:
    """Return what the party has said of the facts a case of this type comes with, by path."""
    paths = {need.path for need in case_type.needs if need.told}
    return {
        field.path: field
        for field in seen
        if field.source == CITIZEN and field.state == "shown" and field.path in paths
    }


def _related(
    case_type: CaseType,
    need: Need,
    names: str,
    party: str,
    shows: Shows,
    from_party: Mapping[str, Seen],
) -> str:
    """Return the id of whom the party or a wired system names as related, or ``""``."""
    if names in from_party:
        return str(from_party[names].value)
    wired = (other.wired for other in case_type.needs if other.path == names)
    for system in (*chain.from_iterable(wired), *need.wired):
        shown = shows(system, names, party)
        if isinstance(shown, Shown):
            return str(shown.value)
    return ""


def missing(case_type: CaseType, seen: Iterable[Seen]) -> tuple[str, ...]:
    """Return the paths of the needed facts of which no value has been shown."""
    shown = {field.path for field in seen if field.state == "shown"}
    return tuple(n.path for n in case_type.needs if not n.optional and n.path not in shown)


def to_be_heard(case_type: CaseType, basis: Iterable[Seen]) -> tuple[str, ...]:
    """Return the paths the party is to be heard about: they may not know that we have the facts."""
    hear = {need.path for need in case_type.needs if need.hear}
    return tuple(field.path for field in basis if field.path in hear and not field.from_party)


def hangs_on(
    rule: Rule,
    basis: Iterable[Seen],
    paths: Iterable[str],
    facts: Mapping[str, Fact],
    *,
    scale: bool = False,
) -> bool:
    """Return whether the answer on a basis, by the rule or by the scale, hangs on facts at paths.

    It does where other values of theirs would give another: tried are the smallest and the largest
    of a number, each code, both of a yes and a no, and ``None`` where it need not be known.
    """
    optional = {need.path for need in rule.case_type.needs if need.optional}
    others = {
        path: (*_could_be(facts[split_path(path)[1]]), *((None,) if path in optional else ()))
        for path in paths
    }
    return rule.could_be_another(values_of(basis), others, scale=scale)


def _could_be(fact: Fact) -> tuple[Value, ...]:
    """Return values that a fact could have."""
    if fact.codes is not None:
        return tuple(fact.codes)
    return (0, LARGEST[fact.type]) if fact.type in LARGEST else (False, True)


def values_of(basis: Iterable[Seen]) -> Callable[[str], Value | None]:
    """Return how a rule looks up the values of a basis: by path, None where it has none."""
    values = {field.path: field.value for field in basis if field.state == "shown"}
    return values.get


def composed_parts(
    case_type: CaseType, answer: Answer, decided_by: str
) -> tuple[tuple[str, str], ...]:
    """Return how automation composes a letter: (part, ``template`` or ``absent``) for every part.

    It puts in what the letter owes, but for what its makers forgot. ``decided_by`` is as in
    ``Case``.
    """
    duties = case_type.duties
    parts = (case_type.owed(answer, decided_by) - {*duties.forgotten}) | {*duties.besides}
    return tuple((part, "template" if part in parts else "absent") for part in PARTS)
