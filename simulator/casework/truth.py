"""The truth an answer is measured by: what could be known at its minute.

Of a fact that holds for a month it is the newest month that has ended, or has been paid and
reported before it ended; of anything else it is what holds then, reported or not. Faces, habits and
automation are never handed it.
"""

from collections.abc import Iterable
from functools import cached_property

from simulator.casework.automation import values_of
from simulator.casework.case_types import Answer
from simulator.casework.day import Case, Day
from simulator.casework.sights import Seen
from simulator.core.clock import Moment, day_of
from simulator.core.facts import Value, split_path
from simulator.town.spells import Spell, month_known, true_on
from simulator.town.town import Town


def subject_of(day: Day, case: Case, path: str) -> str:
    """Return the id of whom or what a path is about: the party or one related; "" for nobody."""
    return judged_by(day, case).about(day.opening.relations, path, case.party, day.opening.date)


def truth_of(day: Day, case: Case, path: str) -> Value | None:
    """Return the true value at a path: now, or for a decided case before it had its effects."""
    subject, fact = subject_of(day, case, path), split_path(path)[1]
    at = case.judged_at or day.now
    return true_value(day, judged_by(day, case), fact, subject, at) if subject else None


def true_value(day: Day, town: Town, fact: str, subject: str, at: Moment) -> Value | None:
    """Return what could be known of a fact of a subject at a moment, or None."""
    spell = true_spell(day, town, fact, subject, at)
    return spell.value if spell else None


def true_spell(day: Day, town: Town, fact: str, subject: str, at: Moment) -> Spell | None:
    """Return the spell that is the truth of a fact of a subject at a moment, or None."""
    timeline = town.timeline(fact, subject)
    if is_monthly(day, fact):
        return month_known(timeline, at)
    return true_on(timeline, day_of(at))


def is_monthly(day: Day, fact: str) -> bool:
    """Return whether a fact holds for a month."""
    return fact in day.opening.facts and day.opening.facts[fact].holds == "month"


def judged_by(day: Day, case: Case) -> Town:
    """Return the town a case is measured by: before its decision had effects, if it is decided."""
    return case.judged_by or day.world.town


class Judged:
    """What could be known of the facts of a case at a minute, and the answers that stand on it."""

    def __init__(self, day: Day, case: Case) -> None:
        """Judge a case on the day as it is, or if it is decided, as it was then."""
        self._day, self._case, self._rule = day, case, day.rule(case)
        self._truths: dict[str, Value | None] = {}

    def truth(self, path: str) -> Value | None:
        """Return the true value at a path."""
        if path not in self._truths:
            self._truths[path] = truth_of(self._day, self._case, path)
        return self._truths[path]

    @cached_property
    def needed(self) -> tuple[Value | None, ...]:
        """The true values of all that its case type needs, in their order."""
        return tuple(self.truth(need.path) for need in self._rule.case_type.needs)

    @cached_property
    def true(self) -> Answer | None:
        """The answer the rule gives on true facts; None where one it needs is not known."""
        return self._rule.answer(self.truth)

    @cached_property
    def _defensible(self) -> frozenset[Answer]:
        return self._rule.defensible(self.truth)

    def stands(self, answer: Answer | None) -> bool:
        """Return whether an answer is the true one, or one that can be well justified."""
        return answer == self.true or answer in self._defensible  # the second takes longer


def true_answer(day: Day, case: Case) -> Answer | None:
    """Return the answer the rule gives on true facts; None where one it needs is not known."""
    return Judged(day, case).true


def stands(day: Day, case: Case, answer: Answer | None) -> bool:
    """Return whether an answer is the one the truth gives, or one that can be well justified."""
    return Judged(day, case).stands(answer)


def ruled(day: Day, case: Case, basis: Iterable[Seen]) -> Answer | None:
    """Return the answer the rule gives on what was seen."""
    return day.rule(case).answer(values_of(basis))
