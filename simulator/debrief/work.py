"""Facts of work: interruptions, cases touched and left, the same record again, promises.

They are told about the day in one line, and never measured during play.
"""

from collections import Counter
from dataclasses import dataclass

from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.inbox import CaseClosed, CaseHandedOver, CaseOpened
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.actions.promising import PromiseBroken, PromiseKept, PromiseMade
from simulator.casework.actions.telephone import CallRang
from simulator.casework.events import Event
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.needless import asked_for, needlessly


@dataclass(frozen=True)
class WorkFact:
    """One fact of work, with the numbers of the events it is counted from."""

    what: str
    """``interruptions``, ``left``, ``again``, ``handovers``, ``promised``, ``kept``, ``broken``,
    ``documents`` or ``overtime``."""
    count: int
    """How many times; for ``overtime``, minutes."""
    events: tuple[int, ...]
    of: int | None = None
    """Out of how many, where it is a part of something."""

    @property
    def said(self) -> Phrase:
        """The fact as a phrase."""
        out_of = {} if self.of is None else {"of": self.of}
        return Phrase(f"debrief.work.{self.what}", {"n": self.count, **out_of})


def work(evidence: Evidence) -> tuple[WorkFact, ...]:
    """Return the facts of work of a day; of promises and documents where there were any."""
    late, overtime = _overtime(evidence)
    counted = {
        "interruptions": _interruptions(evidence),
        "left": _left(evidence),
        "again": _again(evidence),
        "handovers": tuple(event.seq for event in evidence.all(CaseHandedOver)),
        "promised": tuple(event.seq for event in evidence.all(PromiseMade)),
        "kept": tuple(event.seq for event in evidence.all(PromiseKept)),
        "broken": tuple(event.seq for event in evidence.all(PromiseBroken)),
    }
    if not counted["promised"]:
        del counted["kept"], counted["broken"]
    facts = tuple(WorkFact(what, len(events), events) for what, events in counted.items())
    return (*facts, *_documents(evidence), WorkFact("overtime", overtime, late))


def _interruptions(evidence: Evidence) -> tuple[int, ...]:
    """Return the calls that rang in the middle of something that was done in a case.

    It is known by the minutes of what was done: older logs do not say it themselves, and of a day
    that is not over it is not told what an event came of.
    """
    interrupted, until = list[int](), 0
    for event in evidence.events:
        if isinstance(event, CallRang) and event.minute < until:
            interrupted.append(event.seq)
        if event.case and event.minutes:
            until = max(until, event.minute + event.minutes)
    return tuple(interrupted)


def _left(evidence: Evidence) -> tuple[int, ...]:
    """Return the openings of cases that were neither decided, closed nor handed over."""
    over = (DecisionMade, CaseClosed, CaseHandedOver)
    settled = {event.case for event in evidence.events if isinstance(event, over)}
    opened = {
        event.case: event.seq for event in evidence.all(CaseOpened) if event.case not in settled
    }
    return tuple(opened.values())


def _again(evidence: Evidence) -> tuple[int, ...]:
    """Return the openings of a page that had been opened before in the same case."""
    met: Counter[tuple[str | None, str, str, str]] = Counter()
    repeated = []
    for look in evidence.all(RecordOpened):
        which = (look.case, look.system, look.page, look.subject)
        if met[which]:
            repeated.append(look.seq)
        met[which] += 1
    return tuple(repeated)


def _documents(evidence: Evidence) -> tuple[WorkFact, ...]:
    """Return how many documents were asked for though all sources showed alike; if any were."""
    asked, alike = asked_for(evidence), needlessly(evidence)
    numbers = tuple(event.seq for event in alike)
    return (WorkFact("documents", len(alike), numbers, len(asked)),) if asked else ()


def _overtime(evidence: Evidence) -> tuple[tuple[int, ...], int]:
    """Return the caseworker's events after closing time, and how many minutes they took."""
    closes = evidence.day.opening.closes
    late: list[Event] = [
        event
        for event in evidence.events
        if event.by == "player"
        and closes < event.minute + event.minutes <= MINUTES_A_DAY
        and event.minutes
    ]
    end = max((event.minute + event.minutes for event in late), default=closes)
    return tuple(event.seq for event in late), end - closes
