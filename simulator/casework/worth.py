"""How much an answer gives its party, so that two of them can be compared."""

from simulator.casework.case_types import OUTCOME_KINDS, Answer
from simulator.casework.day import Case, Day
from simulator.casework.rules import Look

Worth = tuple[int, int, int]
"""What kind of answer it is, then what it pays (in øre), then its figure: more is better."""


def worth(day: Day, case: Case, answer: Answer | None, look: Look) -> Worth:
    """Return what an answer gives on what ``look`` shows; no answer gives less than any."""
    if answer is None:
        return (-1, 0, 0)
    kind = day.case_type(case).outcome(answer.outcome).kind
    pays = day.rule(case).pays(answer.outcome, look)
    return OUTCOME_KINDS.index(kind), pays, answer.figure or 0
