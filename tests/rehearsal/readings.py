"""What a sweep is handed in tests to read its days with: the debrief's time account and causes."""

from collections.abc import Sequence

from simulator.debrief.evidence import Evidence, evidence_of
from simulator.debrief.time_account import Account, time_account
from simulator.debrief.trial import Finding
from simulator.rehearsal.readings import Readings


def rows(evidence: Evidence) -> Sequence[Account]:
    """The rows of the time account."""
    return time_account(evidence).rows


def wrong(evidence: Evidence) -> Sequence[Finding]:
    """What was suggested and decided wrongly, with its causes."""
    return evidence.findings


BY_DEBRIEF = Readings(evidence_of, rows, wrong)
