"""What a student says to the debrief after the day has ended: commands, and the events they become.

What may be said depends on the debrief: ``debrief.debrief_state`` decides it. The day's fold
ignores these events. The student's words never enter one: it holds their number, the store keeps
them apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.casework.case_types import Function
from simulator.casework.commands import Command
from simulator.casework.events import Event, event
from simulator.casework.own_words import OwnWords


@dataclass(frozen=True)
class ChooseRoute(Command):
    """Choose how long the debrief is to take: ``ninety``, ``forty-five``, ``alone``, ``bench``."""

    route: str
    by_default: bool = False
    """Nobody chose: the scenario says where its debrief begins."""


@dataclass(frozen=True)
class BeginPhase(Command):
    """Go on to a phase, or back to one."""

    phase: str


@dataclass(frozen=True)
class GiveEstimate(Command):
    """Guess at the figures of the day; what is left out was passed over."""

    guesses: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class PlaceStatement(Command):
    """Place a statement: ``supports``, ``strains``, ``open``; empty takes it back."""

    statement: str
    place: str
    words: OwnWords = ""


@dataclass(frozen=True)
class ContestStatement(Command):
    """Mark a statement: it ``fits``, ``fits-not`` or is to ``explain``; ``""`` takes that back."""

    statement: str
    verdict: str
    words: OwnWords = ""


@dataclass(frozen=True)
class WriteAnswer(Command):
    """Answer a question, or fill in a field of a form; without words the answer is taken back."""

    asked: str
    words: OwnWords = ""


@dataclass(frozen=True)
class MoveStep(Command):
    """Move a step of the ladder up or down, for tomorrow."""

    case_type: str
    function: str
    level: int
    words: OwnWords = ""


@dataclass(frozen=True)
class AddWord(Command):
    """Put a word in the shared glossary; ``own`` by field."""

    own: Mapping[str, OwnWords] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class DebriefEvent(Event):
    """Something that is said to the debrief. It changes nothing of the day."""


@event("route.chosen", unseen=True)
class RouteChosen(DebriefEvent):
    """It was chosen how long the debrief is to take, and with whom."""

    route: str
    """``ninety``, ``forty-five``, ``alone`` or ``bench``."""


@event("phase.begun", unseen=True)
class PhaseBegun(DebriefEvent):
    """A phase of the debrief was begun."""

    phase: str


@event("estimate.given", unseen=True)
class EstimateGiven(DebriefEvent):
    """The student guessed at figures of the own day, before anything of it was shown."""

    guesses: tuple[tuple[str, int], ...]
    """(what, guess), in the order they were asked; what was passed over is not there."""


@event("statement.placed", unseen=True)
class StatementPlaced(DebriefEvent):
    """The student placed a statement on its value."""

    statement: str
    place: str
    """``supports``, ``strains`` or ``open``; ``""`` where it was taken back."""
    words: int | None = None


@event("statement.contested", unseen=True)
class StatementContested(DebriefEvent):
    """The student said whether a statement fits."""

    statement: str
    verdict: str
    """``fits``, ``fits-not`` or ``explain``; ``""`` where it was taken back."""
    words: int | None = None


@event("answer.written", unseen=True)
class AnswerWritten(DebriefEvent):
    """The student answered something the debrief asks."""

    asked: str
    """The question's id, or that of the field it has."""
    words: int | None = None
    """The number of the student's words; ``None`` where the answer was taken back."""


@event("moved.step", unseen=True)
class MovedStep(DebriefEvent):
    """The student moved a step up or down the ladder, for tomorrow."""

    case_type: str
    function: Function
    before: int
    level: int
    words: int | None = None


@event("glossary.added", unseen=True)
class GlossaryAdded(DebriefEvent):
    """A word was put in the shared glossary."""

    words: tuple[tuple[str, int], ...]
    """(field, number of the student's words): the word, what each side hears, what to ask."""
