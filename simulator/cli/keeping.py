"""The store as a command uses it: opened, and closed again whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager

from simulator.core.garbage import uncollected
from simulator.store.engine import Store, open_store
from simulator.store.seats import take_seat
from simulator.store.session import Session


@contextmanager
def kept() -> Iterator[Store]:
    """Open the store for a while. Raises ``StoreProblem``."""
    store = open_store()
    try:
        yield store
    finally:
        store.close()


def resumed(store: Store, name: str) -> Session:
    """Take a session up by its name, in capitals or not. Raises ``StoreProblem``."""
    with uncollected(settled=True):
        return Session.resume(store, name.upper())


@contextmanager
def seated(session: Session) -> Iterator[bool]:
    """Sit down at a session for a while; false where another program sits there.

    A day that has ended is only talked about: there is room for everybody.
    """
    seat = take_seat(session.store, session.id)
    try:
        yield seat is not None or session.day.ended
    finally:
        if seat is not None:
            seat.leave()
