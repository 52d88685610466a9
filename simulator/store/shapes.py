"""The shapes of what is stored, by version, and how what an earlier version wrote is brought up.

Stored are events, commands, and through ``day.opened`` the whole opening, as the codec writes their
dataclasses: field names, types, order and defaults are all part of the shape, for a field that has
its default is left out. So **changing any of them is a new version here**: add it to ``SHAPES``,
and to ``UPGRADES`` what turns the older into it (nothing, where the older is read as it is: a new
field with a default, a wider type). What an event of a stored kind *does* to a day never changes:
an event that means something else is a new kind.
"""

from collections.abc import Callable, Mapping
from typing import Any

Plain = Any
"""A value as JSON holds it."""
Upgrade = Callable[[dict[str, Plain]], dict[str, Plain]]
"""Turns the fields of an event, or of a command, as one version wrote them into the next's."""

SHAPES: Mapping[int, str] = {
    1: "0.1.0",
    2: "0.2.0",
    3: "0.3.0",
}
"""The version of the program that first wrote each version of the shapes."""

VERSION = max(SHAPES)
"""The version that is written now."""


def _without(field: str) -> Upgrade:
    """Return what takes a field away that is worked out now, and no longer stored."""
    return lambda plain: {name: value for name, value in plain.items() if name != field}


def _sources_as_texts(plain: dict[str, Plain]) -> dict[str, Plain]:
    """Bring up a day's opening whose sources were names, and not texts in two languages."""

    def text(name: str) -> Plain:
        return {"da": name, "en": name}

    opening: dict[str, Plain] = plain["opening"]
    for amount in opening.get("amounts", {}).values():
        amount["source"] = text(amount["source"])
    for case_type in opening.get("case_types", {}).values():
        if sources := case_type.get("sources"):
            case_type["sources"] = [{"source": text(name)} for name in sources]
    return plain


UPGRADES: dict[int, Mapping[str, Upgrade]] = {
    2: {
        "day.opened": _sources_as_texts,
        "suggestion.shown": _without("causes"),
        "autodecision.issued": _without("causes"),
    },
}
"""By the version they upgrade from: for each kind of event, or name of a command, what to do.

A kind that is not named is read by the next version as it was written.
"""


def brought_up(name: str, plain: dict[str, Plain], version: int) -> dict[str, Plain]:
    """Return the fields of an event of a kind, or of a command, as this version would write them.

    ``version`` is the one they were written in.
    """
    for older in range(version, VERSION):
        if step := UPGRADES.get(older, {}).get(name):
            plain = step(plain)
    return plain


def changed_since(name: str, version: int) -> bool:
    """Return whether an event of a kind, or a command, is written otherwise than it was."""
    return any(name in UPGRADES.get(older, {}) for older in range(version, VERSION))
