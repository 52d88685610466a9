"""The course of a case."""

from simulator.casework.case_types import Answer
from simulator.casework.events import Event, event
from simulator.casework.sights import Seen


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


@event("case.taken_out")
class CaseTakenOut(Event):
    """The case was taken out of its levels: everything by hand from here."""

    words: int | None = None


@event("step.done", unseen=True)
class StepDone(Event):
    """A function of the case is done, and the chain can go on."""

    function: str
    level: int
    how: str
    """``by-hand``, ``automation``, ``skipped`` or ``deadline`` (a hearing not answered in time)."""


@event("facts.settled")
class FactsSettled(Event):
    """The caseworker chose which sights of the facts to build on."""

    basis: tuple[Seen, ...]


@event("result.reached")
class ResultReached(Event):
    """The caseworker worked out an answer that is still to be weighed."""

    answer: Answer
