"""The student's side of a debrief: what they have guessed, placed, contested, answered and moved.

``evolve(part, event)`` folds it from the events stored after the day has ended. A log may be
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
class Part:
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


def evolve(part: Part, event: Event) -> Part:
    """Return the student's side after an event; an event of the day changes nothing."""
    step = _EVOLVES.get(type(event))
    return step(part, event) if step else part


def fold(events: Iterable[Event]) -> Part:
    """Return the student's side after all events of a log."""
    part = Part()
    for event in events:
        part = evolve(part, event)
    return part


def _route(part: Part, event: debriefing.RouteChosen) -> Part:
    return changed(
        part, route=next((route for route in ROUTES if route == event.route), part.route)
    )


def _phase(part: Part, event: debriefing.PhaseBegun) -> Part:
    begun = dict.fromkeys((*part.begun, event.phase))
    return changed(part, phase=event.phase, begun=tuple(begun))


def _estimate(part: Part, event: debriefing.EstimateGiven) -> Part:
    return changed(part, guesses=dict(event.guesses))


def _placed(part: Part, event: debriefing.StatementPlaced) -> Part:
    opinion = Said(event.place, event.words, event.seq)
    return changed(part, placed=_with(part.placed, event.statement, opinion))


def _contested(part: Part, event: debriefing.StatementContested) -> Part:
    opinion = Said(event.verdict, event.words, event.seq)
    return changed(part, contested=_with(part.contested, event.statement, opinion))


def _with(opinions: Mapping[str, Said], statement: str, opinion: Said) -> Mapping[str, Said]:
    kept = {id_: other for id_, other in opinions.items() if id_ != statement}
    return {**kept, statement: opinion} if opinion.what else kept


def _answer(part: Part, event: debriefing.AnswerWritten) -> Part:
    kept = {id_: words for id_, words in part.answers.items() if id_ != event.asked}
    answers = kept if event.words is None else {**kept, event.asked: event.words}
    return changed(part, answers=answers)


def _moved(part: Part, event: debriefing.MovedStep) -> Part:
    step = event.case_type, event.function
    others = (move for move in part.moved if (move.case_type, move.function) != step)
    latest = Moved(*step, event.before, event.level, event.words, event.seq)
    return changed(part, moved=(*others, latest))


def _glossary(part: Part, event: debriefing.GlossaryAdded) -> Part:
    return changed(part, glossary=(*part.glossary, dict(event.words)))


_EVOLVES: Mapping[type[Event], Callable[[Part, Any], Part]] = {
    debriefing.RouteChosen: _route,
    debriefing.PhaseBegun: _phase,
    debriefing.EstimateGiven: _estimate,
    debriefing.StatementPlaced: _placed,
    debriefing.StatementContested: _contested,
    debriefing.AnswerWritten: _answer,
    debriefing.MovedStep: _moved,
    debriefing.GlossaryAdded: _glossary,
}
