"""Why an answer differs from the one the truth would have given: computed, never written in.

For each fact the answer was built on whose shown value is not true, the cause is the first place on
the value's route where it went wrong, or whoever said it. Where all facts are true, the cause is
the rule. Only the debrief shows causes.
"""

from collections.abc import Iterable, Iterator

from simulator.casework.automation import values_of
from simulator.casework.case_types import Answer, CaseType
from simulator.casework.day import Case, Day
from simulator.casework.sights import Seen
from simulator.core.causes import Cause, Thing, thing
from simulator.core.facts import Value, split_path
from simulator.core.values import changed
from simulator.landscape.parting import parting
from simulator.town.town import Town


def subject_of(day: Day, case: Case, path: str) -> str:
    """Return the id of whom or what a path is about: the party or one related; "" for nobody."""
    return _town(day, case).about(day.opening.relations, path, case.party, day.opening.date)


def truth_of(day: Day, case: Case, path: str) -> Value | None:
    """Return the true value at a path: today's, or the one when the case was decided."""
    return _town(day, case).truth_of(day.opening.relations, path, case.party, day.opening.date)


def _town(day: Day, case: Case) -> Town:
    return case.judged_by or day.world.town


def true_answer(day: Day, case: Case) -> Answer | None:
    """Return the answer the rule gives on true facts; None where one it needs is not known."""
    return day.rule(case).answer(lambda path: truth_of(day, case, path))


def stands(day: Day, case: Case, answer: Answer | None) -> bool:
    """Return whether an answer is the one the truth gives, or one that can be well justified."""
    if answer == true_answer(day, case):  # as most are; the others take longer to work out
        return True
    return answer in day.rule(case).defensible(lambda path: truth_of(day, case, path))


def causes(day: Day, case: Case, answer: Answer | None, basis: Iterable[Seen]) -> tuple[Cause, ...]:
    """Return what made an answer differ from the true one; ``()`` if it stands.

    Where a person's own result was carried on, the cause is the event with that result. Where every
    fact is true, it is the order of the automation if that left the party unheard, else the rule.
    """
    if stands(day, case, answer):
        return ()
    built_on = tuple(basis)
    if case.result_at is not None and answer == case.result != ruled(day, case, built_on):
        return (case.result_at,)
    facts = (*built_on, *_lacking(day, case, built_on))
    of_facts = (_cause(day, case, seen) for seen in facts)
    case_type = day.case_type(case)
    unheard = case.hearing is None and _hears_too_late(case_type)
    otherwise = case_type.as_order if unheard else case_type.as_rule
    of_rule = (otherwise,) if _scale_alone(day, case, answer, built_on) else ()
    wrong = dict.fromkeys(cause for cause in (*of_facts, *of_rule) if cause is not None)
    return tuple(wrong) or (otherwise,)


def _scale_alone(day: Day, case: Case, answer: Answer | None, basis: tuple[Seen, ...]) -> bool:
    """Return whether the internal scale gave the answer, and would be wrong on true facts too."""
    rule = day.rule(case)
    scaled = rule.by_scale(lambda path: truth_of(day, case, path))
    return (
        day.case_type(case).scaled
        and answer == rule.by_scale(values_of(basis))
        and not stands(day, case, scaled)
    )


def ruled(day: Day, case: Case, basis: tuple[Seen, ...]) -> Answer | None:
    """Return the answer the rule gives on what was seen."""
    return day.rule(case).answer(values_of(basis))


def _lacking(day: Day, case: Case, basis: tuple[Seen, ...]) -> Iterator[Seen]:
    """Yield each needed fact a basis lacks, as missing in the first system that should show it."""
    there = {seen.path for seen in basis}
    for need in day.case_type(case).needs:
        subject = subject_of(day, case, need.path)
        if need.path not in there and need.wired and subject:
            yield Seen(need.path, subject, need.wired[0], "missing")


def _cause(day: Day, case: Case, seen: Seen) -> Thing | None:
    """Return the first place on a value's route where it went wrong, or None if it did not."""
    shown = seen.value if seen.state == "shown" else None
    if shown == truth_of(day, case, seen.path):
        return None
    if seen.source == "citizen":
        return thing("citizen", case.party) if seen.state == "shown" else None
    world, fact = changed(day.world, town=_town(day, case)), split_path(seen.path)[1]
    place = parting(world, seen.source, fact, seen.subject, seen.at or day.now)
    return place.cause if place else None


def _hears_too_late(case_type: CaseType) -> bool:
    order = case_type.order
    return "hear" in order and order.index("hear") > order.index(case_type.deciding)
