"""What can be said to a debrief: by the student here, and by whoever wrote an imported log.

That statements and questions exist is not checked here: another version may have had others.
Whoever shows them looks them up, and ``debrief_state`` asks for those of its own debrief.
"""

import re
from collections.abc import Collection, Iterable

from simulator.casework.actions import debriefing
from simulator.casework.actions.day import DayEnded
from simulator.casework.case_types import FUNCTIONS
from simulator.casework.events import Event
from simulator.debrief.estimates import ESTIMATES, LARGEST_GUESS
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
        if isinstance(event, debriefing.DebriefEvent) and not (ended and is_possible(event)):
            raise ValueError(f"nobody can say this to a debrief: event {event.seq}")


def is_possible(event: Event) -> bool:
    """Return whether this program could have written a debrief event."""
    match event:
        case debriefing.RouteChosen(route=route):
            return route in ROUTES
        case debriefing.PhaseBegun(phase=name) | debriefing.AnswerWritten(asked=name):
            return bool(_NAME.fullmatch(name))
        case debriefing.EstimateGiven(guesses=guesses):
            inside = all(0 <= guess <= LARGEST_GUESS for _, guess in guesses)
            return inside and _each_once(guesses, ESTIMATES)
        case debriefing.StatementPlaced(statement=statement, place=place):
            return bool(_STATEMENT.fullmatch(statement)) and place in ("", *PLACES)
        case debriefing.StatementContested(statement=statement, verdict=verdict):
            return bool(_STATEMENT.fullmatch(statement)) and verdict in ("", *VERDICTS)
        case debriefing.MovedStep(level=level, before=before, function=function):
            return level in _LEVELS and before in _LEVELS and function in FUNCTIONS
        case debriefing.GlossaryAdded(words=words):
            return "word" in dict(words) and _each_once(words, GLOSSARY)
    return False


def _each_once(pairs: Collection[tuple[str, int]], among: Collection[str]) -> bool:
    names = {name for name, _ in pairs}
    return len(names) == len(pairs) and names <= set(among)
