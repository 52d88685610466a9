"""Events as text and back: canonical, so that equal events are equal bytes.

Only fields that differ from their defaults are written, in the order they are declared; a mapping
keeps its order, which is the order things stand in on a screen. Reading goes through pydantic,
strictly; text from a foreign file must also be written exactly as we write it, so that nothing can
hide in it (``decode_foreign``).
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from simulator.casework.events import BY_KIND, Event
from simulator.core.untrusted import clean
from simulator.store.problems import EventRefused


def encode(event: Event) -> str:
    """Write an event as canonical JSON. Its kind is kept beside it."""
    return canonical(_plain(event))


def canonical(plain: object) -> str:
    """Write a plain value so that equal values in equal order are equal bytes."""
    return _WRITER.encode(plain)


_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def decode(kind: str, text: str) -> Event:
    """Read an event of a kind. Raises ``EventRefused`` for anything that is not one."""
    if kind not in BY_KIND:
        raise EventRefused("no such kind")
    try:
        event: Event = _adapter(kind).validate_json(text, strict=True)
    except (ValidationError, RecursionError) as wrong:
        raise EventRefused(str(wrong)[:200]) from None
    return event


def decode_foreign(kind: str, text: str) -> Event:
    """Read an event of somebody else's file: nothing extra, nothing unprintable in it."""
    event = decode(kind, text)
    if encode(event) != text:
        raise EventRefused("not as it is written here")
    check_printable(json.loads(text))
    return event


def check_printable(plain: object) -> None:
    """Look for text that could show something else than it says. Raises ``EventRefused``."""
    waiting = [plain]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting.extend((*one.keys(), *one.values()))
        elif isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, str) and clean(one, lines=True) != one:
            raise EventRefused("unprintable")


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(BY_KIND[kind])


@cache
def _layout(cls: type) -> tuple[tuple[str, object], ...]:
    """Return a dataclass's fields with their defaults."""
    return tuple(
        (
            one.name,
            one.default if one.default_factory is MISSING else one.default_factory(),
        )
        for one in fields(cls)
    )


def _plain(value: Any) -> Any:
    if value is None or type(value) in (str, int, bool):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        found = ((name, getattr(value, name), usual) for name, usual in _layout(type(value)))
        return {name: _plain(here) for name, here, usual in found if here != usual}
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value]
