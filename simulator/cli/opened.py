"""The store and its sessions as a command opens them, and closes them again."""

from collections.abc import Iterator
from contextlib import contextmanager

from simulator.core.garbage import uncollected
from simulator.store.engine import Store, open_store
from simulator.store.seats import take_seat
from simulator.store.session import Session


@contextmanager
def opened_store() -> Iterator[Store]:
    """Open the store for the block, and close it whatever happens. Raises ``StoreProblem``."""
    store = open_store()
    try:
        yield store
    finally:
        store.close()


def resumed(store: Store, name: str) -> Session:
    """Open the session with the id ``name``, in capitals or not. Raises ``StoreProblem``."""
    with uncollected(settled=True):
        return Session.resume(store, name.upper())


@contextmanager
def seated(session: Session) -> Iterator[bool]:
    """Take the seat of a session for the block, so that no other program plays it meanwhile.

    Yields whether the session may be used here: False if another program has the seat. A day that
    has ended is only talked about, which any number of programs may do.
    """
    seat = take_seat(session.store, session.id)
    try:
        yield seat is not None or session.day.ended
    finally:
        if seat is not None:
            seat.leave()
