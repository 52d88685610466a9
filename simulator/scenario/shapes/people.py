"""The shape of a scenario's people: constraints, and what is true of them with dates."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from simulator.core.clock import OFFICE, day_number, minutes, moment
from simulator.core.facts import Certainty
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.scalars import DateOf, Percent, Words


def _scalar(found: Any) -> Any:
    if found is None or isinstance(found, bool | int | float | str):
        return found
    raise PydanticCustomError("scalar", "one value")


Scalar = Annotated[
    bool | int | float | str | None,
    PlainValidator(_scalar),
    WithJsonSchema({"type": ["boolean", "number", "string", "null"]}),
]


def _moment(found: Any) -> int:
    """Read a date, or a date and a time of day."""
    try:
        date, _, clock = (found if isinstance(found, str) else "").partition(" ")
        return moment(day_number(date), minutes(clock) if clock else OFFICE)
    except ValueError:
        raise PydanticCustomError("moment", "a date, or a date and a time") from None


MomentOf = Annotated[int, PlainValidator(_moment), WithJsonSchema({"type": "string"})]
"""A date with or without a time of day, as a moment."""

Yes = Literal[True]


class SpellShape(Shape):
    """One truth: what holds, from and to when, and when it was reported."""

    is_: Scalar
    from_: DateOf | None = None
    to: DateOf | None = None
    reported: MomentOf | None = None


def _spells(found: Any) -> Any:
    """Read a bare value as one that has always been so."""
    return found if isinstance(found, list) else [{"is": found}]


class HouseholdShape(Shape):
    """Whom a person shares a home with, or did, by their ages."""

    partner: Annotated[int, Field(ge=0, le=120)] | None = None
    former_partner: Annotated[int, Field(ge=0, le=120)] | None = None
    children: list[Annotated[int, Field(ge=0, le=120)]] = []
    custody: Literal["both", "one"] | None = None


class LifeShape(Shape):
    """Something that happened in a person's life: one thing, and when it was reported."""

    date: DateOf
    moves: Yes | None = None
    separates: Yes | None = None
    falls_ill: Yes | None = None
    loses_job: Yes | None = None
    dies: Yes | None = None
    reported: MomentOf | None = None


class KnowsShape(Shape):
    """What a person is sure of though it is not so."""

    sure: Scalar


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
    protected: bool = False
    facts: dict[str, Annotated[list[SpellShape], BeforeValidator(_spells, Any)]] = {}
    knows: dict[str, Certainty | KnowsShape] = {}
    life: list[LifeShape] = []
    lines: dict[str, Words] = {}
    """What only this person says, by the act it belongs to."""
