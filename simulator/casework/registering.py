"""Entering functions in tables, with decorators: how the families say what they do."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
F = TypeVar("F")


def registers(table: dict[K, F], *keys: K) -> Callable[[F], F]:
    """Return a decorator that enters a function in a table under some keys."""

    def register(step: F) -> F:
        table.update(dict.fromkeys(keys, step))
        return step

    return register
