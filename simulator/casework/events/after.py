"""After closing: the evening and the weeks that follow."""

from simulator.casework.events import Event, event


@event("evening.told")
class EveningTold(Event):
    """A citizen at home, in their own voice."""

    citizen: str
    line: str


@event("complaint.filed")
class ComplaintFiled(Event):
    """A citizen complains."""

    citizen: str
    line: str
    days: int
    """Days after the day played."""


@event("appeal.settled")
class AppealSettled(Event):
    """The case was looked at again."""

    citizen: str
    changed: bool
    days: int


@event("repayment.claimed")
class RepaymentClaimed(Event):
    """Too much was paid and is asked back."""

    citizen: str
    amount: int
    """Øre a month, or once."""
    days: int
    once: bool = False


@event("citizen.gave_up")
class CitizenGaveUp(Event):
    """A citizen no longer asks."""

    citizen: str
    line: str
    days: int


@event("thanks.received")
class ThanksReceived(Event):
    """A citizen thanks."""

    citizen: str
    line: str
    days: int
