"""The shape of a scenario's people: constraints, and what is true of them with dates."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from simulator.core.facts import Certainty
from simulator.scenario.shapes.base import DateOf, Percent, Shape, Words


def _scalar(found: Any) -> Any:
    if found is None or isinstance(found, bool | int | float | str):
        return found
    raise PydanticCustomError("scalar", "one value")


Scalar = Annotated[
    bool | int | float | str | None,
    PlainValidator(_scalar),
    WithJsonSchema({"type": ["boolean", "number", "string", "null"]}),
]


class SpellShape(Shape):
    """One truth: what holds, from and to when, and when it was reported."""

    is_: Scalar
    from_: DateOf | None = None
    to: DateOf | None = None
    reported: DateOf | None = None


def _spells(found: Any) -> Any:
    """Read a bare value as one that has always been so."""
    return found if isinstance(found, list) else [{"is": found}]


class HouseholdShape(Shape):
    """Whom a person shares a home with, by their ages."""

    partner: Annotated[int, Field(ge=0, le=120)] | None = None
    children: list[Annotated[int, Field(ge=0, le=120)]] = []


class LifeShape(Shape):
    """Something that happened in a person's life."""

    date: DateOf
    moves: Literal[True]


class PersonShape(Shape):
    """One of the cast: what is said of them binds; the rest is drawn."""

    age: Annotated[int, Field(ge=0, le=120)]
    given: Annotated[str, Field(max_length=60)] | None = None
    family: Annotated[str, Field(max_length=60)] | None = None
    sex: Literal["f", "m"] | None = None
    household: HouseholdShape = HouseholdShape()
    digital: Literal["self", "assisted", "none"] = "self"
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "da"
    patience: Percent | None = None
    trust: Percent | None = None
    facts: dict[str, Annotated[list[SpellShape], BeforeValidator(_spells, Any)]] = {}
    knows: dict[str, Certainty] = {}
    life: list[LifeShape] = []
    lines: dict[str, Words] = {}
    """What only this person says, by the act it belongs to."""
