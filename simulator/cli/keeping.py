"""The store as a command uses it: opened, and closed again whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager

from simulator.store.engine import Store, open_store
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
    return Session.resume(store, name.upper())
