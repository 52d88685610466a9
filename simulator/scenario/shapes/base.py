"""What every shape has, and how a shape is derived from the value it makes.

A frozen value of the lower floors says once what its fields are called, what they hold and what
they are where nothing is written. A shape with ``makes=`` takes all of that over and writes down
only what YAML has otherwise: a clock where the value has minutes, a number with bounds, a key that
must be there. A field that is new in such a value needs no line here.
"""

from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import reduce
from operator import or_
from types import GenericAlias, NoneType, UnionType, new_class
from typing import Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field

from simulator.core.texts import Text
from simulator.scenario.shapes.scalars import Bounds, Whole, Words


def kebab(name: str) -> str:
    """Return a field's name as it is written in YAML: ``from_`` is ``from``."""
    return name.rstrip("_").replace("_", "-")


class Shape(BaseModel):
    """One mapping of a scenario or library file.

    The keywords of a class statement: ``makes`` is the frozen value it is derived from. ``given``
    names the fields of that value that are no key here: they are handed to ``made``. ``beside``
    names the keys that are no field of the value: somebody reads them off the shape. ``numbers``
    is what a whole number may be if the class statement does not say. With ``all_written`` every
    key must be there, though the value could do without. Raises ``TypeError`` where the keys and
    the fields of the value do not match.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, alias_generator=kebab)

    makes: ClassVar[type[Any]] = dict
    """The class of the value this shape stands for; with ``dict``, a mapping of its fields."""
    beside: ClassVar[frozenset[str]] = frozenset()
    """The names of the keys that are no field of that value."""

    def __init_subclass__(
        cls,
        *,
        makes: type[Any] | None = None,
        given: Collection[str] = (),
        beside: Collection[str] = (),
        numbers: Any = Whole,
        all_written: bool = False,
        **settings: Any,
    ) -> None:
        """Add the derived fields to the class, before pydantic collects its fields."""
        super().__init_subclass__(**settings)
        if makes is not None:
            cls.makes, cls.beside = makes, frozenset(beside)
            _derive(cls, frozenset(given), numbers, all_written)

    def made(self, **given: Any) -> Any:
        """Return the value this shape stands for; ``given`` adds fields or replaces them."""
        own = {
            name: _value(getattr(self, name))
            for name in type(self).model_fields
            if name not in self.beside
        }
        return self.makes(**own | given)


_SHAPES: dict[type[Any], type[Shape]] = {}
"""The shape of each class of values that has one."""


def _derive(cls: type[Shape], given: frozenset[str], numbers: Any, all_written: bool) -> None:
    """Give a shape the fields of the value it makes, in their order, then the keys beside it."""
    value, written = cls.makes, dict(cls.__annotations__)
    if value in _SHAPES:
        raise TypeError(f"{value.__name__} has a shape: declare its own before it is used")
    _SHAPES[value] = cls
    there = {field.name: field for field in fields(value)}
    keys = {name: field for name, field in there.items() if name not in given}
    stray = {*((written.keys() ^ cls.beside) - keys.keys()), *(there.keys() & cls.beside)}
    if stray := stray | (given - there.keys()):
        raise TypeError(f"{cls.__name__} and {value.__name__} do not agree on {sorted(stray)}")
    hints = get_type_hints(value)
    cls.__annotations__ = {
        **{name: written.get(name) or in_yaml(hints[name], numbers) for name in keys},
        **{name: inner for name, inner in written.items() if name in cls.beside},
    }
    for name, field in keys.items():
        if name not in vars(cls) and not all_written:
            _set_default(cls, field)


def in_yaml(hint: Any, numbers: Any = Whole) -> Any:
    """Return the type a field with the type hint ``hint`` has in YAML.

    A dataclass becomes its shape, a tuple a list. ``numbers`` is what a whole number may be. Raises
    ``TypeError`` for a hint that can be written in more than one way.
    """
    table = {int: numbers, Text: Words, tuple[int, int]: Bounds}
    if hint in table:
        return table[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return _SHAPES.get(hint) or _derived(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if hint in (str, bool, NoneType) or origin is Literal:
        return hint
    if origin is tuple and inner[1:] == (...,):
        return GenericAlias(list, (in_yaml(inner[0], numbers),))
    if origin is Mapping:
        return GenericAlias(dict, tuple(in_yaml(argument, numbers) for argument in inner))
    if origin in (Union, UnionType):
        return reduce(or_, (in_yaml(argument, numbers) for argument in inner))
    raise TypeError(f"{hint} can be written in more than one way: say which in the shape")


def _derived(value: type[Any]) -> type[Shape]:
    """Return a shape for a class of values that no shape was written for."""
    body = {"__module__": __name__, "__doc__": value.__doc__}
    return new_class(
        f"{value.__name__}Shape", (Shape,), {"makes": value}, lambda names: names.update(body)
    )


def _set_default(cls: type[Shape], field: Any) -> None:
    """Give a key the default that the field of the value has, if it has one."""
    if field.default is not MISSING:
        listed = isinstance(field.default, tuple)
        setattr(cls, field.name, list(field.default) if listed else field.default)
    elif field.default_factory is not MISSING:
        setattr(cls, field.name, Field(default_factory=field.default_factory))


def _value(written: Any) -> Any:
    if isinstance(written, Shape):
        return written.made()
    if isinstance(written, list):
        return tuple(_value(item) for item in written)
    if isinstance(written, dict):
        return {key: _value(item) for key, item in written.items()}
    return written
