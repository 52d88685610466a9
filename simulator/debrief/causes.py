"""What the systems showed, what was true, and what in the landscape made the difference.

It is told only after the day. The causes were computed when a suggestion was made and are stored in
its event; here they become sentences.
"""

from collections.abc import Collection
from dataclasses import dataclass

from simulator.casework.actions.deciding import DecisionMade, SuggestionShown
from simulator.casework.actions.writing import AutodecisionIssued
from simulator.casework.case_types import of_rule
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.phrasing import fact_label, fact_of, source_name, typed, value_measure
from simulator.casework.sights import Seen
from simulator.core.causes import Cause, kind_and_id
from simulator.core.clock import Moment, day_of, minute_of
from simulator.core.texts import Argument, Measure, Phrase, Text
from simulator.debrief.evidence import Evidence
from simulator.debrief.protection import COVERED
from simulator.landscape.integrations import Integration


@dataclass(frozen=True)
class Revealed:
    """A suggestion or automatic decision that differs from what the true facts give, and why."""

    event: int
    minute: int
    case: str
    causes: tuple[Phrase, ...]


@dataclass(frozen=True)
class Compared:
    """A fact that a suggestion or decision used: the value shown, and the true value."""

    event: int
    case: str
    fact: Phrase
    source: Text | Phrase
    showed: Measure | Phrase
    as_of: Moment | None
    truth: Measure | Phrase
    same: bool


def revealed(evidence: Evidence) -> tuple[Revealed, ...]:
    """Return the suggestions and automatic decisions with causes, once per case and causes."""
    revelations: dict[tuple[str, tuple[Cause, ...]], Revealed] = {}
    for event in evidence.events:
        if isinstance(event, SuggestionShown | AutodecisionIssued) and event.causes and event.case:
            causes = tuple(_cause(evidence.day, event, cause) for cause in event.causes)
            revelation = Revealed(event.seq, event.minute, event.case, causes)
            revelations.setdefault((event.case, event.causes), revelation)
    return tuple(revelations.values())


def _cause(day: Day, event: Event, cause: Cause) -> Phrase:
    """Return a cause as a phrase; "unknown" if the day lacks what an imported log names."""
    if isinstance(cause, int):
        return Phrase("debrief.cause.own", {"n": cause})
    opening, (kind, what) = day.opening, kind_and_id(cause)
    case_type, year = of_rule(what)
    match kind:
        case "integration" if integration := day.world.landscape.integration(what):
            return _copied(day, integration, day.at(event.minute))
        case "rule" | "order" if case_type in opening.case_types:
            title = opening.case_types[case_type].title
            return Phrase(f"debrief.cause.{kind}", {"what": title, "year": year})
        case "report" | "hand" if what in opening.landscape.systems:
            return Phrase(f"debrief.cause.{kind}", {"system": source_name(day, what)})
        case "citizen" if what in day.world.town.citizens:
            return Phrase("debrief.cause.citizen", {"name": day.name(what)})
    return Phrase("debrief.cause.unknown")


def _copied(day: Day, integration: Integration, at: Moment) -> Phrase:
    last = integration.last_run(at)
    arguments: dict[str, Argument] = {
        "source": source_name(day, integration.source),
        "target": source_name(day, integration.target),
        "day": day_of(last),
        "at": minute_of(last),
    }
    for stop in integration.stops:
        if stop.begins <= at and (stop.ends is None or last < stop.ends):
            return Phrase("debrief.cause.stopped", {**arguments, "since": day_of(stop.begins)})
    return Phrase("debrief.cause.ran", arguments)


def compared(evidence: Evidence, cited: Collection[int]) -> tuple[Compared, ...]:
    """Return the facts used by the suggestions and decisions in ``cited``, beside the truth."""
    comparisons: dict[tuple[str, str, str, object], Compared] = {}
    for event in evidence.events:
        for seen in _built_on(event) if event.seq in cited else ():
            case = event.case or ""
            key = (case, seen.path, seen.source, seen.value)
            comparisons.setdefault(key, _compared(evidence, event.seq, case, seen))
    return tuple(comparisons.values())


def _built_on(event: Event) -> tuple[Seen, ...]:
    if isinstance(event, SuggestionShown | AutodecisionIssued):
        return event.basis
    return event.relied_on if isinstance(event, DecisionMade) else ()


def _compared(evidence: Evidence, event: int, case: str, seen: Seen) -> Compared:
    """Compare a fact with the truth; a protected value is covered, but not whether it was true."""
    day, fact = evidence.day, fact_of(evidence.day, seen.path)
    truth = day.world.town.truth(fact.id, seen.subject, day.opening.date)
    true = Phrase("debrief.nothing") if truth is None else typed(day, fact, truth)
    showed, label = value_measure(day, seen), fact_label(day, seen.path)
    source = source_name(day, seen.source)
    if evidence.protection.covers(seen.path, seen.subject):
        showed = true = COVERED
    return Compared(event, case, label, source, showed, seen.as_of, true, truth == seen.value)
