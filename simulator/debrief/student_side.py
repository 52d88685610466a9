"""The student's side of a debrief: what they have guessed, placed, contested, answered and moved.

``evolve(student, event)`` folds it from the events stored after the day has ended. A log may be
imported, so the ids in it may be unknown: whoever shows them looks them up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Literal, TypeVar

from simulator.casework.actions import debriefing
from simulator.casework.events import Event
from simulator.core.values import changed
from simulator.debrief.phases import ROUTES, Route

Place = Literal["supports", "strains", "open"]
PLACES: tuple[Place, ...] = ("supports", "strains", "open")
Verdict = Literal["fits", "fits-not", "explain"]
VERDICTS: tuple[Verdict, ...] = ("fits", "fits-not", "explain")

A = TypeVar("A")


@dataclass(frozen=True)
class Said:
    """The student's opinion of a statement, the number of their words on it, and of the event."""

    what: str
    words: int | None
    event: int


@dataclass(frozen=True)
class Moved:
    """A step that the student would run at another level tomorrow: from ``before`` to ``level``."""

    case_type: str
    function: str
    before: int
    level: int
    words: int | None
    event: int


@dataclass(frozen=True)
class StudentSide:
    """What the student has answered in the debrief so far."""

    route: Route | None = None
    """``None`` until it is chosen."""
    phase: str = ""
    """The id of the phase begun last; ``""`` before the first."""
    begun: tuple[str, ...] = ()
    """The ids of the phases that have been begun, in that order."""
    guesses: Mapping[str, int] | None = None
    """The guesses by figure; ``None`` until they are given, and until then the log is not shown."""
    placed: Mapping[str, Said] = field(default_factory=dict)
    """Where statements were placed, by the id of the statement."""
    contested: Mapping[str, Said] = field(default_factory=dict)
    answers: Mapping[str, int] = field(default_factory=dict)
    """The number of the newest words by the id of the question they answer."""
    moved: tuple[Moved, ...] = ()
    """The latest move of each step."""
    glossary: tuple[Mapping[str, int], ...] = ()
    """For each word of the glossary, the number of the student's words by field."""


def evolve(student: StudentSide, event: Event) -> StudentSide:
    """Return the student's side after an event; an event of the day changes nothing."""
    if not isinstance(event, debriefing.DebriefEvent):
        return student
    return changed(student, **_changes(student, event))


def fold(events: Iterable[Event]) -> StudentSide:
    """Return the student's side after all events of a log."""
    return reduce(evolve, events, StudentSide())


def _changes(student: StudentSide, event: Event) -> dict[str, Any]:
    match event:
        case debriefing.RouteChosen(route=route) if route in ROUTES:
            return {"route": route}
        case debriefing.PhaseBegun(phase=phase):
            return {"phase": phase, "begun": tuple(dict.fromkeys((*student.begun, phase)))}
        case debriefing.EstimateGiven(guesses=guesses):
            return {"guesses": dict(guesses)}
        case debriefing.StatementPlaced(statement=statement, place=what):
            opinion = Said(what, event.words, event.seq)
            return {"placed": _with(student.placed, statement, opinion if what else None)}
        case debriefing.StatementContested(statement=statement, verdict=what):
            opinion = Said(what, event.words, event.seq)
            return {"contested": _with(student.contested, statement, opinion if what else None)}
        case debriefing.AnswerWritten(asked=asked, words=words):
            return {"answers": _with(student.answers, asked, words)}
        case debriefing.MovedStep(case_type=case_type, function=function):
            step = case_type, function
            others = (move for move in student.moved if (move.case_type, move.function) != step)
            latest = Moved(*step, event.before, event.level, event.words, event.seq)
            return {"moved": (*others, latest)}
        case debriefing.GlossaryAdded(words=words):
            return {"glossary": (*student.glossary, dict(words))}
    return {}


def _with(answers: Mapping[str, A], id_: str, latest: A | None) -> Mapping[str, A]:
    """Return answers with the latest one at the end; without it, if it was taken back."""
    kept = {other: answer for other, answer in answers.items() if other != id_}
    return kept if latest is None else {**kept, id_: latest}
