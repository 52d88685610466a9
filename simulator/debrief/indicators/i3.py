"""I3, heard while it could matter: whether the party was heard before an adverse decision.

Speaks of decisions against the citizen on facts the case type says the party is to be heard about,
for they may not know that these are part of this very case, even where they gave them elsewhere. A
fact counts also where the decision in the end rests on what the party answered when heard; what
they said in the case without a hearing does not, nor do facts that the answer did not hang on,
for others settled it. A hearing counts that was sent before the decision was made; it was waited
for where the party had answered, or the last day of its time limit was over. What an answer would
have changed is not known.
"""

from collections.abc import Collection, Iterable

from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.hearing import ANSWERS, HearingSent
from simulator.casework.automation import hangs_on, values_of
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
        if (answers := _waited(evidence, decision, heard.get(decision.seq, ()))) is not None
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


def _waited(
    evidence: Evidence, decision: DecisionMade, sent: Iterable[HearingSent]
) -> tuple[int, ...] | None:
    """Return the answers to hearings before a decision, none where the time limit was over instead.

    ``None`` if a hearing was not waited for, or there was none.
    """
    answers = []
    for hearing in sent:
        replies = (r for kind in ANSWERS for r in evidence.all(kind, decision.case))
        reply = next((r.seq for r in replies if hearing.seq < r.seq < decision.seq), None)
        if reply is not None:
            answers.append(reply)
        elif evidence.date(decision) <= evidence.date(hearing) + hearing.days:
            return None
    return tuple(answers) if sent else None


def _unknown(evidence: Evidence, decision: DecisionMade) -> bool:
    """Return whether a decision hangs on facts the party may not know are part of the case."""
    hear = {need.path for need in evidence.kind(decision).needs if need.hear}
    asked = {path for hearing in _heard(evidence, decision) for path in hearing.facts}
    unknown = [
        seen.path
        for seen in decision.relied_on
        if seen.path in hear and (not seen.from_party or seen.path in asked)
    ]
    return bool(unknown) and _hangs_on(evidence, decision, unknown)


def _hangs_on(evidence: Evidence, decision: DecisionMade, facts: Collection[str]) -> bool:
    """Return whether a decision hangs on some facts it was made on.

    One that neither the rule nor the scale gives is taken to: nothing shows what it hangs on.
    """
    opening, basis = evidence.day.opening, decision.relied_on
    rule, values = opening.rules[evidence.kind(decision).id], values_of(basis)
    if rule.answer(values) == decision.answer:
        return hangs_on(rule, basis, facts, opening.facts)
    if rule.by_scale(values) == decision.answer:
        return hangs_on(rule, basis, facts, opening.facts, scale=True)
    return True
