"""What can go wrong with storage: a stable code, said by the word ``store.<code>``."""

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


class EventRefused(ValueError):  # noqa: N818 - an answer about a text, not a failure of ours
    """Stored text that is not an event, or events that make no day."""


class WrittenByNewer(EventRefused):
    """Stored text with a kind or a field that only a newer version of the program knows."""
