"""A shape is derived from the value it makes: a field is written once, and none is dropped."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

import pytest
from pydantic import ValidationError

from simulator.casework.case_types import Effect
from simulator.core.texts import Text
from simulator.landscape.systems import System
from simulator.scenario.shapes.base import Shape, in_yaml
from simulator.scenario.shapes.landscape import SystemShape
from simulator.scenario.shapes.scalars import Clock, Percent

SYSTEM: dict[str, Any] = {
    "name": {"da": "Arkivet", "en": "The archive"},
    "owner": "Kommunen",
    "look": "archive",
    "pages": [{"id": "front", "title": "Forside", "fields": [{"fact": "income.monthly"}]}],
    "minutes": 3,
    "opens": "08:00",
}


@dataclass(frozen=True)
class Answering(System):
    """A system with something new: it is answered for, at a minute of the day, by some."""

    answers: tuple[str, ...] = ("desk",)
    effect: Effect | None = None
    moods: Mapping[Literal["good", "bad"], int] | None = None


class AnsweringShape(Shape, makes=Answering, given=("id",)):
    """The same without a word about what is new."""

    opens: Clock
    closes: Clock


def test_a_new_field_of_a_value_is_a_key_at_once_with_the_values_default() -> None:
    made = AnsweringShape.model_validate(SYSTEM).made(id="arkiv")
    assert made.answers == ("desk",)
    written = {**SYSTEM, "answers": ["desk", "phone"], "effect": {"fact": "a.b", "value": "1"}}
    made = AnsweringShape.model_validate({**written, "moods": {"good": 2}}).made(id="arkiv")
    assert (made.answers, made.effect) == (("desk", "phone"), Effect("a.b", "1"))
    assert made.moods == {"good": 2}
    assert made.opens == 480


def test_what_is_new_is_as_strict_as_the_rest() -> None:
    wrong = {"answers": "desk", "effect": {"fact": "a.b"}, "moods": {"good": -1, "odd": 1}}
    with pytest.raises(ValidationError) as refused:
        AnsweringShape.model_validate({**SYSTEM, **wrong})
    places = {one["loc"][:2] for one in refused.value.errors()}
    assert places == {("answers",), ("effect", "value"), ("moods", "good"), ("moods", "odd")}


def test_a_shape_that_is_derived_makes_the_same_as_the_one_that_ships() -> None:
    shipped = SystemShape.model_validate(SYSTEM).made(id="arkiv")
    made = AnsweringShape.model_validate(SYSTEM).made(id="arkiv")
    same = {field.name: getattr(made, field.name) for field in fields(System)}
    assert shipped == System(**same)


@dataclass(frozen=True)
class Promise:
    """Something small: whom it binds, and how likely it is kept."""

    id: str
    kept: int = 60
    said: Text | None = None


def test_a_field_that_is_given_must_be_given() -> None:
    class Given(Shape, makes=anew(Promise), given=("id",)):
        """A promise under its id."""

    with pytest.raises(TypeError, match="id"):
        Given().made()
    assert Given().made(id="a").id == "a"


def test_where_all_must_be_written_a_default_of_the_value_is_none_in_the_file() -> None:
    class Written(Shape, makes=anew(Promise), numbers=Percent, all_written=True):
        """A promise of which everything is written."""

    with pytest.raises(ValidationError, match="3 validation errors"):
        Written.model_validate({})
    with pytest.raises(ValidationError, match="less than or equal to 100"):
        Written.model_validate({"id": "a", "kept": 101, "said": None})


@pytest.mark.parametrize(
    ("given", "beside", "stray"),
    [
        (("id", "kept", "said"), (), "note"),  # a key that the value has no room for
        (("id", "kept", "said"), ("note", "other"), "other"),
        (("id", "kept", "said"), ("note", "kept"), "kept"),
        (("id", "kept", "said", "whom"), ("note",), "whom"),
    ],
)
def test_a_shape_that_would_drop_something_cannot_be_declared(
    given: tuple[str, ...], beside: tuple[str, ...], stray: str
) -> None:
    with pytest.raises(TypeError, match=stray):

        class Dropping(Shape, makes=anew(Promise), given=given, beside=beside):
            """A promise with a note that nobody reads."""

            note: str


def test_a_key_cannot_be_written_and_given_by_the_program_at_once() -> None:
    with pytest.raises(TypeError, match="kept"):

        class Both(Shape, makes=anew(Promise), given=("kept",)):
            """A promise that is kept or not, whatever is written."""

            kept: int


def test_a_value_has_one_shape() -> None:
    with pytest.raises(TypeError, match="System has a shape"):

        class Again(Shape, makes=System, given=("id",)):
            """A second one."""


@pytest.mark.parametrize("hint", [float, tuple[str, int], Any, set[str]])
def test_a_hint_that_says_too_little_asks_for_the_form_in_yaml(hint: Any) -> None:
    with pytest.raises(TypeError, match="say which in the shape"):
        in_yaml(hint)


def anew(value: type[Any]) -> type[Any]:
    """The same value anew: each has one shape, and every test here declares one."""
    return dataclass(frozen=True)(type(value.__name__, (value,), {"__doc__": value.__doc__}))
