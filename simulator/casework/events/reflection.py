"""The student's own marks."""

from simulator.casework.events import Event, event


@event("moment.marked")
class MomentMarked(Event):
    """The student marked the moment; the words, if any, are the student's."""

    words: int | None = None
