"""The timeline: the events of the day as marks in three lanes, by simulated time."""

from dataclasses import dataclass
from typing import Literal

from simulator.casework.actions.chain import StepsListed
from simulator.casework.actions.day import DayClosed
from simulator.casework.actions.deciding import DecisionMade, SuggestionShown
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.telephone import CallRang, CallRangOut, CitizenCalled
from simulator.casework.events import Event
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.meaning import meaning

Lane = Literal["in", "you", "system"]
LANES: tuple[Lane, Lane, Lane] = ("in", "you", "system")


@dataclass(frozen=True)
class Mark:
    """One event; its sign and name are the words ``debrief.mark.WHAT.sign`` and ``.word``."""

    lane: Lane
    minute: int
    what: str
    event: int
    case: str | None


@dataclass(frozen=True)
class Timeline:
    """The day in whole hours, from its opening to its closing or its last mark."""

    opens: int
    closes: int
    marks: tuple[Mark, ...]
    caption: Phrase

    def hours(self) -> tuple[tuple[int, tuple[tuple[Mark, ...], ...]], ...]:
        """Return the timeline as a table: each hour's first minute, and its marks by lane."""
        return tuple(
            (hour, tuple(self._of(hour, lane) for lane in LANES))
            for hour in range(self.opens, self.closes, 60)
        )

    def _of(self, hour: int, lane: Lane) -> tuple[Mark, ...]:
        return tuple(m for m in self.marks if m.lane == lane and 0 <= m.minute - hour < 60)


def timeline(evidence: Evidence) -> Timeline:
    """Return the timeline of the day itself; the evening and the weeks after are not on it."""
    opening = evidence.day.opening
    marks = tuple(
        Mark(_lane(event), event.minute, _what(evidence, event), event.seq, event.case)
        for event in evidence.events
        if meaning(event).drawn and event.minute < MINUTES_A_DAY
    )
    minutes = [opening.opens, opening.closes - 1, *(mark.minute for mark in marks)]
    opens, closes = min(minutes) // 60 * 60, max(minutes) // 60 * 60 + 60
    return Timeline(opens, closes, marks, _caption(marks, *_never_rung(evidence)))


def _lane(event: Event) -> Lane:
    if event.by == "player":
        return "you"
    return "system" if event.by.startswith(("automation", "system:")) else "in"


def _what(evidence: Evidence, event: Event) -> str:
    if isinstance(event, DecisionMade) and evidence.pending(event, event.answer):
        return "decision.pending"
    if isinstance(event, FactsFilled | StepsListed | SuggestionShown):
        return f"level-{event.level}"
    return "case.urgent" if getattr(event, "urgent", "") else event.kind


def _never_rung(evidence: Evidence) -> tuple[frozenset[int], frozenset[int]]:
    """Return the numbers of unanswered calls that never rang.

    First of those that found the telephone engaged, then of those that came when the day was over.
    """
    ringing, engaged, later, over = set[str](), set[int](), set[int](), False
    for event in evidence.events:
        if isinstance(event, DayClosed):
            over = True
        elif isinstance(event, CallRang):
            ringing.add(event.citizen)
        elif isinstance(event, CitizenCalled):  # it was answered
            ringing.discard(event.citizen)
        elif isinstance(event, CallRangOut):
            if event.citizen not in ringing:
                (later if over else engaged).add(event.seq)
            ringing.discard(event.citizen)
    return frozenset(engaged), frozenset(later)


def _caption(marks: tuple[Mark, ...], engaged: frozenset[int], later: frozenset[int]) -> Phrase:
    def count(lane: Lane, *what: str) -> int:
        return sum(mark.lane == lane and mark.what in what for mark in marks)

    left = sum(mark.event in later for mark in marks)
    counts = {
        "cases": count("in", "case.arrived", "case.urgent"),
        "calls": count("in", "call.rang") + sum(mark.event in engaged for mark in marks),
        "unanswered": count("in", "call.rang_out") - left,
        "yours": count("you", "decision.made"),
        "followed": count("you", "suggestion.followed"),
        "systems": count("system", "decision.made"),
    }
    if not left:
        return Phrase("debrief.timeline.caption", counts)
    return Phrase("debrief.timeline.caption-left", {**counts, "later": left})
