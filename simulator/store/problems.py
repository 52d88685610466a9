"""What can go wrong with storage: a stable code, said by the word ``store.<code>``."""


class StoreProblem(Exception):  # noqa: N818 - what happened, not what kind of class it is
    """Storage that cannot do what was asked; nothing acknowledged is lost."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code, self.arguments = code, arguments


class SessionFileProblem(StoreProblem):
    """A session file that cannot be used."""


class EventRefused(ValueError):
    """Stored text that is not an event."""
