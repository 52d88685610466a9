"""The student's side of a debrief: what they have guessed, placed, contested, answered and moved.

``evolve(student, event)`` folds it from the events stored after the day has ended. A log may be
imported, so the ids in it may be unknown: whoever shows them looks them up.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from simulator.casework.actions import debriefing
from simulator.casework.events import Event
from simulator.core.values import changed
from simulator.debrief.phases import ROUTES, Route

Place = Literal["supports", "strains", "open"]
PLACES: tuple[Place, ...] = ("supports", "strains", "open")
Verdict = Literal["fits", "fits-not", "explain"]
VERDICTS: tuple[Verdict, ...] = ("fits", "fits-not", "explain")


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
    step = _EVOLVES.get(type(event))
    return step(student, event) if step else student


def fold(events: Iterable[Event]) -> StudentSide:
    """Return the student's side after all events of a log."""
    student = StudentSide()
    for event in events:
        student = evolve(student, event)
    return student


def _route(student: StudentSide, event: debriefing.RouteChosen) -> StudentSide:
    return changed(
        student, route=next((route for route in ROUTES if route == event.route), student.route)
    )


def _phase(student: StudentSide, event: debriefing.PhaseBegun) -> StudentSide:
    begun = dict.fromkeys((*student.begun, event.phase))
    return changed(student, phase=event.phase, begun=tuple(begun))


def _estimate(student: StudentSide, event: debriefing.EstimateGiven) -> StudentSide:
    return changed(student, guesses=dict(event.guesses))


def _placed(student: StudentSide, event: debriefing.StatementPlaced) -> StudentSide:
    opinion = Said(event.place, event.words, event.seq)
    return changed(student, placed=_with(student.placed, event.statement, opinion))


def _contested(student: StudentSide, event: debriefing.StatementContested) -> StudentSide:
    opinion = Said(event.verdict, event.words, event.seq)
    return changed(student, contested=_with(student.contested, event.statement, opinion))


def _with(opinions: Mapping[str, Said], statement: str, opinion: Said) -> Mapping[str, Said]:
    kept = {id_: other for id_, other in opinions.items() if id_ != statement}
    return {**kept, statement: opinion} if opinion.what else kept


def _answer(student: StudentSide, event: debriefing.AnswerWritten) -> StudentSide:
    kept = {id_: words for id_, words in student.answers.items() if id_ != event.asked}
    answers = kept if event.words is None else {**kept, event.asked: event.words}
    return changed(student, answers=answers)


def _moved(student: StudentSide, event: debriefing.MovedStep) -> StudentSide:
    step = event.case_type, event.function
    others = (move for move in student.moved if (move.case_type, move.function) != step)
    latest = Moved(*step, event.before, event.level, event.words, event.seq)
    return changed(student, moved=(*others, latest))


def _glossary(student: StudentSide, event: debriefing.GlossaryAdded) -> StudentSide:
    return changed(student, glossary=(*student.glossary, dict(event.words)))


_EVOLVES: Mapping[type[Event], Callable[[StudentSide, Any], StudentSide]] = {
    debriefing.RouteChosen: _route,
    debriefing.PhaseBegun: _phase,
    debriefing.EstimateGiven: _estimate,
    debriefing.StatementPlaced: _placed,
    debriefing.StatementContested: _contested,
    debriefing.AnswerWritten: _answer,
    debriefing.MovedStep: _moved,
    debriefing.GlossaryAdded: _glossary,
}
