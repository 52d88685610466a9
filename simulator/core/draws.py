"""Keyed draws: chance that depends on who and what for, never on the order of calls.

Every draw is a hash of the seed, a purpose and ids onto [0, 1). Two days that differ in one choice
therefore differ only through that choice. Conduct moves the threshold a draw is held against,
never the draw.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


@lru_cache(maxsize=1024)
def _base(seed: int, purpose: str) -> "blake2b":
    return blake2b(f"{seed}\x1f{purpose}".encode(), digest_size=8)


def draw(seed: int, purpose: str, *ids: str | int) -> float:
    """Return a number in [0, 1), always the same one for the same seed, purpose and ids."""
    state = _base(seed, purpose).copy()
    named = f"\x1f{ids[0]}" if len(ids) == 1 else "\x1f" + "\x1f".join(map(str, ids))
    state.update(named.encode())
    return (int.from_bytes(state.digest(), "big") >> 11) * 2.0**-53


def pick(options: Sequence[T], seed: int, purpose: str, *ids: str | int) -> T:
    """Return one of ``options`` by a keyed draw."""
    return options[int(draw(seed, purpose, *ids) * len(options))]


def between(low: int, high: int, seed: int, purpose: str, *ids: str | int) -> int:
    """Return a whole number from ``low`` to ``high``, both included, by a keyed draw."""
    return low + int(draw(seed, purpose, *ids) * (high - low + 1))


def weighted(options: Sequence[tuple[T, int]], seed: int, purpose: str, *ids: str | int) -> T:
    """Return one of ``(option, weight)`` by a keyed draw, in proportion to the weights."""
    mark = draw(seed, purpose, *ids) * sum(weight for _, weight in options)
    for option, weight in options:
        mark -= weight
        if mark < 0:
            return option
    return options[-1][0]
