"""Noticing that something is wrong, and doing something about it."""

from simulator.casework.events.base import Event, event
from simulator.core.facts import Value


@event("conflict.noticed")
class ConflictNoticed(Event):
    """The student says that two sources disagree."""

    path: str
    subject: str
    sources: tuple[str, str]


@event("error.found")
class ErrorFound(Event):
    """A value was shown not to hold. Unseen in play.

    By the caseworker, who pointed at two sources that do disagree, or by what a citizen said who
    was sure.
    """

    path: str
    subject: str
    source: str
    """The one that does not show the truth."""
    revealed_by: str
    """``player`` or ``citizen``."""


@event("error.fixed_locally")
class ErrorFixedLocally(Event):
    """A value was typed in by hand; the next run may overwrite it."""

    system: str
    fact: str
    subject: str
    value: Value


@event("error.reported_to_source")
class ErrorReportedToSource(Event):
    """The owner of the data was told."""

    system: str
    path: str
    subject: str
    words: int | None = None


@event("error.corrected")
class ErrorCorrected(Event):
    """The owner put right what they hold; copies follow at their next runs, where there are any."""

    system: str
    fact: str
    subject: str
    value: Value


@event("citizen.informed_of_error")
class CitizenInformedOfError(Event):
    """A citizen was told that a system shows something of them that does not hold."""

    citizen: str
    system: str
    path: str
    line: str = ""
    """Text id of what the citizen says to it; empty: nothing."""


@event("integration.repaired")
class IntegrationRepaired(Event):
    """An integration runs again; it catches up at its next run."""

    integration: str
