"""Facts of work: interruptions, cases touched and left, the same record again, promises.

They are said of the day, in one line, and never metered in play.
"""

from collections import Counter
from dataclasses import dataclass

from simulator.casework.actions.arriving import InjectArrived
from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.inbox import CaseClosed, CaseHandedOver, CaseOpened
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.actions.promising import PromiseBroken, PromiseKept, PromiseMade
from simulator.casework.actions.telephone import CallRang
from simulator.casework.events import Event
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence


@dataclass(frozen=True)
class WorkFact:
    """One fact of work, with the events it is counted from."""

    what: str
    """``interruptions``, ``left``, ``again``, ``handovers``, ``promised``, ``kept``, ``broken`` or
    ``overtime``."""
    count: int
    """Times; of overtime, minutes."""
    events: tuple[int, ...]

    @property
    def said(self) -> Phrase:
        """The fact as it is said."""
        return Phrase(f"debrief.work.{self.what}", {"n": self.count})


def work(evidence: Evidence) -> tuple[WorkFact, ...]:
    """Return the facts of work of a day."""
    late, overtime = _overtime(evidence)
    counted = {
        "interruptions": _interruptions(evidence),
        "left": _left(evidence),
        "again": _again(evidence),
        "handovers": tuple(one.seq for one in evidence.all(CaseHandedOver)),
        "promised": tuple(one.seq for one in evidence.all(PromiseMade)),
        "kept": tuple(one.seq for one in evidence.all(PromiseKept)),
        "broken": tuple(one.seq for one in evidence.all(PromiseBroken)),
    }
    found = tuple(WorkFact(what, len(events), events) for what, events in counted.items())
    return (*found, WorkFact("overtime", overtime, late))


def _interruptions(evidence: Evidence) -> tuple[int, ...]:
    """Return what called for the caseworker while there was a case on the desk."""
    found, at_work = [], False
    for event in evidence.events:
        at_work = at_work or isinstance(event, CaseOpened)
        if at_work and isinstance(event, CallRang | InjectArrived):
            found.append(event.seq)
    return tuple(found)


def _left(evidence: Evidence) -> tuple[int, ...]:
    """Return the openings of cases that were taken in hand and neither decided nor passed on."""
    over = (DecisionMade, CaseClosed, CaseHandedOver)
    settled = {event.case for event in evidence.events if isinstance(event, over)}
    opened = {one.case: one.seq for one in evidence.all(CaseOpened) if one.case not in settled}
    return tuple(opened.values())


def _again(evidence: Evidence) -> tuple[int, ...]:
    """Return the look-ups of a page that had been opened before in the same case."""
    met: Counter[tuple[str | None, str, str, str]] = Counter()
    found = []
    for one in evidence.all(RecordOpened):
        which = (one.case, one.system, one.page, one.subject)
        if met[which]:
            found.append(one.seq)
        met[which] += 1
    return tuple(found)


def _overtime(evidence: Evidence) -> tuple[tuple[int, ...], int]:
    """Return what was done after closing time, and how many minutes that took."""
    closes = evidence.day.opening.closes
    late: list[Event] = [
        one
        for one in evidence.events
        if one.by == "player" and closes < one.minute + one.minutes <= MINUTES_A_DAY and one.minutes
    ]
    end = max((one.minute + one.minutes for one in late), default=closes)
    return tuple(one.seq for one in late), end - closes
