"""What can go wrong with storage: a stable code, said by the word ``store.<code>``."""

from simulator.core.faults import report_fault
from simulator.core.texts import Phrase
from simulator.core.untrusted import clean


class StoreProblem(Exception):  # noqa: N818 - what happened, not what kind of class it is
    """Storage that cannot do what was asked; nothing acknowledged is lost."""

    def __init__(self, code: str, **arguments: str) -> None:
        self.code = code
        self.arguments = {name: clean(value, limit=500) for name, value in arguments.items()}
        """What the word names: a ``path`` or a ``session``, safe to show."""
        super().__init__(code, self.arguments)

    @property
    def phrase(self) -> Phrase:
        """What is wrong and what to do, to be said."""
        return Phrase(f"store.{self.code}", self.arguments)


class SessionFileProblem(StoreProblem):
    """A session file that cannot be used."""


class FaultProblem(StoreProblem):
    """A session that is as it was saved, which the program itself fails at. It has been reported.

    A ``path`` names the report, for whoever looks after the program.
    """


def fault_of_ours(fault: Exception, session: str) -> FaultProblem:
    """Report a fault of the program's own, and return it as the problem a person is told of."""
    report = report_fault(fault)
    if not report:
        return FaultProblem("session-fault-no-report", session=session)
    return FaultProblem("session-fault", session=session, path=report)


class EventRefused(ValueError):  # noqa: N818 - an answer about a text, not a failure of ours
    """Stored text that is not an event, or events that make no day."""


class WrittenByNewer(EventRefused):
    """Stored text with a kind or a field that only a newer version of the program knows."""
