"""The frame of a day: its opening and end, levels, time, refusals."""

from simulator.casework.events import Event, event


@event("prebrief.accepted")
class PrebriefAccepted(Event):
    """The student read what the exercise is and is not."""


@event("level.chosen", unseen=True)
class LevelChosen(Event):
    """A level was set before opening, or stood as a default."""

    case_type: str
    function: str
    level: int
    preset: str = ""
    words: int | None = None
    """A name or initials where it was set to 4; one name signs all of a preset."""


@event("level.changed")
class LevelChanged(Event):
    """A level was changed during the day, for a reason of a line."""

    case_type: str
    function: str
    before: int
    level: int
    words: int | None = None


@event("time.passed")
class TimePassed(Event):
    """The student waited, no longer than until something called for them."""

    called_by: str = ""
    """What ended it before its time: ``call``, ``visitor`` or ``urgent``; empty: nothing did."""


@event("break.taken")
class BreakTaken(Event):
    """The student took a break."""

    cake: bool = False
    """There was cake."""


@event("intention.stated")
class IntentionStated(Event):
    """The student said in the morning what they mean to look after today."""

    words: int


@event("day.closed")
class DayClosed(Event):
    """The student went home."""

    open_cases: tuple[str, ...]


@event("day.ended", unseen=True)
class DayEnded(Event):
    """The evening and the weeks after have been told; the debrief can begin."""
