"""Events and commands as text and back: canonical, so that equal values are equal bytes.

Only fields that differ from their defaults are written, in the order they are declared; a mapping
keeps its order, which is the order things stand in on a screen. Reading goes through pydantic,
strictly; text from a foreign file must also be written exactly as we write it, so that nothing can
hide in it (``foreign``). A kind or a field that is not known here was written by a newer version
of the program: it is refused as that, and never passed over.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from simulator.casework.commands import COMMANDS, Command
from simulator.casework.events import BY_KIND, Event
from simulator.core.untrusted import clean
from simulator.store import shapes
from simulator.store.problems import EventRefused, WrittenByNewer


def encode(value: Event | Command) -> str:
    """Write an event or a command as canonical JSON. Its kind or name is kept beside it."""
    return canonical(_plain(value))


def canonical(plain: object) -> str:
    """Write a plain value so that equal values in equal order are equal bytes."""
    return _WRITER.encode(plain)


_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def decode(kind: str, text: str, version: int | None = None, *, foreign: bool = False) -> Event:
    """Read an event of a kind, as ``version`` of the shapes wrote it; by default this version.

    ``foreign`` text is somebody else's file: it must be canonical and printable. Raises
    ``EventRefused`` for anything that is not such an event, ``WrittenByNewer`` for what only a
    newer program knows.
    """
    event: Event = _read(BY_KIND, kind, text, version, foreign)
    return event


def decode_command(
    name: str, text: str, version: int | None = None, *, foreign: bool = False
) -> Command:
    """Read a command by its name, as ``decode`` reads an event."""
    command: Command = _read(COMMANDS, name, text, version, foreign)
    return command


def _read(
    known: Mapping[str, type], name: str, text: str, version: int | None, foreign: bool
) -> Any:
    version = shapes.VERSION if version is None else version
    if name not in known or version > shapes.VERSION:
        raise WrittenByNewer(name)
    try:
        if shapes.changed_since(name, version):
            if foreign and canonical(json.loads(text)) != text:
                raise EventRefused("not as it is written here")
            text = canonical(shapes.brought_up(name, json.loads(text), version))
        value = _adapter(known[name]).validate_json(text, strict=True)
    except ValidationError as fault:
        if any(error["type"] == "unexpected_keyword_argument" for error in fault.errors()):
            raise WrittenByNewer(name) from None
        raise EventRefused(str(fault)[:200]) from None
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise EventRefused(str(fault)[:200]) from None
    if foreign:
        if encode(value) != text:
            raise EventRefused("not as it is written here")
        check_printable(json.loads(text))
    return value


def check_printable(plain: object) -> None:
    """Look for text that could show something else than it says. Raises ``EventRefused``."""
    waiting = [plain]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            waiting.extend((*part.keys(), *part.values()))
        elif isinstance(part, list):
            waiting.extend(part)
        elif isinstance(part, str) and clean(part, lines=True) != part:
            raise EventRefused("unprintable")


@cache
def _adapter(cls: type) -> TypeAdapter[Any]:
    _read_strictly(cls)
    return TypeAdapter(cls)


@cache
def _read_strictly(cls: type) -> None:
    """Let pydantic refuse fields it does not know, in a dataclass and in all that lie within it.

    The classes are of the pure floors, which do not know pydantic; it looks for this attribute.
    """
    if is_dataclass(cls):
        cls.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
        for hint in get_type_hints(cls).values():
            _read_strictly(hint)
    for inner in get_args(cls):
        _read_strictly(inner)


@cache
def _layout(cls: type) -> tuple[tuple[str, object], ...]:
    """Return a dataclass's fields with their defaults."""
    return tuple(
        (
            field.name,
            field.default if field.default_factory is MISSING else field.default_factory(),
        )
        for field in fields(cls)
    )


def _plain(value: Any) -> Any:
    if value is None or type(value) in (str, int, bool):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        parts = ((name, getattr(value, name), usual) for name, usual in _layout(type(value)))
        return {name: _plain(part) for name, part, usual in parts if part != usual}
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value]
