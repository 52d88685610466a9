"""The debrief: what the student says to it, after the day has ended. The day's fold ignores it."""

from simulator.casework.events.base import Event, event


@event("route.chosen")
class RouteChosen(Event):
    """It was chosen how long the debrief is to take, and with whom."""

    route: str
    """``ninety``, ``forty-five``, ``alone`` or ``bench``."""


@event("phase.begun")
class PhaseBegun(Event):
    """A phase of the debrief was begun."""

    phase: str


@event("estimate.given")
class EstimateGiven(Event):
    """The student guessed at figures of the own day, before anything of it was shown."""

    guesses: tuple[tuple[str, int], ...]
    """(what, guess), in the order they were asked; what was passed over is not there."""


@event("statement.placed")
class StatementPlaced(Event):
    """The student placed a statement on its value."""

    statement: str
    place: str
    """``supports``, ``strains`` or ``open``; empty: taken back."""
    words: int | None = None


@event("statement.contested")
class StatementContested(Event):
    """The student said whether a statement fits."""

    statement: str
    verdict: str
    """``fits``, ``fits-not`` or ``explain``; empty: taken back."""
    words: int | None = None


@event("answer.written")
class AnswerWritten(Event):
    """The student answered something the debrief asks."""

    asked: str
    """The question's id, or that of the field it has."""
    words: int | None = None
    """Nothing: the answer was taken back."""


@event("moved.step")
class MovedStep(Event):
    """The student moved a step up or down the ladder, for tomorrow."""

    case_type: str
    function: str
    before: int
    level: int
    words: int | None = None


@event("glossary.added")
class GlossaryAdded(Event):
    """A word was put in the shared glossary."""

    words: tuple[tuple[str, int], ...]
    """(field, number of the student's words): the word, what each side hears, what to ask."""
