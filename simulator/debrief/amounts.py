"""What was paid too much and too little, case by case: beside the minutes, and never netted."""

from dataclasses import dataclass

from simulator.casework.actions.found_later import overpaid
from simulator.core.texts import Measure, Phrase
from simulator.debrief.evidence import Evidence


@dataclass(frozen=True)
class Amount:
    """A sum that is not what the rule gives on what was true of somebody."""

    case: str
    more: int
    """How much more it is, in øre a month or once; below 0 where it is less."""
    once: bool
    event: int
    """The number of the decision."""

    @property
    def said(self) -> Phrase:
        """How far the sum is from the right one, as a phrase."""
        which = "more" if self.more > 0 else "less"
        often = "-once" if self.once else ""
        return Phrase(f"debrief.time.{which}{often}", {"sum": Measure(abs(self.more), "kr")})


def amounts(evidence: Evidence) -> tuple[Amount, ...]:
    """Return the sums that are not the right ones, by case as they arrived; none in a day's midst.

    They are the sums as the day and its weeks left them; what a complaint changed later is told
    where it happens.
    """
    if not evidence.over:
        return ()
    return tuple(amount for case in evidence.cases if (amount := _amount(evidence, case)))


def _amount(evidence: Evidence, case_id: str) -> Amount | None:
    day, case = evidence.day, evidence.day.cases[case_id]
    outcome = day.outcome(case)
    if outcome is None or case.letter is None or case.decided_at is None:
        return None
    more = overpaid(day, case)
    return Amount(case_id, more, outcome.once, case.decided_at) if more else None
