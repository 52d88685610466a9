"""The student's part of a debrief: what they have guessed, placed, contested, answered and moved.

``evolve(part, event)`` folds it from the events written after the day has ended. A log may be
somebody else's, so what it names is looked up by whoever shows it, and is not trusted here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from simulator.casework.actions import debriefing as said
from simulator.casework.events import Event
from simulator.core.values import changed
from simulator.debrief.phases import ROUTES, Route

Place = Literal["supports", "strains", "open"]
PLACES: tuple[Place, ...] = ("supports", "strains", "open")
Verdict = Literal["fits", "fits-not", "explain"]
VERDICTS: tuple[Verdict, ...] = ("fits", "fits-not", "explain")


@dataclass(frozen=True)
class Said:
    """What was said of a statement, the number of the words with it, and the event."""

    what: str
    words: int | None
    event: int


@dataclass(frozen=True)
class Moved:
    """A step that was moved for tomorrow."""

    case_type: str
    function: str
    before: int
    level: int
    words: int | None
    event: int


@dataclass(frozen=True)
class Part:
    """What the student has said to the debrief so far."""

    route: Route | None = None
    """Nothing: not chosen yet."""
    phase: str = ""
    """The phase begun last; empty: none."""
    begun: tuple[str, ...] = ()
    """Every phase that has been begun, in the order they were."""
    guesses: Mapping[str, int] | None = None
    """By what was guessed at; nothing: nobody was asked yet, and nothing may be shown."""
    placed: Mapping[str, Said] = field(default_factory=dict)
    """By statement."""
    contested: Mapping[str, Said] = field(default_factory=dict)
    answers: Mapping[str, int] = field(default_factory=dict)
    """The number of the words by what they answer; the newest."""
    moved: tuple[Moved, ...] = ()
    """The newest move of each step."""
    glossary: tuple[Mapping[str, int], ...] = ()
    """For each word of the glossary, the number of the words by field."""


def evolve(part: Part, event: Event) -> Part:
    """Return the student's part as it is after an event; one that is not of it changes nothing."""
    step = _EVOLVES.get(type(event))
    return step(part, event) if step else part


def fold(events: Iterable[Event]) -> Part:
    """Fold a log into the student's part of its debrief."""
    part = Part()
    for event in events:
        part = evolve(part, event)
    return part


def _route(part: Part, event: said.RouteChosen) -> Part:
    return changed(part, route=next((one for one in ROUTES if one == event.route), part.route))


def _phase(part: Part, event: said.PhaseBegun) -> Part:
    begun = dict.fromkeys((*part.begun, event.phase))
    return changed(part, phase=event.phase, begun=tuple(begun))


def _estimate(part: Part, event: said.EstimateGiven) -> Part:
    return changed(part, guesses=dict(event.guesses))


def _placed(part: Part, event: said.StatementPlaced) -> Part:
    one = Said(event.place, event.words, event.seq)
    return changed(part, placed=_with(part.placed, event.statement, one))


def _contested(part: Part, event: said.StatementContested) -> Part:
    one = Said(event.verdict, event.words, event.seq)
    return changed(part, contested=_with(part.contested, event.statement, one))


def _with(held: Mapping[str, Said], statement: str, one: Said) -> Mapping[str, Said]:
    kept = {id_: other for id_, other in held.items() if id_ != statement}
    return {**kept, statement: one} if one.what else kept


def _answer(part: Part, event: said.AnswerWritten) -> Part:
    kept = {id_: words for id_, words in part.answers.items() if id_ != event.asked}
    answers = kept if event.words is None else {**kept, event.asked: event.words}
    return changed(part, answers=answers)


def _moved(part: Part, event: said.MovedStep) -> Part:
    step = event.case_type, event.function
    others = (one for one in part.moved if (one.case_type, one.function) != step)
    one = Moved(*step, event.before, event.level, event.words, event.seq)
    return changed(part, moved=(*others, one))


def _glossary(part: Part, event: said.GlossaryAdded) -> Part:
    return changed(part, glossary=(*part.glossary, dict(event.words)))


_EVOLVES: Mapping[type[Event], Callable[[Part, Any], Part]] = {
    said.RouteChosen: _route,
    said.PhaseBegun: _phase,
    said.EstimateGiven: _estimate,
    said.StatementPlaced: _placed,
    said.StatementContested: _contested,
    said.AnswerWritten: _answer,
    said.MovedStep: _moved,
    said.GlossaryAdded: _glossary,
}
