"""Leaving the digital."""

from simulator.casework.events import Event, event


@event("digital.opted_out")
class DigitalOptedOut(Event):
    """The student went round the system."""

    sake: str
    """``citizen``, ``doubt``, ``judgment`` or ``down``."""


@event("channel.changed")
class ChannelChanged(Event):
    """The citizen is written to, or met, another way."""

    channel: str
    before: str
