"""The state of a debrief: the program's account of the day, and the student's answers so far.

``decide(state, command) -> events`` and ``evolve(state, event) -> state`` are pure, as for a day.
All of it follows from the log and the town, so a debrief can be continued later.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.casework.actions import debriefing
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
from simulator.debrief.debrief import Debrief
from simulator.debrief.estimates import ESTIMATES
from simulator.debrief.phases import GLOSSARY, OWN_IN, ROUTES, Phase, askable, own_asks, phases
from simulator.debrief.statements import Statement
from simulator.debrief.student_side import PLACES, VERDICTS, StudentSide
from simulator.debrief.student_side import evolve as evolve_student

LARGEST_GUESS = 10_000


class NotSaid(Exception):  # noqa: N818 - what happened, not what kind of class it is
    """A command names something that this debrief does not have."""


@dataclass(frozen=True)
class DebriefState:
    """The state of a debrief."""

    debrief: Debrief
    student: StudentSide
    seq: int
    """The number of the next event."""
    minute: int
    """The minute at which the day ended: a debrief takes no simulated time."""
    words: int
    """The number of the student's newest text."""

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of the chosen route; ``()`` before it is chosen."""
        return phases(self.student.route) if self.student.route else ()

    @property
    def phase(self) -> Phase | None:
        """The phase begun last; ``None`` if no phase of this route was."""
        return next((phase for phase in self.phases if phase.id == self.student.phase), None)

    @property
    def next_phase(self) -> Phase | None:
        """The phase after the one begun last, at first the first one; ``None`` after the last."""
        ids = [phase.id for phase in self.phases]
        place = ids.index(self.student.phase) + 1 if self.student.phase in ids else 0
        return self.phases[place] if place < len(ids) else None

    @property
    def estimated(self) -> bool:
        """Whether the log may be shown: the guesses were given, or this route asks for none."""
        asked = any("estimate" in phase.parts for phase in self.phases)
        return self.student.guesses is not None or (bool(self.phases) and not asked)

    @property
    def cards(self) -> tuple[Statement, ...]:
        """The statements to discuss; for a student alone, one per value."""
        alone = self.student.route == "alone"
        return self.debrief.one_a_value if alone else self.debrief.chosen

    def how(self, phase: Phase) -> Phrase:
        """Return the instructions for a phase: for a group, or for a student alone."""
        word = "alone" if self.student.route == "alone" else "how"
        return Phrase(f"debrief.phase.{phase.id}.{word}")

    def asks(self, phase: Phase) -> tuple[str, ...]:
        """Return the ids of the questions of a phase, including the scenario's own."""
        own = len(self.debrief.day.opening.questions) if phase.id == OWN_IN else 0
        return (*phase.asks, *own_asks(own))

    def question(self, asked: str) -> Phrase:
        """Return the text of a question, or the label of a field, by its id."""
        kind, _, number = asked.partition(".")
        questions = self.debrief.day.opening.questions
        if kind == "own" and number.isdecimal() and 1 <= int(number) <= len(questions):
            return Phrase(questions[int(number) - 1])
        return Phrase(f"debrief.ask.{asked}")


def debrief_state(debrief: Debrief, events: Iterable[Event]) -> DebriefState:
    """Return the state of a debrief after a log, which may have grown since it was made."""
    state = DebriefState(debrief, StudentSide(), 0, debrief.day.minute, 0)
    for event in events:
        state = evolve(state, event)
    return state


def evolve(state: DebriefState, event: Event) -> DebriefState:
    """Return the state of a debrief after an event."""
    return changed(
        state,
        student=evolve_student(state.student, event),
        seq=event.seq + 1,
        words=max([state.words, *words_of(event)]),
    )


def decide(state: DebriefState, command: Command) -> tuple[Event, ...]:
    """Return the events of a command. Raises ``NotSaid`` if it names something unknown."""
    kind, data = _DECIDES[type(command)](state, command)
    text: str = getattr(command, "words", "")
    if text:
        data["words"] = state.words + 1
    return (kind(seq=state.seq, minute=state.minute, **data),)


Decided = tuple[type[Event], dict[str, Any]]


def _there(value: object, among: Iterable[object]) -> None:
    if value not in among:
        raise NotSaid(str(value))


def _route(state: DebriefState, command: ChooseRoute) -> Decided:
    _there(command.route, ROUTES)
    by = {"by": "default"} if command.by_default else {}
    return debriefing.RouteChosen, {"route": command.route, **by}


def _phase(state: DebriefState, command: BeginPhase) -> Decided:
    _there(command.phase, [phase.id for phase in state.phases])
    return debriefing.PhaseBegun, {"phase": command.phase}


def _estimate(state: DebriefState, command: GiveEstimate) -> Decided:
    """Accept guesses once only, because the log is shown after the first time."""
    if state.estimated:
        raise NotSaid("estimate")
    for what, guess in command.guesses.items():
        _there(what, ESTIMATES)
        _there(guess, range(LARGEST_GUESS + 1))
    guesses = tuple((what, command.guesses[what]) for what in ESTIMATES if what in command.guesses)
    return debriefing.EstimateGiven, {"guesses": guesses}


def _place(state: DebriefState, command: PlaceStatement) -> Decided:
    _there(command.statement, state.debrief.by_id)
    _there(command.place, ("", *PLACES))
    return debriefing.StatementPlaced, {"statement": command.statement, "place": command.place}


def _contest(state: DebriefState, command: ContestStatement) -> Decided:
    _there(command.statement, state.debrief.by_id)
    _there(command.verdict, ("", *VERDICTS))
    return debriefing.StatementContested, {
        "statement": command.statement,
        "verdict": command.verdict,
    }


def _answer(state: DebriefState, command: WriteAnswer) -> Decided:
    _there(command.asked, askable(len(state.debrief.day.opening.questions)))
    return debriefing.AnswerWritten, {"asked": command.asked}


def _move(state: DebriefState, command: MoveStep) -> Decided:
    day = state.debrief.day
    _there(command.case_type, day.opening.case_types)
    _there(command.function, FUNCTIONS)
    _there(command.function, day.opening.case_types[command.case_type].order)
    _there(command.level, range(5))
    step = {"case_type": command.case_type, "function": command.function}
    before = day.levels.get((command.case_type, command.function), 0)
    return debriefing.MovedStep, {**step, "before": before, "level": command.level}


def _add(state: DebriefState, command: AddWord) -> Decided:
    """Number the fields by the order of their names, as ``casework.own_words.spoken`` does."""
    for name in command.own:
        _there(name, GLOSSARY)
    fields = sorted(name for name, text in command.own.items() if text)
    if "word" not in fields:
        raise NotSaid("word")
    numbers = enumerate(fields, state.words + 1)
    return debriefing.GlossaryAdded, {"words": tuple((name, number) for number, name in numbers)}


_DECIDES: Mapping[type[Command], Callable[[DebriefState, Any], Decided]] = {
    ChooseRoute: _route,
    BeginPhase: _phase,
    GiveEstimate: _estimate,
    PlaceStatement: _place,
    ContestStatement: _contest,
    WriteAnswer: _answer,
    MoveStep: _move,
    AddWord: _add,
}
