"""What the store asks of a database. Everything else that is stored is told in SQL alone.

An implementation is one module beside this one. The store begins, ends and repeats transactions;
the database says how one begins, what a fault of its driver means, and who sits at which desk.
"""

from collections.abc import Callable
from typing import Protocol

from sqlalchemy import Connection

from simulator.store.problems import StoreProblem


class Seat:
    """A seat at the desk of a session. It is free again when it is left, or its program ends."""

    def __init__(self, leave: Callable[[], object]) -> None:
        self._leave = leave

    def leave(self) -> None:
        """Let somebody else sit down. It may be left more than once."""
        self._leave()


class Database(Protocol):
    """A database, and where it lies."""

    faults: tuple[type[Exception], ...]
    """What its driver raises, and SQLAlchemy for it."""

    def connect(self) -> Connection:
        """Connect, so that a commit is on the disk when it returns, and what is deleted is gone.

        Transactions on the connection begin by ``begin`` alone. Raises ``StoreProblem`` or one of
        ``faults``.
        """

    def begin(self, connection: Connection, *, writing: bool) -> None:
        """Begin a transaction that reads everything as it is at one moment.

        One that is ``writing`` is alone with that: nothing it reads is changed before it is over.
        Raises one of ``faults``, at once where another program is writing.
        """

    def problem(self, fault: Exception) -> StoreProblem:
        """Return what one of ``faults`` means to a person: ``busy`` is tried again."""

    def forget_deleted(self, connection: Connection) -> None:
        """Remove what was deleted from wherever it may still lie beside the tables.

        Where another program is reading it goes when the connection is closed.
        """

    def take_seat(self, session: str) -> Seat | None:
        """Sit down at a session; return ``None`` if somebody sits there.

        The machine lets go of a seat when its program ends, however it ends. Where the place knows
        no locks there is always a seat.
        """

    def is_free(self, session: str) -> bool:
        """Return whether nobody sits at a session just now."""

    def clear_seat(self, session: str) -> None:
        """Remove whatever is kept for the seat of a session that is deleted."""
