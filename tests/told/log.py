"""The log of a day as a reader finds it: what happened, in order, in the cases that count."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from simulator.casework.case_types import CaseType
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import begin, evolve
from simulator.casework.opening import Opening
from simulator.casework.phrasing import fact_label, source_name
from simulator.casework.sights import Seen
from simulator.core.texts import Argument, Phrase, Text
from simulator.landscape.systems import Landscape
from simulator.town.town import Town
from tests.told.causes import Wrong, wrongs


class DayLog:
    """What happened on a day; of a case that was set aside nothing counts."""

    def __init__(self, town: Town, log: tuple[Event, ...]) -> None:
        self.town, self.log = town, log
        aside = {event.case for event in log if event.kind == "case.set_aside"}
        self.events: list[Any] = [event for event in log if event.case not in aside]
        self.opening: Opening = log[0].opening  # type: ignore[attr-defined]
        self.landscape: Landscape = self.opening.landscape

    def of(self, *kinds: str, case: str | None = None) -> list[Any]:
        """What happened of some kinds, in a case or anywhere."""
        return [e for e in self.events if e.kind in kinds and case in (None, e.case)]

    def of_case(self, case: str) -> list[Any]:
        """All that happened in a case."""
        return [event for event in self.events if event.case == case]

    @cached_property
    def cases(self) -> list[str]:
        """The cases that arrived, in their order."""
        return list(dict.fromkeys(event.case for event in self.of("case.arrived")))

    def kind(self, case: str) -> CaseType:
        """The type of a case."""
        return self.opening.case_types[self.opening.arrival_of[case].type]

    def party(self, case: str) -> str:
        """The citizen a case is about."""
        return self.opening.arrival_of[case].party

    def name(self, case: str) -> str:
        """The name of the party of a case."""
        return self.town.citizens[self.party(case)].name

    def label(self, path: str) -> Phrase:
        """How a fact is called."""
        return fact_label(self.end, path)

    def source(self, source: str) -> Text | Phrase:
        """How a source is called."""
        return source_name(self.end, source)

    def adverse(self, case: str, answer: Any) -> bool:
        """Whether an answer is a decision, and goes against the citizen."""
        outcomes = self.kind(case).outcomes
        return any(o.adverse and not o.pending for o in outcomes if o.id == answer.outcome)

    @cached_property
    def decisions(self) -> list[Any]:
        """The decisions, in order: not what only put a matter off, to look into it first."""
        put_off = {
            (case, outcome.id)
            for case, arrival in self.opening.arrival_of.items()
            for outcome in self.opening.case_types[arrival.type].outcomes
            if outcome.pending
        }
        return [e for e in self.of("decision.made") if (e.case, e.answer.outcome) not in put_off]

    @cached_property
    def before(self) -> Mapping[int, Day]:
        """The day as it was before each event, by its number."""
        days: dict[int, Day] = {}
        day: Day = begin(self.log[0], self.town)  # type: ignore[arg-type]
        for event in self.log[1:]:
            days[event.seq] = day
            day = evolve(day, event)
        days[-1] = day
        return days

    @property
    def end(self) -> Day:
        """The day as it ended."""
        return self.before[-1]

    @cached_property
    def wrong(self) -> Mapping[int, Wrong]:
        """What did not stand of what was suggested and decided, by the number of the event."""
        return {wrong.event.seq: wrong for wrong in wrongs(self.log, self.town)}

    def suggestion_of(self, followed: Any) -> Any:
        """The suggestion that was followed: the last shown before."""
        shown = self.of("suggestion.shown", case=followed.case)
        return [s for s in shown if s.seq < followed.seq and s.function == followed.function][-1]


def items(phrase: Argument) -> list[Any]:
    """The things that are listed in a phrase."""
    assert isinstance(phrase, Phrase)
    return list(phrase.arguments.values())


def fields(event: Any) -> tuple[Seen, ...]:
    """What an event showed of facts."""
    one = getattr(event, "field", None)
    return (*getattr(event, "fields", ()), *((one,) if one else ()))


def up_to(events: list[Any], seq: int) -> Iterator[Any]:
    """Those of some events that came before a number."""
    return (event for event in events if event.seq < seq)
