"""The list of events stands in one place, and the classes are exactly that list."""

import inspect

import pytest

from simulator.casework.events import BY_KIND, KINDS, Event

ALL = [(family, kind) for family, kinds in KINDS.items() for kind in kinds]


def test_the_list_names_every_kind_once() -> None:
    assert sorted(kind for _, kind in ALL) == sorted(BY_KIND)


@pytest.mark.parametrize(("family", "kind"), ALL)
def test_a_kinds_class_bears_its_name_in_its_familys_module(family: str, kind: str) -> None:
    cls = BY_KIND[kind]
    words = kind.replace(".", "_").split("_")
    assert cls.__name__ == "".join(word.title() for word in words)
    place = "actions.debriefing" if family == "debrief" else f"events.{family}"
    assert cls.__module__ == f"simulator.casework.{place}"


@pytest.mark.parametrize(("family", "kind"), ALL)
def test_a_kind_says_what_it_means(family: str, kind: str) -> None:
    said = BY_KIND[kind].__doc__
    assert said
    assert said != Event.__doc__
    assert inspect.cleandoc(said).endswith(".")


@pytest.mark.parametrize(("family", "kind"), ALL)
def test_an_event_is_a_frozen_value(family: str, kind: str) -> None:
    cls = BY_KIND[kind]
    assert cls.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert hasattr(cls, "__slots__")
