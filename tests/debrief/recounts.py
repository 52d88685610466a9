"""The debrief's figures counted again, from cited events alone and with nothing of the debrief's.

Each returns the whole numbers an indicator's sentence holds, in the order both languages have them.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from simulator.casework.events.acting import DecisionMade
from simulator.casework.events.automation import SuggestionShown
from simulator.casework.events.base import Event, Seen
from simulator.casework.events.looking import ProvenanceOpened
from simulator.casework.opening import Opening

NEARER = {
    "ydelse": {"ydelse", "overblik", "eindkomst", "citizen"},
    "overblik": {"overblik", "eindkomst", "citizen"},
    "eindkomst": {"eindkomst", "citizen"},
    "citizen": {"citizen"},
}
"""Where a fact can be tested, by where it came from: there, or nearer the truth."""


def looked_before_it_was_binding(cited: Iterable[Event]) -> tuple[int, int]:
    """K1: the facts a suggestion was built on, and how many of them were opened."""
    events = list(cited)
    kinds = [event.kind for event in events]
    once = ("suggestion.shown", "suggestion.followed", "letter.sent")
    assert [kinds.count(kind) for kind in once] == [1, 1, 1]
    assert kinds.index("suggestion.shown") < kinds.index("suggestion.followed")
    assert kinds[-1] == "letter.sent"
    needed = {(fact.path, fact.subject): fact.source for event in events for fact in basis(event)}
    looks = {look for event in events for look in looked_at(event)}
    opened = [
        pair
        for pair, source in needed.items()
        if any((near, *pair) in looks for near in NEARER[source])
    ]
    return len(needed), len(opened)


def basis(event: Event) -> tuple[Seen, ...]:
    return event.basis if isinstance(event, SuggestionShown) else ()


def looked_at(event: Event) -> set[tuple[str, str, str]]:
    """What was opened, read off the event's own data: (source, path, subject)."""
    if isinstance(event, ProvenanceOpened):
        return {(event.system, event.path, event.subject)}
    shown = [*getattr(event, "fields", ()), *filter(None, [getattr(event, "field", None)])]
    hidden = ("hidden", "down") if event.kind == "record.opened" else ()
    return {(one.source, one.path, one.subject) for one in shown if one.state not in hidden}


def age_of_the_facts(cited: Iterable[Event], opening: Opening, source: str) -> tuple[int, int]:
    """K2: the days on the calendar from a report to a decision, and the fact's limit."""
    (decision,) = cited
    assert isinstance(decision, DecisionMade)
    (fact,) = [one for one in decision.relied_on if one.source == source]
    assert fact.as_of is not None
    reported = date.fromordinal(fact.as_of // 1440)
    decided = date.fromordinal(opening.date) + timedelta(minutes=decision.minute)
    limit = opening.facts[fact.path].ask_again_days
    assert limit is not None
    return (decided - reported).days, limit
