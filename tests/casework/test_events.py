"""The list of events stands in one place, and the classes are exactly that list."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from simulator import casework
from simulator.casework import families
from simulator.casework.events import BY_KIND, Event

ALL = sorted(BY_KIND)
ENGINE = "simulator.casework.events"
"""Where the two kinds stand that belong to no family: how a day begins, what was refused."""


def test_every_kind_is_declared_in_one_of_the_families() -> None:
    known = {ENGINE, *(family.__name__ for family in families.FAMILIES)}
    for kind in ALL:
        module = BY_KIND[kind].__module__
        assert any(module == name or module.startswith(f"{name}.") for name in known), kind


@pytest.mark.parametrize("kind", ALL)
def test_a_kinds_class_bears_its_name(kind: str) -> None:
    words = kind.replace(".", "_").split("_")
    assert BY_KIND[kind].__name__ == "".join(word.title() for word in words)


@pytest.mark.parametrize("kind", ALL)
def test_a_kind_says_what_it_means(kind: str) -> None:
    said = BY_KIND[kind].__doc__
    assert said
    assert said != Event.__doc__
    assert inspect.cleandoc(said).endswith(".")


@pytest.mark.parametrize("kind", ALL)
def test_an_event_is_a_frozen_value(kind: str) -> None:
    cls = BY_KIND[kind]
    assert cls.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert hasattr(cls, "__slots__")


SIMULATOR = Path(casework.__file__).parents[1]


def kinds_named(module: ast.Module) -> Iterator[str]:
    """The kinds of event that code names as text: held against ``.kind``, or keys of a table."""
    for node in ast.walk(module):
        if isinstance(node, ast.Compare) and getattr(node.left, "attr", "") == "kind":
            for against in node.comparators:
                yield from texts(against)
        elif isinstance(node, ast.Dict | ast.Set | ast.Tuple):
            named = [text for key in members(node) for text in texts(key)]
            if any(text in BY_KIND for text in named):
                yield from named


def members(node: ast.Dict | ast.Set | ast.Tuple) -> list[ast.expr]:
    return [key for key in node.keys if key] if isinstance(node, ast.Dict) else node.elts


def texts(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)) if "." in text:
            yield text
        case ast.Tuple(elts=elements) | ast.Set(elts=elements):
            for element in elements:
                yield from texts(element)


def test_a_kind_has_every_field_itself_that_not_all_events_have() -> None:
    """What a command says is put on its event by the names that stand in the kind itself."""
    common = {field.name for field in fields(Event)}
    for kind in BY_KIND.values():
        own = {name for name, at in kind.__annotations__.items() if "ClassVar" not in str(at)}
        assert {field.name for field in fields(kind)} == common | own, kind


def test_a_kind_that_does_not_exist_is_named_nowhere() -> None:
    named = {
        (str(path.relative_to(SIMULATOR)), kind)
        for path in SIMULATOR.rglob("*.py")
        for kind in kinds_named(ast.parse(path.read_text("utf-8")))
    }
    assert named
    assert {(path, kind) for path, kind in named if kind not in BY_KIND} == set()
