"""What a debrief may speak of: the log and the truth, without the cases that were set aside.

The student may skip a case without saying why. Nothing of it reaches a statement or a picture, and
it is taken out here, once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from simulator.casework.actions.inbox import CaseSetAside
from simulator.casework.case_types import Answer, CaseType
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.core.clock import DayNumber, day_of
from simulator.core.texts import Argument, Phrase
from simulator.debrief.part import Part, fold
from simulator.debrief.protection import Protection

E = TypeVar("E", bound=Event)


@dataclass(frozen=True)
class Evidence:
    """A played day as a debrief reads it."""

    day: Day
    """The day its log folds to; with the truth."""
    log: tuple[Event, ...]
    """The whole log, set-aside cases too."""

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The log without the cases that were set aside."""
        aside = {event.case for event in self.log if isinstance(event, CaseSetAside)}
        return tuple(event for event in self.log if event.case not in aside)

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """The cases that came and were not set aside, in the order they came."""
        left = {event.case for event in self.events}
        return tuple(case for case in self.day.cases if case in left)

    def all(self, kind: type[E], case: str | None = None) -> Iterator[E]:
        """Give the events of a kind, of one case where it is named, in their order."""
        for event in self._by_kind.get((kind, case), ()):
            assert isinstance(event, kind)
            yield event

    def of_case(self, case: str) -> tuple[Event, ...]:
        """Return the events of a case, in their order."""
        return tuple(self._by_case.get(case, ()))

    def event(self, seq: int) -> Event:
        """Return the event of a number. Raises ``KeyError`` where there is none."""
        return self._by_seq[seq]

    @cached_property
    def _by_seq(self) -> Mapping[int, Event]:
        return {event.seq: event for event in self.events}

    @cached_property
    def _by_kind(self) -> Mapping[tuple[type[Event], str | None], Sequence[Event]]:
        """Every event by its kind, under its case and under no case: each rule asks for its own."""
        found: dict[tuple[type[Event], str | None], list[Event]] = {}
        for event in self.events:
            for case in {None, event.case}:
                found.setdefault((type(event), case), []).append(event)
        return found

    @cached_property
    def _by_case(self) -> Mapping[str | None, Sequence[Event]]:
        found: dict[str | None, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.case, []).append(event)
        return found

    @cached_property
    def protection(self) -> Protection:
        """What stays covered in everything that is told of the day."""
        return Protection(self.day)

    @cached_property
    def part(self) -> Part:
        """What the student has said to the debrief, as far as the log goes."""
        return fold(self.log)

    def date(self, event: Event) -> DayNumber:
        """Return the day an event happened on."""
        return day_of(self.day.at(event.minute))

    def kind(self, event: Event) -> CaseType:
        """Return the type of the case an event belongs to."""
        return self.kind_of(event.case or "")

    def kind_of(self, case: str) -> CaseType:
        """Return the type of a case."""
        return self.day.case_type(self.day.cases[case])

    def adverse(self, event: Event, answer: Answer | None) -> bool:
        """Say whether an answer in the case of an event is not what was asked for."""
        return answer is not None and self.kind(event).outcome(answer.outcome).adverse

    def step_name(self, case_type: str, function: str) -> Phrase:
        """Return a step of a kind of case as it is named in a debrief."""
        kinds = self.day.opening.case_types
        title: Argument = kinds[case_type].title if case_type in kinds else case_type
        said = {"title": title, "function": Phrase(f"function.{function}")}
        return Phrase("debrief.step-of", said)

    def case_name(self, case: str) -> Phrase:
        """Return a case as it is named in a debrief; without one, the whole day."""
        if not case:
            return Phrase("debrief.whole-day")
        title, name = self.kind_of(case).title, self.day.name(self.day.cases[case].party)
        return Phrase("debrief.case", {"case": case, "title": title, "name": name})
