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
    4: "0.4.0",
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


_DUTIES: Mapping[str, tuple[list[str], list[str]]] = {
    "always": (["rule", "facts", "amount", "contact"], ["amount", "contact"]),
    "adverse": (
        ["rule", "considerations", "facts", "complaint", "correct"],
        ["considerations", "facts", "rule", "complaint", "correct"],
    ),
    "aided": (["decided-by"], ["decided-by"]),
    "forgotten": (["contact", "correct", "decided-by"], ["contact", "correct"]),
    "besides": ([], ["facts"]),
}
"""What letters owe and forget where the file of their case type does not say: until 2, from 3."""


def _with_duties(plain: dict[str, Plain]) -> dict[str, Plain]:
    """Return the opening of a day with the duties its letters had while they were the default."""
    opening = plain["opening"]
    types = {id_: _owing(kind) for id_, kind in opening["case_types"].items()}
    return {**plain, "opening": {**opening, "case_types": types}}


def _owing(kind: dict[str, Plain]) -> dict[str, Plain]:
    written = kind.get("duties", {})
    meant = {key: written.get(key, then) for key, (then, _) in _DUTIES.items()}
    duties = {key: parts for key, parts in meant.items() if parts != _DUTIES[key][1]}
    before = {key: value for key, value in kind.items() if key not in ("duties", "defensible")}
    after = {key: kind[key] for key in ("defensible",) if key in kind}
    return {**before, "duties": duties, **after}


def _opening_as_told(plain: dict[str, Plain]) -> dict[str, Plain]:
    """Bring up the opening of a day: its sources, and the duties of its letters."""
    return _with_duties(_sources_as_texts(plain))


UPGRADES: dict[int, Mapping[str, Upgrade]] = {
    2: {
        "day.opened": _opening_as_told,
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
