"""K2, the age of the facts: how old a fact was when a decision was built on it.

Speaks of every fact relied on that has an age limit, on either side of the limit in the same
words. Ages are whole calendar days, from the day the value was reported to the day of the decision;
of a value whose day of report the log does not hold, nothing is said.
"""

from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.phrasing import fact_label, fact_of, source_name
from simulator.casework.sights import Seen
from simulator.core.clock import day_of
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return a statement for every fact with an age limit that a decision relied on."""
    decisions = list(evidence.all(DecisionMade))
    if not decisions:
        return Silence("no-occasion")
    statements = [
        _of(evidence, decision, seen) for decision in decisions for seen in decision.relied_on
    ]
    return [statement for statement in statements if statement] or Silence("no-ground")


def _of(evidence: Evidence, decision: DecisionMade, seen: Seen) -> Statement | None:
    limit = fact_of(evidence.day, seen.path).ask_again_days
    if limit is None or seen.state != "shown" or seen.as_of is None or decision.case is None:
        return None
    age = evidence.date(decision) - day_of(seen.as_of)
    return Statement(
        indicator="K2",
        case=decision.case,
        minute=decision.minute,
        arguments={"age": days(age), "limit": days(limit)},
        about=Phrase(
            "debrief.fact-from",
            {
                "fact": fact_label(evidence.day, seen.path),
                "source": source_name(evidence.day, seen.source),
            },
        ),
        of=1,
        events=(decision.seq,),
        key=f"{decision.seq}:{seen.path}@{seen.source}",
        well=age <= limit,
    )


def days(count: int) -> Phrase:
    """Return a number of days as it is said."""
    return Phrase("debrief.days", {"n": count}) if count else Phrase("debrief.same-day")
