"""What a debrief may use: the log and the truth, without the cases that were set aside.

The student may skip a case without saying why. Its events are removed here, so that none of it
reaches a statement or a picture.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TypeVar

from simulator.casework.actions.deciding import DecisionMade, SuggestionShown
from simulator.casework.actions.documents.requesting import DocumentAsked
from simulator.casework.actions.inbox import CaseSetAside
from simulator.casework.actions.suggesting import SuggestionFollowed
from simulator.casework.actions.writing import LetterSent
from simulator.casework.case_types import Answer, CaseType
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import fold_with
from simulator.core.clock import DayNumber, day_of
from simulator.core.texts import Argument, Phrase
from simulator.debrief.held_back import as_seen
from simulator.debrief.protection import Protection
from simulator.debrief.student_side import StudentSide, fold
from simulator.debrief.trial import Finding, findings
from simulator.town.town import Town

E = TypeVar("E", bound=Event)

LOOKED_BACK_FROM = (SuggestionShown, DecisionMade, DocumentAsked)
"""The kinds of event before which the day is kept as it was."""


def evidence_of(log: tuple[Event, ...], town: Town) -> "Evidence":
    """Return a log, which begins with ``day.opened``, as a debrief reads it."""
    before: dict[int, Day] = {}
    return Evidence(fold_with(log, town, before, LOOKED_BACK_FROM), log, before)


@dataclass(frozen=True)
class Evidence:
    """A played day as a debrief reads it."""

    day: Day
    """The day as it is at the end of the log; with the truth."""
    log: tuple[Event, ...]
    """The whole log, including set-aside cases."""
    before: Mapping[int, Day]
    """The day as it was before each suggestion, decision and request for a document, by number."""

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The log without the cases that were set aside.

        Of a day that is not over it has no more than was seen in play.
        """
        aside = {event.case for event in self.log if isinstance(event, CaseSetAside)}
        left = (event for event in self.log if event.case not in aside)
        return tuple(left if self.over else filter(None, map(as_seen, left)))

    @property
    def over(self) -> bool:
        """Whether the day is over: before that, nothing is told of the truth."""
        return self.day.ended

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """The ids of the cases that arrived and were not set aside, in the order they arrived."""
        left = {event.case for event in self.events}
        return tuple(case for case in self.day.cases if case in left)

    def all(self, kind: type[E], case: str | None = None) -> Iterator[E]:
        """Yield the events of a kind in order, only those of ``case`` if it is given."""
        for event in self._by_kind.get((kind, case), ()):
            assert isinstance(event, kind)
            yield event

    def of_case(self, case: str) -> tuple[Event, ...]:
        """Return the events of a case, in their order."""
        return tuple(self.all(Event, case))

    def suggestion_behind(self, followed: SuggestionFollowed) -> SuggestionShown | None:
        """Return the suggestion that was followed: the last shown before; ``None`` if none is."""
        shown = [
            suggestion
            for suggestion in self.all(SuggestionShown, followed.case)
            if suggestion.seq < followed.seq and suggestion.function == followed.function
        ]
        return shown[-1] if shown else None

    def event(self, seq: int) -> Event:
        """Return the event with a number. Raises ``KeyError`` if there is none."""
        return self._by_seq[seq]

    @cached_property
    def _by_seq(self) -> Mapping[int, Event]:
        return {event.seq: event for event in self.events}

    @cached_property
    def _by_kind(self) -> Mapping[tuple[type[Event], str | None], Sequence[Event]]:
        """The events by kind and case; those of every kind under ``Event``, case under ``None``."""
        by_kind: dict[tuple[type[Event], str | None], list[Event]] = {}
        for event in self.events:
            kinds: tuple[type[Event], ...] = (Event, type(event))
            for key in product(kinds, {None, event.case}):
                by_kind.setdefault(key, []).append(event)
        return by_kind

    @cached_property
    def town(self) -> Town:
        """The town as it was drawn, before what the decisions of the day made true."""
        return self.day.world.town.drawn

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What was wrong of what was suggested and decided, each with its causes.

        They are worked out when they are first asked for.
        """
        left = {event.case for event in self.events}
        every = findings(self.log, self.before)
        return tuple(finding for finding in every if finding.case in left)

    @cached_property
    def protection(self) -> Protection:
        """The values that stay covered in the debrief."""
        return Protection(self.day)

    @cached_property
    def student(self) -> StudentSide:
        """The student's answers to the debrief that are in the log."""
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

    def decisions(self) -> Iterator[DecisionMade]:
        """Yield what was decided, in order; what only put a matter off decided nothing."""
        return (made for made in self.all(DecisionMade) if not self.pending(made, made.answer))

    def decision_behind(self, letter: LetterSent) -> DecisionMade | None:
        """Return the decision a letter tells: the last before it; ``None`` if there is none."""
        made = [made for made in self.all(DecisionMade, letter.case) if made.seq < letter.seq]
        return made[-1] if made else None

    def as_it_was(self, event: Event) -> Day:
        """Return the day as it was before a suggestion or a decision.

        Before the last of these in its case, for an event that is neither.
        """
        made = (SuggestionShown, DecisionMade)
        numbers = [e.seq for e in self.of_case(event.case or "") if isinstance(e, made)]
        last = max((number for number in numbers if number <= event.seq), default=None)
        return self.day if last is None else self.before[last]

    def pending(self, event: Event, answer: Answer) -> bool:
        """Return whether an answer in the case of an event only puts the matter off."""
        return self.kind(event).outcome(answer.outcome).pending

    def adverse(self, event: Event, answer: Answer | None) -> bool:
        """Return whether an answer in the case of an event is a decision against the citizen."""
        if answer is None or self.pending(event, answer):
            return False
        return self.kind(event).outcome(answer.outcome).adverse

    def step_name(self, case_type: str, function: str) -> Phrase:
        """Return the name of a step of a case type."""
        kinds = self.day.opening.case_types
        title: Argument = kinds[case_type].title if case_type in kinds else case_type
        arguments = {"title": title, "function": Phrase(f"function.{function}")}
        return Phrase("debrief.step-of", arguments)

    def party_name(self, case: str) -> str:
        """Return the name of the party of a case."""
        return self.day.name(self.day.cases[case].party)

    def case_name(self, case: str) -> Phrase:
        """Return the name of a case; of the whole day for ``""``."""
        if not case:
            return Phrase("debrief.whole-day")
        title, name = self.kind_of(case).title, self.party_name(case)
        return Phrase("debrief.case", {"case": case, "title": title, "name": name})
