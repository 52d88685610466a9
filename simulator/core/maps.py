"""A mapping that never changes, of which a copy with one more entry costs little."""

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import Any, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")

_SHARE = 64
_NONE: dict[Any, Any] = {}


class FrozenMap(Mapping[K, V]):
    """An immutable mapping. ``put`` gives a new one, which shares what it can with this one.

    Keys stand in the order in which they were first put, as in a dict. A dict would be copied
    whole for each change. Here a change copies only the recent entries: those put since all were
    last brought together, which is done as soon as they are more than one in ``_SHARE``.
    """

    __slots__ = ("_recent", "_settled")

    _settled: dict[K, V]
    _recent: dict[K, V]
    """The entries put since ``_settled`` was made; they come before its own. Often empty."""

    def __init__(self, entries: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        self._settled = dict(entries)
        self._recent = _NONE

    def put(self, key: K, value: V) -> "FrozenMap[K, V]":
        """Return the mapping with ``value`` under ``key``, whether or not it was there before."""
        new: FrozenMap[K, V] = object.__new__(FrozenMap)
        if (len(self._recent) + 1) * _SHARE > len(self._settled):
            new._settled, new._recent = {**self._settled, **self._recent, key: value}, _NONE
        else:
            new._settled, new._recent = self._settled, {**self._recent, key: value}
        return new

    def _all(self) -> dict[K, V]:
        """Return all entries as one dict, kept for the next time: nobody can see the difference."""
        if self._recent:
            self._settled, self._recent = {**self._settled, **self._recent}, _NONE
        return self._settled

    def __getitem__(self, key: K) -> V:
        return self._recent[key] if key in self._recent else self._settled[key]

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, default: V | D, /) -> V | D: ...
    def get(self, key: K, default: object = None, /) -> object:
        """Return what stands under ``key``, or ``default``."""
        return self._recent[key] if key in self._recent else self._settled.get(key, default)

    def __contains__(self, key: object) -> bool:
        return key in self._recent or key in self._settled

    def __iter__(self) -> Iterator[K]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def keys(self) -> KeysView[K]:
        """Return the keys, the one first put first."""
        return self._all().keys()

    def values(self) -> ValuesView[V]:
        """Return the values in the order of their keys."""
        return self._all().values()

    def items(self) -> ItemsView[K, V]:
        """Return pairs of key and value in the order of the keys."""
        return self._all().items()

    def __repr__(self) -> str:
        return f"FrozenMap({self._all()!r})"
