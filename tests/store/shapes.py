"""The shapes of everything that is stored, as text: names, types, order and defaults.

A class bears the name of the field it is first met in: what it is called in Python is not stored.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import simulator.casework.families  # noqa: F401 - its modules enter the kinds of events
from simulator.casework.commands import COMMANDS
from simulator.casework.events import BY_KIND
from simulator.store.tables import SQLModel
from simulator.town.spells import Spell
from simulator.town.town import Citizen, Household

Names = dict[type, str]
"""What each dataclass is called here."""


def stored_shapes() -> str:
    """One line for each kind of event, command, part of the opening, part of a town, and table."""
    names: Names = {}
    town = {"citizen": Citizen, "household": Household, "spell": Spell}
    lines = [
        *_rows("event", BY_KIND, names),
        *_rows("command", COMMANDS, names),
        *_rows("town", town, names),
    ]
    told: set[type] = set()
    while left := [cls for cls in names if cls not in told]:
        for cls in left:
            told.add(cls)
            lines.append(f"value {names[cls]}: {_fields(cls, names[cls], names)}")
    for name, table in sorted(SQLModel.metadata.tables.items()):
        lines.append(f"table {name}: {'; '.join(map(_column, table.columns))}")
    return "\n".join(lines) + "\n"


def _column(column: Any) -> str:
    key = " key" if column.primary_key else ""
    return f"{column.name} {column.type}{key}{'' if column.nullable else ' not null'}"


def _rows(what: str, known: Mapping[str, type], names: Names) -> Iterator[str]:
    for name, cls in sorted(known.items()):
        yield f"{what} {name}: {_fields(cls, name, names)}"


def _fields(cls: Any, where: str, names: Names) -> str:
    hints = get_type_hints(cls)
    if not is_dataclass(cls):  # a named tuple
        return "; ".join(f"{name} {_type(hints[name], name, names)}" for name in cls._fields)
    return "; ".join(
        f"{field.name} {_type(hints[field.name], f'{where}.{field.name}', names)}{_default(field)}"
        for field in fields(cls)
    )


def _default(field: Any) -> str:
    if field.default is not MISSING:
        return f" = {_plain(field.default)!r}"
    return "" if field.default_factory is MISSING else f" = {_plain(field.default_factory())!r}"


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return tuple(_plain(getattr(value, field.name)) for field in fields(value))
    return dict(value) if isinstance(value, Mapping) else value


def _type(hint: Any, where: str, names: Names) -> str:
    while hasattr(hint, "__supertype__"):  # a name of our own for a plain type
        hint = hint.__supertype__
    if hint is NoneType:
        return "None"
    if is_dataclass(hint):
        return f"<{names.setdefault(hint, where)}>"  # type: ignore[arg-type]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return f"one of {', '.join(map(repr, inner))}"
    if origin is None:
        return "..." if hint is ... else str(hint.__name__)
    if origin in (Union, UnionType):
        return " | ".join(_type(part, where, names) for part in inner)
    name = getattr(origin, "__name__", str(origin))
    return f"{name}[{', '.join(_type(part, where, names) for part in inner)}]"


if __name__ == "__main__":
    print(stored_shapes(), end="")
