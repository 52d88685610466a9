"""The time account: the minutes that automation saved, and the minutes that were spent again.

All minutes are simulated. *Saved* is a step's listed time by hand minus what it took. *Checked*,
*repaired* and *explained* are minutes of events of the day, under the step their case was at; all
work on a case that was taken up again is *repaired*, and saves nothing. *Came back later* is what
others spend after the caseworker, in the day or long after it: under the step that the answer came
from, once there was one; so is what is done in a case once all its steps are. The citizen's minutes
are those of the talks, of standing at the counter, of a call that nobody answered, of documents,
answers and complaints. No row is a total for a person, and nothing is added up.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.counter import VisitorCame, VisitorLeft, VisitorReceived
from simulator.casework.actions.deciding import DecisionMade, ResultReached, SuggestionShown
from simulator.casework.actions.documents.receiving import DocumentArrived
from simulator.casework.actions.finding import FactsSettled
from simulator.casework.actions.inbox import CaseHandedOver
from simulator.casework.actions.reopening import CaseReopened, OthersListed
from simulator.casework.actions.suggesting import SuggestionAdjusted, SuggestionFollowed
from simulator.casework.actions.telephone import CallRangOut
from simulator.casework.case_types import FUNCTIONS, Answer, Function
from simulator.casework.events import Event
from simulator.core.causes import Cause
from simulator.core.texts import Phrase
from simulator.debrief.amounts import Amount, amounts
from simulator.debrief.evidence import Evidence
from simulator.debrief.meaning import Column, meaning

COLUMNS: tuple[Column, ...] = ("saved", "checked", "repaired", "explained", "later", "citizen")


@dataclass(frozen=True)
class Account:
    """The minutes of one step at one level."""

    function: Function
    level: int
    minutes: Mapping[str, int]
    """By column."""
    events: tuple[int, ...]
    """The numbers of the events whose minutes are in it."""

    @property
    def said(self) -> Phrase:
        """The name of the step with its level."""
        function = Phrase(f"function.{self.function}")
        return Phrase("debrief.time.row", {"function": function, "level": str(self.level)})


@dataclass(frozen=True)
class TimeAccount:
    """The rows in the order of steps and levels, and the sentence under them."""

    rows: tuple[Account, ...]
    caption: Phrase
    answered: int = 0
    """How many cases were answered, in the day or the weeks after it."""
    cases: int = 0
    """Out of how many."""
    amounts: tuple[Amount, ...] = ()
    """What was paid too much and too little, case by case: beside the minutes, and never netted."""


Row = tuple[Function, int]

GIVES = (SuggestionShown, SuggestionFollowed, SuggestionAdjusted, ResultReached)
"""The kinds of event with an answer that a later step may carry on: the first is its origin."""


class _Reckoning:
    """The minutes so far, by row."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.minutes: dict[Row, dict[Column, int]] = defaultdict(lambda: defaultdict(int))
        self.events: dict[Row, set[int]] = defaultdict(set)
        self._levels = {
            (step.case or "", step.function): step.level for step in evidence.all(StepDone)
        }
        self._done: dict[str, set[str]] = defaultdict(set)
        self._begun_again: set[str] = set()
        self._origin: dict[tuple[str, Answer | None], Function] = {}
        self._answered: dict[str, Function] = {}
        self._stands: dict[str, int] = {}
        self._cases: dict[Cause, str] = {}
        self._paid: dict[tuple[str, str], int] = defaultdict(int)

    def put(self, row: Row, column: Column, minutes: int, event: Event) -> None:
        if minutes:
            self.minutes[row][column] += minutes
            self.events[row].add(event.seq)

    def take(self, event: Event) -> None:
        case = self._case_of(event)
        if case is None or case not in self.evidence.day.cases:
            return
        self._cases[event.seq] = case
        if isinstance(event, VisitorCame):
            self._stands[case] = event.minute
        if isinstance(event, CaseReopened):
            self._begun_again.add(case)
            self._done[case] = set()
            self._origin = {key: step for key, step in self._origin.items() if key[0] != case}
        if isinstance(event, FactsSettled):
            self._done[case] &= {"find", "hear"}
        spent = self._column(case, event)
        after = spent == "later" or meaning(event).follows
        row = self._answered_at(case) if after else self._at(case)
        if spent == "later":
            self.put(row, "later", self._others(case, event), event)
        elif spent:
            self.put(row, spent, event.minutes, event)
        else:
            step = getattr(event, "function", "") or meaning(event).step or ""
            self._paid[case, step] += event.minutes
        self.put(row, "citizen", self._citizens(case, event), event)
        if isinstance(event, GIVES):
            self._origin.setdefault((case, event.answer), self._gave(event))
        if isinstance(event, DecisionMade):
            self._answered[case] = self._origin.get((case, event.answer), event.function)
        if isinstance(event, StepDone):
            self._step(case, event)

    def _case_of(self, event: Event) -> str | None:
        """Return the case of an event; of what others do on their own, that of what they answer.

        A list of others is of the first case it names.
        """
        if isinstance(event, OthersListed):
            return next(iter(event.cases), None)
        if event.case is not None or meaning(event).spent != "later":
            return event.case
        return next((self._cases[n] for n in event.because if n in self._cases), None)

    def _column(self, case: str, event: Event) -> Column | None:
        spent = meaning(event).spent
        by_hand = spent in (None, "checked", "explained")
        return "repaired" if by_hand and case in self._begun_again else spent

    def _others(self, case: str, event: Event) -> int:
        """Return the minutes that an event cost others; a case handed over, its steps by hand."""
        listed = self.evidence.day.opening.later
        if isinstance(event, CaseHandedOver):
            by_hand, done = self.evidence.kind_of(case).minutes, self._done[case]
            left = (minutes for step, minutes in by_hand.items() if step not in done)
            return sum(left) if listed else 0
        return event.minutes or listed.get(event.kind, 0)

    def _citizens(self, case: str, event: Event) -> int:
        """Return the minutes that an event cost the citizen."""
        opening = self.evidence.day.opening
        if isinstance(event, CallRangOut):
            return opening.conduct.ring_out
        if isinstance(event, VisitorLeft):
            return event.waited
        if isinstance(event, DocumentArrived):
            return event.citizen_minutes
        means, stood = meaning(event), 0
        if isinstance(event, VisitorReceived):
            stood = event.minute - self._stands.pop(case, event.minute)
        written = opening.later.get(event.kind, 0) if means.writes else 0
        return stood + written + (event.minutes if means.talk else 0)

    def _step(self, case: str, event: StepDone) -> None:
        """Enter a finished step: its listed time by hand minus the minutes it took."""
        function = event.function
        self._done[case].add(function)
        if event.how == "skipped" or case in self._begun_again:
            return
        by_hand = self.evidence.kind_of(case).minutes
        saved = by_hand.get(function, 0) - self._paid.pop((case, function), 0)
        if event.level:
            self.put((function, event.level), "saved", max(0, saved), event)
        else:
            self.minutes[function, 0]["saved"] += 0
            self.events[function, 0].add(event.seq)

    def _at(self, case: str) -> Row:
        """Return the step a case is at with its level; once all are done, that of its answer."""
        kind = self.evidence.kind_of(case)
        left = [function for function in kind.order if function not in self._done[case]]
        return self._row(case, left[0] if left else self._answered.get(case, kind.deciding))

    def _answered_at(self, case: str) -> Row:
        """Return the step that the answer of a case came from; before that, the one it is at."""
        if case in self._answered:
            return self._row(case, self._answered[case])
        return self._at(case)

    @staticmethod
    def _gave(
        event: SuggestionShown | SuggestionFollowed | SuggestionAdjusted | ResultReached,
    ) -> Function:
        return "calculate" if isinstance(event, ResultReached) else event.function

    def _row(self, case: str, function: Function) -> Row:
        level = self._levels.get((case, function))
        if level is None:
            level = self.evidence.day.level(self.evidence.day.cases[case], function)
        return function, level


