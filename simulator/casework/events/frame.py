"""The frame of a day: its opening and end, levels, time, refusals."""

from simulator.casework.events import Event, event


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
