"""What was paid too much and too little, case by case, and what nobody released: never netted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.casework.actions.found_later import once, overpaid
from simulator.casework.payments import is_once, unreleased
from simulator.core.texts import Measure, Phrase
from simulator.debrief.evidence import Evidence


@dataclass(frozen=True)
class Amount:
    """A sum that is not what the rule gives on what was true of somebody, or is not on its way."""

    case: str
    what: Literal["more", "less", "unreleased"]
    sum: int
    """In øre, a month or once: how much more or less it is; or what is granted and not released."""
    once: bool
    event: int
    """The number of the decision."""

    @property
    def said(self) -> Phrase:
        """The sum with what it is, as a phrase."""
        often = "-once" if self.once else ""
        return Phrase(f"debrief.time.{self.what}{often}", {"sum": Measure(self.sum, "kr")})


def amounts(evidence: Evidence) -> tuple[Amount, ...]:
    """Return these sums by case as they arrived; none in a day's midst.

    They are the sums as the day and its weeks left them; what a complaint changed later is told
    where it happens. A case that was taken up again and left open is as its last answer left it.
    """
    if not evidence.over:
        return ()
    return tuple(amount for case in evidence.cases for amount in _amounts(evidence, case))


def _amounts(evidence: Evidence, case_id: str) -> Iterator[Amount]:
    day, case = evidence.day, evidence.day.cases[case_id].standing
    outcome = day.outcome(case)
    if outcome is None or outcome.pending or case.letter is None or case.decided_at is None:
        return
    if more := overpaid(day, case):
        what: Literal["more", "less"] = "more" if more > 0 else "less"
        yield Amount(case_id, what, abs(more), once(day, case), case.decided_at)
    if lies := unreleased(day, case):
        yield Amount(case_id, "unreleased", lies, is_once(day, case), case.decided_at)