def time_account(evidence: Evidence) -> TimeAccount:
    """Return the time account of a day, including the weeks after it."""
    reckoning = _Reckoning(evidence)
    for event in evidence.events:
        reckoning.take(event)
    rows = tuple(
        Account(
            function,
            level,
            {column: reckoning.minutes[function, level][column] for column in COLUMNS},
            tuple(sorted(reckoning.events[function, level])),
        )
        for function, level in sorted(reckoning.minutes, key=_place)
    )
    cases = [evidence.day.cases[case].standing for case in evidence.cases]
    answered = sum(case.letter is not None for case in cases)
    return TimeAccount(rows, _caption(rows), answered, len(cases), amounts(evidence))


def _caption(rows: tuple[Account, ...]) -> Phrase:
    """Return the sentence about the row where most was saved, and what it cost again."""
    left = [row for row in rows if row.level]
    if not left:
        return Phrase("debrief.time.caption-by-hand")
    most = max(left, key=lambda row: row.minutes["saved"])
    if not most.minutes["saved"]:
        return Phrase("debrief.time.caption-nothing")
    step = {"function": Phrase(f"function.{most.function}"), "level": Phrase(f"level.{most.level}")}
    return Phrase("debrief.time.caption", {**step, **most.minutes})


def _place(row: Row) -> tuple[int, int]:
    return FUNCTIONS.index(row[0]), row[1]
