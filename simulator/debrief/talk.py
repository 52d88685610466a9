"""A debrief being held: what the program says, and what the student has said to it so far.

``decide(talk, command) -> events`` and ``evolve(talk, event) -> talk`` are pure, as they are for a
day. Everything here is a function of the log and the town, so a debrief goes on where it was left.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.casework.actions import debriefing as said
from simulator.casework.actions.debriefing import (
    AddWord,
    BeginPhase,
    ChooseRoute,
    ContestStatement,
    GiveEstimate,
    MoveStep,
    PlaceStatement,
    WriteAnswer,
)
from simulator.casework.case_types import FUNCTIONS
from simulator.casework.commands import Command
from simulator.casework.events import Event, words_of
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.debrief.estimates import ESTIMATES
from simulator.debrief.part import PLACES, VERDICTS, Part
from simulator.debrief.part import evolve as evolve_part
from simulator.debrief.phases import GLOSSARY, OWN_IN, ROUTES, Phase, askable, own_asks, phases
from simulator.debrief.statements import Statement
from simulator.debrief.whole import Debrief

LARGEST_GUESS = 10_000


class NotSaid(Exception):  # noqa: N818 - what happened, not what kind of class it is
    """Something cannot be said to this debrief: it names what is not there."""


@dataclass(frozen=True)
class Talk:
    """A debrief being held."""

    debrief: Debrief
    part: Part
    seq: int
    """The number the next event gets."""
    minute: int
    """The clock as the day left it: a debrief takes none of its time."""
    words: int
    """How many texts of the student's there are so far."""

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of the route that was chosen; none before."""
        return phases(self.part.route) if self.part.route else ()

    @property
    def phase(self) -> Phase | None:
        """The phase begun last; nothing: none of this route's was."""
        return next((one for one in self.phases if one.id == self.part.phase), None)

    @property
    def next_phase(self) -> Phase | None:
        """The phase after the one begun last; the first where none was; nothing after the last."""
        ids = [one.id for one in self.phases]
        place = ids.index(self.part.phase) + 1 if self.part.phase in ids else 0
        return self.phases[place] if place < len(ids) else None

    @property
    def estimated(self) -> bool:
        """Whether the log may be shown: the guesses were asked for, or this route has none."""
        asked = any("estimate" in one.parts for one in self.phases)
        return self.part.guesses is not None or (bool(self.phases) and not asked)

    @property
    def cards(self) -> tuple[Statement, ...]:
        """The statements to talk about; for somebody alone, one a value."""
        alone = self.part.route == "alone"
        return self.debrief.one_a_value if alone else self.debrief.chosen

    def how(self, phase: Phase) -> Phrase:
        """Return how a phase is held: in a group, or by somebody alone."""
        word = "alone" if self.part.route == "alone" else "how"
        return Phrase(f"debrief.phase.{phase.id}.{word}")

    def asks(self, phase: Phase) -> tuple[str, ...]:
        """Return what is asked in a phase, the scenario's own questions with it."""
        own = len(self.debrief.day.opening.questions) if phase.id == OWN_IN else 0
        return (*phase.asks, *own_asks(own))

    def question(self, asked: str) -> Phrase:
        """Return a question, or a field of a form, as it is said."""
        kind, _, number = asked.partition(".")
        questions = self.debrief.day.opening.questions
        if kind == "own" and number.isdecimal() and 1 <= int(number) <= len(questions):
            return Phrase(questions[int(number) - 1])
        return Phrase(f"debrief.ask.{asked}")


def talk(debrief: Debrief, events: Iterable[Event]) -> Talk:
    """Return a debrief as it was left by a log, which may have grown since the debrief was made."""
    held = Talk(debrief, Part(), 0, debrief.day.minute, 0)
    for event in events:
        held = evolve(held, event)
    return held


def evolve(held: Talk, event: Event) -> Talk:
    """Return a debrief as it is after an event."""
    return changed(
        held,
        part=evolve_part(held.part, event),
        seq=event.seq + 1,
        words=max([held.words, *words_of(event)]),
    )


def decide(held: Talk, command: Command) -> tuple[Event, ...]:
    """Return what a command makes happen. Raises ``NotSaid`` for what is not there."""
    kind, data = _DECIDES[type(command)](held, command)
    text: str = getattr(command, "words", "")
    if text:
        data["words"] = held.words + 1
    return (kind(seq=held.seq, minute=held.minute, **data),)


Decided = tuple[type[Event], dict[str, Any]]


def _there(found: object, among: Iterable[object]) -> None:
    if found not in among:
        raise NotSaid(str(found))


def _route(held: Talk, command: ChooseRoute) -> Decided:
    _there(command.route, ROUTES)
    by = {"by": "default"} if command.by_default else {}
    return said.RouteChosen, {"route": command.route, **by}


def _phase(held: Talk, command: BeginPhase) -> Decided:
    _there(command.phase, [one.id for one in held.phases])
    return said.PhaseBegun, {"phase": command.phase}


def _estimate(held: Talk, command: GiveEstimate) -> Decided:
    """Guesses are given once: after the first time the log has been seen."""
    if held.estimated:
        raise NotSaid("estimate")
    for what, guess in command.guesses.items():
        _there(what, ESTIMATES)
        _there(guess, range(LARGEST_GUESS + 1))
    guesses = tuple((what, command.guesses[what]) for what in ESTIMATES if what in command.guesses)
    return said.EstimateGiven, {"guesses": guesses}


def _place(held: Talk, command: PlaceStatement) -> Decided:
    _there(command.statement, held.debrief.by_id)
    _there(command.place, ("", *PLACES))
    return said.StatementPlaced, {"statement": command.statement, "place": command.place}


def _contest(held: Talk, command: ContestStatement) -> Decided:
    _there(command.statement, held.debrief.by_id)
    _there(command.verdict, ("", *VERDICTS))
    return said.StatementContested, {"statement": command.statement, "verdict": command.verdict}


def _answer(held: Talk, command: WriteAnswer) -> Decided:
    _there(command.asked, askable(len(held.debrief.day.opening.questions)))
    return said.AnswerWritten, {"asked": command.asked}


def _move(held: Talk, command: MoveStep) -> Decided:
    day = held.debrief.day
    _there(command.case_type, day.opening.case_types)
    _there(command.function, FUNCTIONS)
    _there(command.function, day.opening.case_types[command.case_type].order)
    _there(command.level, range(5))
    step = {"case_type": command.case_type, "function": command.function}
    before = day.levels.get((command.case_type, command.function), 0)
    return said.MovedStep, {**step, "before": before, "level": command.level}


def _add(held: Talk, command: AddWord) -> Decided:
    """Number the fields as ``casework.commands.spoken`` gives them: by their names."""
    for name in command.own:
        _there(name, GLOSSARY)
    fields = sorted(name for name, text in command.own.items() if text)
    if "word" not in fields:
        raise NotSaid("word")
    numbers = enumerate(fields, held.words + 1)
    return said.GlossaryAdded, {"words": tuple((name, number) for number, name in numbers)}


_DECIDES: Mapping[type[Command], Callable[[Talk, Any], Decided]] = {
    ChooseRoute: _route,
    BeginPhase: _phase,
    GiveEstimate: _estimate,
    PlaceStatement: _place,
    ContestStatement: _contest,
    WriteAnswer: _answer,
    MoveStep: _move,
    AddWord: _add,
}
