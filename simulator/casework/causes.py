"""Why an answer parts from what the truth would have given: computed, never written in.

For each fact of the basis whose shown value differs from the truth, the first place on its route
where they part. Facts that hold leave the rule. Only the debrief shows causes.
"""

from collections.abc import Iterable

from simulator.casework.day import Case, Day
from simulator.casework.events.base import Answer, Seen
from simulator.core.facts import Value, split_path
from simulator.landscape.parting import parting


def truth_of(day: Day, case: Case, path: str) -> Value | None:
    """Return what is true of a party or the party's partner today."""
    who, fact = split_path(path)
    town, today = day.world.town, day.opening.date
    subject: Value | None = case.party
    if who == "partner":
        subject = town.truth("family.partner", case.party, today)
    return town.truth(fact, str(subject), today) if subject else None


def true_answer(day: Day, case: Case) -> Answer | None:
    """Return what the rule gives over the truth."""
    rule = day.opening.rules[case.arrival.type]
    return rule.answer(lambda path: truth_of(day, case, path))


def causes(day: Day, case: Case, answer: Answer | None, basis: Iterable[Seen]) -> tuple[str, ...]:
    """Return what made an answer part from the true one; nothing if it does not."""
    if answer == true_answer(day, case):
        return ()
    found: list[str] = []
    for one in basis:
        if one.source in day.opening.landscape.systems and _differs(day, case, one):
            _, fact = split_path(one.path)
            place = parting(day.world, one.source, fact, one.subject, day.now)
            if place and place.cause not in found:
                found.append(place.cause)
    kind = day.case_type(case)
    return tuple(found) or (f"rule:{kind.id}@{kind.rule_year}",)


def _differs(day: Day, case: Case, one: Seen) -> bool:
    return (one.value if one.state == "shown" else None) != truth_of(day, case, one.path)
