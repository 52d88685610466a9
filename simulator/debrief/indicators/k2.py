"""K2, the age of the facts: how old a fact was when a decision was built on it.

Counts every fact relied on that has an age limit, and names those that were older than it. Ages are
whole calendar days, from the day the value was reported to the day of the decision; of a value
whose day of report the log does not hold, nothing is said.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.phrasing import fact_label, fact_of, listed, source_name
from simulator.casework.sights import Seen
from simulator.core.clock import day_of
from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import of_the_day
from simulator.debrief.statements import Silence, Statement


@dataclass(frozen=True)
class _Aged:
    """A fact with an age limit that a decision relied on; ages in days."""

    decision: DecisionMade
    seen: Seen
    age: int
    limit: int


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    decisions = list(evidence.decisions())
    if not decisions:
        return Silence("no-occasion")
    aged = [fact for decision in decisions for fact in _aged(evidence, decision)]
    if not aged:
        return Silence("no-ground")
    older = [fact for fact in aged if fact.age > fact.limit]
    arguments: dict[str, Argument] = {
        "n": len(aged),
        "a": len(older),
        "names": _names(evidence, older),
    }
    cited = {fact.decision.seq for fact in aged}
    say = "" if older else "debrief.said.k2-none"
    return [of_the_day(evidence, "K2", arguments, len(aged), cited, not older, say)]


def _aged(evidence: Evidence, decision: DecisionMade) -> Iterable[_Aged]:
    for seen in decision.relied_on:
        limit = fact_of(evidence.day, seen.path).ask_again_days
        if limit is not None and seen.state == "shown" and seen.as_of is not None:
            age = evidence.date(decision) - day_of(seen.as_of)
            yield _Aged(decision, seen, age, limit)


def _names(evidence: Evidence, older: Iterable[_Aged]) -> Phrase:
    """Return the facts that were older than their limit, those of one age and source together."""
    alike: dict[tuple[str, str, int, int], list[str]] = {}
    for fact in older:
        which = fact.seen.path, fact.seen.source, fact.age, fact.limit
        alike.setdefault(which, []).append(evidence.party_name(fact.decision.case or ""))
    return listed(
        (
            Phrase(
                "debrief.said.older",
                {
                    "fact": fact_label(evidence.day, path),
                    "source": source_name(evidence.day, source),
                    "age": days(age),
                    "limit": days(limit),
                    "names": listed(names),
                },
            )
            for (path, source, age, limit), names in alike.items()
        ),
        "; ",
    )


def days(count: int) -> Phrase:
    """Return a number of days as it is said."""
    return Phrase("debrief.days", {"n": count}) if count else Phrase("debrief.same-day")
