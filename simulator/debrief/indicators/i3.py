"""I3, heard while it could matter: whether the party was heard before an adverse decision.

Speaks of decisions against the citizen on facts the case type says the party is to be heard about,
for they may not know that these are part of this very case, even where they gave them elsewhere. A
fact counts also where the decision in the end rests on what the party answered when heard; what
they said in the case without a hearing does not, nor do facts that the answer did not hang on,
for others settled it. A hearing counts that was sent before the decision was made; it was waited
for where the party had answered, or the last day of its time limit was over. What an answer would
have changed is not known.
"""

from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.hearing import ANSWERS, Answered, HearingSent
from simulator.casework.heard import to_be_heard_first, waited_for
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import of_the_day
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    adverse = [
        decision
        for decision in evidence.all(DecisionMade)
        if evidence.adverse(decision, decision.answer)
    ]
    if not adverse:
        return Silence("no-occasion")
    resting = [decision for decision in adverse if _unknown(evidence, decision)]
    if not resting:
        return Silence("no-ground")
    heard = {decision.seq: sent for decision in resting if (sent := _heard(evidence, decision))}
    hearings = (hearing for sent in heard.values() for hearing in sent)
    cited = [event.seq for event in (*resting, *hearings)]
    waited = {
        decision.seq: answers
        for decision in resting
        if (answers := _waited(evidence, decision)) is not None
    }
    cited += [answer for answers in waited.values() for answer in answers]
    counts = {"n": len(resting), "a": len(heard), "b": len(waited)}
    say = "" if heard else "debrief.said.i3-none"
    well = len(waited) == len(resting)
    return [of_the_day(evidence, "I3", counts, len(resting), cited, well, say)]


def _heard(evidence: Evidence, decision: DecisionMade) -> tuple[HearingSent, ...]:
    """Return the hearings that were sent before a decision in its case."""
    sent = evidence.all(HearingSent, decision.case)
    return tuple(hearing for hearing in sent if hearing.seq < decision.seq)


def _waited(evidence: Evidence, decision: DecisionMade) -> tuple[int, ...] | None:
    """Return the answers that were waited for; ``None`` if there was no hearing, or no waiting."""
    answers: list[Answered] = []
    for kind in ANSWERS:
        answers.extend(evidence.all(kind, decision.case))
    return waited_for(decision, _heard(evidence, decision), answers)


def _unknown(evidence: Evidence, decision: DecisionMade) -> bool:
    """Return whether a decision hangs on facts the party may not know are part of the case."""
    opening, heard = evidence.day.opening, _heard(evidence, decision)
    return to_be_heard_first(opening, evidence.kind(decision), decision, heard)
