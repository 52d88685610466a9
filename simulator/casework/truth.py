"""The truth an answer is measured by: what could be known at its minute.

Of a fact that holds for a month it is the newest month that has ended, or has been paid and
reported before it ended; of anything else it is what holds then, reported or not. Faces, habits and
automation are never handed it.
"""

from collections.abc import Iterable

from simulator.casework.automation import values_of
from simulator.casework.case_types import Answer
from simulator.casework.day import Case, Day
from simulator.casework.sights import Seen
from simulator.core.clock import Moment, day_of
from simulator.core.facts import Value, split_path
from simulator.town.spells import month_known, true_on
from simulator.town.town import Town


def subject_of(day: Day, case: Case, path: str) -> str:
    """Return the id of whom or what a path is about: the party or one related; "" for nobody."""
    return _town(day, case).about(day.opening.relations, path, case.party, day.opening.date)


def truth_of(day: Day, case: Case, path: str) -> Value | None:
    """Return the true value at a path: now, or for a decided case before it had its effects."""
    subject, fact = subject_of(day, case, path), split_path(path)[1]
    at = case.judged_at or day.now
    return true_value(day, _town(day, case), fact, subject, at) if subject else None


def true_value(day: Day, town: Town, fact: str, subject: str, at: Moment) -> Value | None:
    """Return what could be known of a fact of a subject at a moment, or None."""
    timeline = town.timeline(fact, subject)
    monthly = fact in day.opening.facts and day.opening.facts[fact].holds == "month"
    spell = month_known(timeline, at) if monthly else true_on(timeline, day_of(at))
    return spell.value if spell else None


def _town(day: Day, case: Case) -> Town:
    return case.judged_by or day.world.town


def true_answer(day: Day, case: Case) -> Answer | None:
    """Return the answer the rule gives on true facts; None where one it needs is not known."""
    return day.rule(case).answer(lambda path: truth_of(day, case, path))


def defensible(day: Day, case: Case) -> frozenset[Answer]:
    """Return the answers that can be well justified on true facts, the rule's among them."""
    return day.rule(case).defensible(lambda path: truth_of(day, case, path))


def stands(day: Day, case: Case, answer: Answer | None) -> bool:
    """Return whether an answer is the one the truth gives, or one that can be well justified."""
    if answer == true_answer(day, case):  # as most are; the others take longer to work out
        return True
    return answer in defensible(day, case)


def ruled(day: Day, case: Case, basis: Iterable[Seen]) -> Answer | None:
    """Return the answer the rule gives on what was seen."""
    return day.rule(case).answer(values_of(basis))
