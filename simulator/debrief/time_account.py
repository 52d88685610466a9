"""The time account: the minutes that automation saved, and the minutes it cost again.

All minutes are simulated. *Saved* is a step's listed time by hand minus what it took. *Checked*,
*repaired* and *explained* are minutes of events of the day, under the step their case was at. The
citizen's minutes are those of the same talks, and of waiting on a call that nobody answered. No row
is a total for a person.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.finding import FactsSettled
from simulator.casework.actions.telephone import CallRangOut
from simulator.casework.case_types import FUNCTIONS, Function
from simulator.casework.events import Event
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.meaning import Column, meaning

COLUMNS: tuple[Column, ...] = ("saved", "checked", "repaired", "explained", "citizen")


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


Row = tuple[Function, int]


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
        self._paid: dict[tuple[str, str], int] = defaultdict(int)

    def put(self, row: Row, column: Column, minutes: int, event: Event) -> None:
        if minutes:
            self.minutes[row][column] += minutes
            self.events[row].add(event.seq)

    def take(self, event: Event) -> None:
        case = event.case
        if case is None or case not in self.evidence.day.cases:
            return
        if isinstance(event, FactsSettled):
            self._done[case] &= {"find", "hear"}
        row, means = self._at(case), meaning(event)
        if means.spent:
            self.put(row, means.spent, event.minutes, event)
        if means.talk:
            self.put(row, "citizen", event.minutes, event)
        if isinstance(event, CallRangOut):
            self.put(row, "citizen", self.evidence.day.opening.conduct.ring_out, event)
        if not means.spent:
            step = getattr(event, "function", "") or means.step or ""
            self._paid[case, step] += event.minutes
        if isinstance(event, StepDone):
            self._step(case, event)

    def _step(self, case: str, event: StepDone) -> None:
        """Enter a finished step: its listed time by hand minus the minutes it took."""
        function = event.function
        self._done[case].add(function)
        if event.how == "skipped":
            return
        by_hand = self.evidence.kind_of(case).minutes
        saved = by_hand.get(function, 0) - self._paid.pop((case, function), 0)
        if event.level:
            self.put((function, event.level), "saved", max(0, saved), event)
        else:
            self.minutes[function, 0]["saved"] += 0
            self.events[function, 0].add(event.seq)

    def _at(self, case: str) -> Row:
        """Return the step a case is at with its level; the last step once all are done."""
        case_state = self.evidence.day.cases[case]
        order = self.evidence.day.case_type(case_state).order
        left = [function for function in order if function not in self._done[case]]
        function = left[0] if left else order[-1]
        level = self._levels.get((case, function))
        return function, self.evidence.day.level(case_state, function) if level is None else level


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
    return TimeAccount(rows, _caption(rows))


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
