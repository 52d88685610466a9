"""The state of a debrief: the program's account of the day, and the student's answers so far.

``decide(state, command) -> events`` and ``evolve(state, event) -> state`` are pure, as for a day.
All of it follows from the log and the town, so a debrief can be continued later.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from simulator.casework.actions import debriefing
from simulator.casework.commands import Command
from simulator.casework.events import Event, words_of
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.debrief.debrief import Debrief
from simulator.debrief.estimates import ESTIMATES
from simulator.debrief.phases import GLOSSARY, OWN_IN, Phase, askable, own_asks, phases
from simulator.debrief.possible import is_possible
from simulator.debrief.statements import Statement
from simulator.debrief.student_side import StudentSide
from simulator.debrief.student_side import evolve as evolve_student


class NotSaid(Exception):  # noqa: N818 - what happened, not what kind of class it is
    """A command says what cannot be said to this debrief; the argument is what, or its kind."""


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
        """The phases of the chosen route; ``()`` before it is chosen or the day is over."""
        return phases(self.student.route) if self.student.route and self.debrief.over else ()

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
    kind, data = _made(state, command)
    if getattr(command, "words", ""):
        data["words"] = state.words + 1
    event = kind(seq=state.seq, minute=state.minute, **data)
    if not is_possible(event):
        raise NotSaid(event.kind)
    return (event,)


def _there(value: object, among: Iterable[object]) -> None:
    if value not in among:
        raise NotSaid(str(value))


def _made(state: DebriefState, command: Command) -> tuple[type[Event], dict[str, Any]]:
    """Return the event of a command and its fields, once this debrief has what it names."""
    day = state.debrief.day
    data = {name: value for name, value in vars(command).items() if name != "words"}
    match command:
        case debriefing.ChooseRoute(route=route, by_default=by_default):
            data = {"route": route, "by": "default" if by_default else "player"}
            return debriefing.RouteChosen, data
        case debriefing.BeginPhase(phase=begun):
            _there(begun, [phase.id for phase in state.phases])
            return debriefing.PhaseBegun, data
        case debriefing.GiveEstimate(guesses=guesses):
            if state.estimated:  # the log is shown after the first time
                raise NotSaid("estimate")
            asked = [what for what in dict.fromkeys((*ESTIMATES, *guesses)) if what in guesses]
            data["guesses"] = tuple((what, guesses[what]) for what in asked)
            return debriefing.EstimateGiven, data
        case debriefing.PlaceStatement(statement=statement):
            _there(statement, state.debrief.by_id)
            return debriefing.StatementPlaced, data
        case debriefing.ContestStatement(statement=statement):
            _there(statement, state.debrief.by_id)
            return debriefing.StatementContested, data
        case debriefing.WriteAnswer(asked=question):
            _there(question, askable(len(day.opening.questions)))
            return debriefing.AnswerWritten, data
        case debriefing.MoveStep(case_type=case_type, function=function):
            _there(case_type, day.opening.case_types)
            _there(function, day.opening.case_types[case_type].order)
            data["before"] = day.levels.get((case_type, function), 0)
            return debriefing.MovedStep, data
        case debriefing.AddWord(own=own):
            for name in own:
                _there(name, GLOSSARY)
            fields = sorted(name for name, text in own.items() if text)
            numbers = enumerate(fields, state.words + 1)  # in the order of ``own_words.spoken``
            words = tuple((name, number) for number, name in numbers)
            return debriefing.GlossaryAdded, {"words": words}
    raise NotSaid(command.name)
