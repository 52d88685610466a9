"""What the systems showed and what was true, and what in the landscape made the difference.

Told after the day only. The causes were computed when a suggestion was made and lie in its event;
here they become sentences.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from simulator.casework.actions.deciding import DecisionMade, SuggestionShown
from simulator.casework.actions.writing import AutodecisionIssued
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
    """A suggestion, or a decision of the system's, that the truth would not have given, and why."""

    event: int
    minute: int
    case: str
    causes: tuple[Phrase, ...]


@dataclass(frozen=True)
class Compared:
    """A fact something was built on: what its source showed, and what was true that day."""

    event: int
    case: str
    fact: Phrase
    source: Text | Phrase
    showed: Measure | Phrase
    as_of: Moment | None
    truth: Measure | Phrase
    same: bool


def revealed(evidence: Evidence) -> tuple[Revealed, ...]:
    """Return every suggestion and decision of the system's with causes, each answer once."""
    found: dict[tuple[str, tuple[Cause, ...]], Revealed] = {}
    for event in evidence.events:
        if isinstance(event, SuggestionShown | AutodecisionIssued) and event.causes and event.case:
            told = tuple(_cause(evidence.day, event, cause) for cause in event.causes)
            one = Revealed(event.seq, event.minute, event.case, told)
            found.setdefault((event.case, event.causes), one)
    return tuple(found.values())


def _cause(day: Day, event: Event, cause: Cause) -> Phrase:
    """Say a cause; one that the day has nothing of, as not known: a log may be somebody else's."""
    if isinstance(cause, int):
        return Phrase("debrief.cause.own", {"n": cause})
    kind, what = kind_and_id(cause)
    tell = _TELL.get(kind)
    return (tell and tell(day, event, kind, what)) or Phrase("debrief.cause.unknown")


def _case_type(day: Day, event: Event, kind: str, what: str) -> Phrase | None:
    id_, _, year = what.partition("@")
    if id_ not in day.opening.case_types:
        return None
    title = day.opening.case_types[id_].title
    return Phrase(f"debrief.cause.{kind}", {"what": title, "year": year})


def _system(day: Day, _: Event, kind: str, what: str) -> Phrase | None:
    if what not in day.opening.landscape.systems:
        return None
    return Phrase(f"debrief.cause.{kind}", {"system": source_name(day, what)})


def _citizen(day: Day, _: Event, kind: str, what: str) -> Phrase | None:
    if what not in day.world.town.citizens:
        return None
    return Phrase(f"debrief.cause.{kind}", {"name": day.name(what)})


def _integration(day: Day, event: Event, _: str, what: str) -> Phrase | None:
    one = day.world.landscape.integration(what)
    return None if one is None else _copied(day, one, day.at(event.minute))


_TELL: Mapping[str, Callable[[Day, Event, str, str], Phrase | None]] = {
    "integration": _integration,
    "rule": _case_type,
    "order": _case_type,
    "report": _system,
    "hand": _system,
    "citizen": _citizen,
}
"""How each kind of cause is told; nothing where the day has nothing of that name."""


def _copied(day: Day, one: Integration, at: Moment) -> Phrase:
    last = one.last_run(at)
    arguments: dict[str, Argument] = {
        "source": source_name(day, one.source),
        "target": source_name(day, one.target),
        "day": day_of(last),
        "at": minute_of(last),
    }
    for stop in one.stops:
        if stop.begins <= at and (stop.ends is None or last < stop.ends):
            return Phrase("debrief.cause.stopped", {**arguments, "since": day_of(stop.begins)})
    return Phrase("debrief.cause.ran", arguments)


def compared(evidence: Evidence, cited: Iterable[int]) -> tuple[Compared, ...]:
    """Return the facts that cited suggestions and decisions were built on, beside the truth."""
    numbers = set(cited)
    found: dict[tuple[str, str, str, object], Compared] = {}
    for event in evidence.events:
        for one in _built_on(event) if event.seq in numbers else ():
            case = event.case or ""
            key = (case, one.path, one.source, one.value)
            found.setdefault(key, _compared(evidence, event.seq, case, one))
    return tuple(found.values())


def _built_on(event: Event) -> tuple[Seen, ...]:
    if isinstance(event, SuggestionShown | AutodecisionIssued):
        return event.basis
    return event.relied_on if isinstance(event, DecisionMade) else ()


def _compared(evidence: Evidence, event: int, case: str, one: Seen) -> Compared:
    """Hold a fact against the truth. What is protected is not said, only whether it was true."""
    day, fact = evidence.day, fact_of(evidence.day, one.path)
    truth = day.world.town.truth(fact.id, one.subject, day.opening.date)
    said = Phrase("debrief.nothing") if truth is None else typed(day, fact, truth)
    showed, label = value_measure(day, one), fact_label(day, one.path)
    source = source_name(day, one.source)
    if evidence.protection.covers(one.path, one.subject):
        showed = said = COVERED
    return Compared(event, case, label, source, showed, one.as_of, said, truth == one.value)
