"""Checks of an imported log: each of its debrief events must be one the program could have written.

That statements and questions exist is not checked: another version may have had others, and
whoever shows them looks them up.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from simulator.casework.actions.day import DayEnded
from simulator.casework.actions.debriefing import (
    AnswerWritten,
    EstimateGiven,
    GlossaryAdded,
    MovedStep,
    PhaseBegun,
    RouteChosen,
    StatementContested,
    StatementPlaced,
)
from simulator.casework.case_types import FUNCTIONS
from simulator.casework.events import Event
from simulator.debrief.debrief_state import LARGEST_GUESS
from simulator.debrief.estimates import ESTIMATES
from simulator.debrief.phases import GLOSSARY, ROUTES
from simulator.debrief.student_side import PLACES, VERDICTS

_STATEMENT = re.compile(r"[A-Z][0-9]{1,2}:[\w.@/:-]{1,200}")
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,40}")
"""The id of a phase or of a question: ``landing``, ``5b``, ``own.2``, ``it.how-many``."""
_LEVELS = range(5)


def check_said(events: Iterable[Event]) -> None:
    """Raise ``ValueError`` if a debrief event is impossible, or comes before the day has ended."""
    ended = False
    for event in events:
        ended = ended or isinstance(event, DayEnded)
        could = _COULD.get(type(event))
        if could and not (ended and could(event)):
            raise ValueError(f"nobody can say this to a debrief: event {event.seq}")


def _estimate(event: EstimateGiven) -> bool:
    guessed = [what for what, _ in event.guesses]
    inside = all(0 <= guess <= LARGEST_GUESS for _, guess in event.guesses)
    return inside and len(set(guessed)) == len(guessed) and set(guessed) <= set(ESTIMATES)


def _placed(event: StatementPlaced) -> bool:
    return bool(_STATEMENT.fullmatch(event.statement)) and event.place in ("", *PLACES)


def _contested(event: StatementContested) -> bool:
    return bool(_STATEMENT.fullmatch(event.statement)) and event.verdict in ("", *VERDICTS)


def _moved(event: MovedStep) -> bool:
    levels = event.level in _LEVELS and event.before in _LEVELS
    return levels and event.function in FUNCTIONS


def _glossary(event: GlossaryAdded) -> bool:
    fields = [name for name, _ in event.words]
    return "word" in fields and len(set(fields)) == len(fields) and set(fields) <= set(GLOSSARY)


_COULD: Mapping[type[Event], Callable[[Any], bool]] = {
    RouteChosen: lambda event: event.route in ROUTES,
    PhaseBegun: lambda event: bool(_NAME.fullmatch(event.phase)),
    EstimateGiven: _estimate,
    StatementPlaced: _placed,
    StatementContested: _contested,
    AnswerWritten: lambda event: bool(_NAME.fullmatch(event.asked)),
    MovedStep: _moved,
    GlossaryAdded: _glossary,
}
