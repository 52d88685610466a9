"""Changing a frozen value: a new one that differs in the named fields."""

from typing import Any, TypeVar

T = TypeVar("T")


def changed(value: T, /, **changes: Any) -> T:
    """Return a copy of the frozen dataclass ``value`` with ``changes``.

    As ``dataclasses.replace``, without running ``__init__`` again: a day is changed once for every
    event of its log, so this is the innermost step of a replay. Not for a value that keeps what it
    has worked out of its fields (``cached_property``): the copy would keep that too.
    """
    copy = object.__new__(type(value))
    fields = copy.__dict__
    fields.update(value.__dict__)
    fields.update(changes)
    return copy
