"""The course of a case."""

from simulator.casework.events import Event, event


@event("case.opened")
class CaseOpened(Event):
    """The case was taken in hand."""


@event("case.postponed")
class CasePostponed(Event):
    """The case was laid aside until later."""


@event("case.set_aside")
class CaseSetAside(Event):
    """The student skips the case. No reason is kept and no statement is made of it."""


@event("case.handed_over")
class CaseHandedOver(Event):
    """A colleague takes the case."""

    to: str


@event("case.withdrawn")
class CaseWithdrawn(Event):
    """The citizen needs no answer any more: what was left alone has solved itself."""

    line: str = ""


@event("case.closed")
class CaseClosed(Event):
    """The case is finished."""
