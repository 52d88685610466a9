"""I3, heard while it could matter: whether the party was heard before an adverse decision.

Speaks of decisions against the citizen on facts the case type says the party may not know we have.
A fact counts even where the decision in the end rests on what the party answered when heard. Heard
means that a hearing was sent before the decision was made; what an answer would have changed is not
known.
"""

from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.hearing import HearingSent
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import of_the_day
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    adverse = [one for one in evidence.all(DecisionMade) if evidence.adverse(one, one.answer)]
    if not adverse:
        return Silence("no-occasion")
    resting = [one for one in adverse if _unknown(evidence, one)]
    if not resting:
        return Silence("no-ground")
    heard = {one.seq: hearings for one in resting if (hearings := _heard(evidence, one))}
    cited = [one.seq for one in resting] + [one.seq for sent in heard.values() for one in sent]
    counts = {"n": len(resting), "a": len(heard)}
    return [of_the_day(evidence, "I3", counts, len(resting), cited, len(heard) == len(resting))]


def _heard(evidence: Evidence, decision: DecisionMade) -> tuple[HearingSent, ...]:
    """Return the hearings that were sent before a decision in its case."""
    sent = evidence.all(HearingSent, decision.case)
    return tuple(one for one in sent if one.seq < decision.seq)


def _unknown(evidence: Evidence, decision: DecisionMade) -> bool:
    """Say whether a decision rests on a fact the party may not have known that we had."""
    hear = {need.path for need in evidence.kind(decision).needs if need.hear}
    asked = {path for one in _heard(evidence, decision) for path in one.facts}
    return any(
        one.path in hear and (one.source != "citizen" or one.path in asked)
        for one in decision.relied_on
    )
