"""Why an answer parts from what the truth would have given: computed, never written in.

For each fact of the basis whose shown value differs from the truth, the first place on its route
where they part, or whoever said it. Facts that hold leave the rule. Only the debrief shows causes.
"""

from collections.abc import Iterable, Iterator

from simulator.casework.automation import values_of
from simulator.casework.case_types import CaseType
from simulator.casework.day import Case, Day
from simulator.casework.events.base import Answer, Seen
from simulator.core.agenda import Cause
from simulator.core.facts import Value, split_path
from simulator.core.values import changed
from simulator.landscape.parting import parting
from simulator.town.town import Town


def subject_of(day: Day, case: Case, path: str) -> str:
    """Return whom or what a path is about: the party, or one related to it; empty: nobody."""
    return _town(day, case).about(day.opening.relations, path, case.party, day.opening.date)


def truth_of(day: Day, case: Case, path: str) -> Value | None:
    """Return what is true at a path of a party's today, or was when the case was decided."""
    return _town(day, case).truth_of(day.opening.relations, path, case.party, day.opening.date)


def _town(day: Day, case: Case) -> Town:
    return case.judged_by or day.world.town


def true_answer(day: Day, case: Case) -> Answer | None:
    """Return what the rule gives over the truth."""
    rule = day.opening.rules[case.arrival.type]
    return rule.answer(lambda path: truth_of(day, case, path))


def stands(day: Day, case: Case, answer: Answer | None) -> bool:
    """Say whether an answer is what the truth gives, or one there can be good reasons for."""
    rule = day.opening.rules[case.arrival.type]
    return answer == true_answer(day, case) or answer in rule.defensible(
        lambda path: truth_of(day, case, path)
    )


def causes(day: Day, case: Case, answer: Answer | None, basis: Iterable[Seen]) -> tuple[Cause, ...]:
    """Return what made an answer part from the true one; nothing if it stands.

    Where a person's own result was carried on, it is the event with that result. Where every fact
    holds it is the order of the automation, if that left the party unheard, or else the rule.
    """
    if stands(day, case, answer):
        return ()
    built_on = tuple(basis)
    if case.result_at is not None and answer == case.result != _by_rule(day, case, built_on):
        return (case.result_at,)
    sights = (*built_on, *_lacking(day, case, built_on))
    found = (_cause(day, case, one) for one in sights)
    kind = day.case_type(case)
    unheard = case.hearing is None and _hears_too_late(kind)
    otherwise = f"order:{kind.id}" if unheard else f"rule:{kind.id}@{kind.rule_year}"
    ruled = (otherwise,) if _scale_alone(day, case, answer, built_on) else ()
    return tuple(dict.fromkeys(one for one in (*found, *ruled) if one)) or (otherwise,)


def _scale_alone(day: Day, case: Case, answer: Answer | None, basis: tuple[Seen, ...]) -> bool:
    """Say whether the internal scale gave the answer, and would be wrong on true facts too."""
    rule = day.opening.rules[case.arrival.type]
    scaled = rule.by_scale(lambda path: truth_of(day, case, path))
    return (
        day.case_type(case).scaled
        and answer == rule.by_scale(values_of(basis))
        and not stands(day, case, scaled)
    )


def _by_rule(day: Day, case: Case, basis: tuple[Seen, ...]) -> Answer | None:
    return day.opening.rules[case.arrival.type].answer(values_of(basis))


def _lacking(day: Day, case: Case, basis: tuple[Seen, ...]) -> Iterator[Seen]:
    """Give what a basis has nothing of, as the first system wired to it should have shown it."""
    there = {one.path for one in basis}
    for need in day.case_type(case).needs:
        subject = subject_of(day, case, need.path)
        if need.path not in there and need.wired and subject:
            yield Seen(need.path, subject, need.wired[0], "missing")


def _cause(day: Day, case: Case, one: Seen) -> str:
    """Return the first place on a sight's route that parts from the truth; empty if none does."""
    shown = one.value if one.state == "shown" else None
    if shown == truth_of(day, case, one.path):
        return ""
    if one.source == "citizen":
        return f"citizen:{case.party}" if one.state == "shown" else ""
    world = changed(day.world, town=_town(day, case))
    place = parting(world, one.source, split_path(one.path)[1], one.subject, one.at or day.now)
    return place.cause if place else ""


def _hears_too_late(kind: CaseType) -> bool:
    order = kind.order
    return "hear" in order and order.index("hear") > order.index(kind.deciding)
