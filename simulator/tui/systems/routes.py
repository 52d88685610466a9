"""The route a value took, as the log has it: systems and dates, never what they show now."""

from dataclasses import dataclass
from typing import Literal

from simulator.casework.actions.looking.reading import ProvenanceOpened
from simulator.casework.actions.repairing import ErrorFixedLocally
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.phrasing import fact_label, source_name, value_measure
from simulator.core.clock import Moment
from simulator.core.texts import Measure, Phrase, Text

How = Literal["report", "run", "hand"]


@dataclass(frozen=True)
class Stage:
    """One hop of a route: when the value came to a system, and how (reported, copied, typed)."""

    system: str
    name: Text | Phrase
    at: Moment
    how: How


@dataclass(frozen=True)
class Route:
    """A traced value and its hops, the first report first."""

    system: str
    """Where it was seen."""
    path: str
    label: Phrase
    value: Measure | Phrase
    stages: tuple[Stage, ...]


def latest(events: tuple[Event, ...]) -> ProvenanceOpened | None:
    """Return the last tracing on the log; ``None`` if there is none."""
    return next((event for event in reversed(events) if isinstance(event, ProvenanceOpened)), None)


def route(day: Day, events: tuple[Event, ...], traced: ProvenanceOpened) -> Route:
    """Return the route that an event opened."""
    value: Measure | Phrase = Phrase("state.missing")
    for sight in day.cases[traced.case or ""].seen:
        if (sight.path, sight.source) == (traced.path, traced.system):
            value = value_measure(day, sight)
            break
    hands = {
        (event.system, day.at(event.minute))
        for event in events
        if isinstance(event, ErrorFixedLocally)
    }
    stages = tuple(
        Stage(system, source_name(day, system), at, _how(number, (system, at) in hands))
        for number, (system, at) in enumerate(traced.hops)
    )
    return Route(traced.system, traced.path, fact_label(day, traced.path), value, stages)


def _how(number: int, by_hand: bool) -> How:
    if by_hand:
        return "hand"
    return "run" if number else "report"
