"""What a student can say to the debrief, as plain values; ``debrief.talk.decide`` makes events.

Their words never enter an event: it holds the number, and the store keeps the words apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.casework.commands import Command


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
    words: str = ""


@dataclass(frozen=True)
class ContestStatement(Command):
    """Say whether a statement ``fits``, ``fits-not``, or is to ``explain``; empty takes it back."""

    statement: str
    verdict: str
    words: str = ""


@dataclass(frozen=True)
class WriteAnswer(Command):
    """Answer a question, or fill in a field of a form; without words the answer is taken back."""

    asked: str
    words: str = ""


@dataclass(frozen=True)
class MoveStep(Command):
    """Move a step of the ladder up or down, for tomorrow."""

    case_type: str
    function: str
    level: int
    words: str = ""


@dataclass(frozen=True)
class AddWord(Command):
    """Put a word in the shared glossary; ``own`` by field."""

    own: Mapping[str, str] = field(default_factory=dict)
