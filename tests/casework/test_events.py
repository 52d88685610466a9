"""The list of events stands in one place, and the classes are exactly that list."""

import inspect

import pytest

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
