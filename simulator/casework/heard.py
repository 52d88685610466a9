"""Whether a party was heard while it could matter: before a decision against them, on what they may
not know is part of their case.

A fact counts that the case type says the party is to be heard about, also where the decision in the
end rests on what they answered when heard; what they said without a hearing does not, nor do facts
that the answer did not hang on, for others settled it.
"""

from collections.abc import Collection, Iterable

from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.hearing import Answered, HearingSent
from simulator.casework.automation import hangs_on, values_of
from simulator.casework.case_types import CaseType
from simulator.casework.opening import Opening
from simulator.core.clock import MINUTES_A_DAY


def to_be_heard_first(
    opening: Opening, case_type: CaseType, decision: DecisionMade, sent: Iterable[HearingSent]
) -> bool:
    """Return whether a decision hangs on facts its party may not know are part of the case.

    ``sent`` are the hearings that were sent before it.
    """
    hear = {need.path for need in case_type.needs if need.hear}
    asked = {path for hearing in sent for path in hearing.facts}
    unknown = [
        seen.path
        for seen in decision.relied_on
        if seen.path in hear and (not seen.from_party or seen.path in asked)
    ]
    return bool(unknown) and _hangs_on(opening, case_type, decision, unknown)


def _hangs_on(
    opening: Opening, case_type: CaseType, decision: DecisionMade, facts: Collection[str]
) -> bool:
    """Return whether a decision hangs on some facts it was made on.

    One that neither the rule nor the scale gives is taken to: nothing shows what it hangs on.
    """
    basis, rule = decision.relied_on, opening.rules[case_type.id]
    values = values_of(basis)
    if rule.answer(values) == decision.answer:
        return hangs_on(rule, basis, facts, opening.facts)
    if rule.by_scale(values) == decision.answer:
        return hangs_on(rule, basis, facts, opening.facts, scale=True)
    return True


def waited_for(
    decision: DecisionMade, sent: Collection[HearingSent], answered: Collection[Answered]
) -> tuple[int, ...] | None:
    """Return the answers to the hearings sent before a decision, by the numbers of their events.

    A hearing whose last day to answer was over has none. ``None`` if one was not waited for, or
    there was none.
    """
    answers = []
    for hearing in sent:
        reply = next((r.seq for r in answered if hearing.seq < r.seq < decision.seq), None)
        if reply is not None:
            answers.append(reply)
        elif decision.minute // MINUTES_A_DAY <= hearing.minute // MINUTES_A_DAY + hearing.days:
            return None
    return tuple(answers) if sent else None
