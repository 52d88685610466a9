"""What many sessions are played from, read once: their towns and their openings."""

from collections import deque
from collections.abc import Callable, Hashable
from typing import TypeVar, cast
from weakref import WeakValueDictionary

from sqlalchemy import Connection

V = TypeVar("V")

LAST = 4
"""Values that are kept although nobody holds them any more: two towns with their openings."""


class Shared:
    """Values that never change, by what they were read from; each as long as somebody holds it.

    The last few are kept in any case, for whoever goes through one session after the other.
    """

    def __init__(self) -> None:
        self._values: WeakValueDictionary[Hashable, object] = WeakValueDictionary()
        self._last: deque[object] = deque(maxlen=LAST)

    def get(self, key: Hashable, read: Callable[[], V]) -> V:
        """Return the value of a key, read by ``read`` if it is not here. Raises what that raises.

        A key says all that the value depends on: it is the text itself, or a hash of it that was
        checked as it was read.
        """
        value = self._values.get(key)
        if value is None:
            value = self._values[key] = read()
        if all(value is not kept for kept in self._last):
            self._last.append(value)
        return cast(V, value)


def shared(connection: Connection) -> Shared:
    """Return what the sessions on a connection share; it ends with the connection."""
    kept: Shared = connection.info.setdefault("shared", Shared())
    return kept
