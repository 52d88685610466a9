"""Talking across: IT, and the owners of systems."""

from simulator.casework.events.base import Event, event


@event("ticket.written")
class TicketWritten(Event):
    """IT was written to."""

    ticket: str
    """``error``, ``wish`` or ``question``."""
    system: str
    filled: tuple[str, ...]
    """The fields of the message that were filled in."""
    words: int | None = None


@event("ticket.answered")
class TicketAnswered(Event):
    """IT, or the owner of a system, answered."""

    line: str
    system: str
    about: str
    """What was asked, as the agenda has it."""
