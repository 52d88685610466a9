"""Who sits at the desk of a session: one program at a time, the others may watch.

It is a courtesy: that two writers cannot write the same place is the log's own doing. The names of
sessions are checked here, for a database may make a place of them.
"""

from simulator.store.database import Seat
from simulator.store.engine import Store
from simulator.store.log import LETTERS


def take_seat(store: Store, session: str) -> Seat | None:
    """Sit down at a session; return ``None`` if somebody sits there.

    At what is no session of ours there is always a seat.
    """
    return store.database.take_seat(session) if _is_ours(session) else Seat(lambda: None)


def is_free(store: Store, session: str) -> bool:
    """Return whether nobody sits at a session just now."""
    return not _is_ours(session) or store.database.is_free(session)


def clear_seat(store: Store, session: str) -> None:
    """Remove what is kept for the seat of a session that is deleted."""
    if _is_ours(session):
        store.database.clear_seat(session)


def _is_ours(session: str) -> bool:
    return bool(session) and set(session) <= set(LETTERS)
