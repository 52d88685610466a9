"""The shape of a scenario's people: constraints, and what is true of them with dates."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from simulator.core.clock import OFFICE, day_number, minutes, moment
from simulator.core.facts import Certainty
from simulator.scenario.drawing.requests import OLDEST
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.scalars import DateOf, Percent, Words, read_by


def _scalar(written: Any) -> Any:
    if written is None or isinstance(written, bool | int | float | str):
        return written
    raise PydanticCustomError("scalar", "one value")


Scalar = Annotated[
    bool | int | float | str | None,
    PlainValidator(_scalar),
    WithJsonSchema({"type": ["boolean", "number", "string", "null"]}),
]


def _moment(written: str) -> int:
    """Return the moment of a date, at ten in the morning, or of a date and a time of day."""
    date, _, clock = written.partition(" ")
    return moment(day_number(date), minutes(clock) if clock else OFFICE)


MomentOf = Annotated[int, read_by(_moment, "moment"), WithJsonSchema({"type": "string"})]
"""A date with or without a time of day, as a moment."""

Yes = Literal[True]
Age = Annotated[int, Field(ge=0, le=OLDEST)]
OwnAge = Annotated[int, Field(ge=0)]
"""The age of one of the cast, of whom it is told in words of its own that nobody is so old."""


class SpellShape(Shape):
    """One truth: a value, its first day, the first day without it, and when it was reported."""

    is_: Scalar
    from_: DateOf | None = None
    to: DateOf | None = None
    reported: MomentOf | None = None


def _spells(written: Any) -> Any:
    """Return a list of spells as it is, and a bare value as one spell that has always held."""
    return written if isinstance(written, list) else [{"is": written}]


class HouseholdShape(Shape):
    """The ages of those a person shares a home with, or once shared it with."""

    partner: Age | None = None
    former_partner: Age | None = None
    children: list[Age] = []
    custody: Literal["both", "one"] | None = None


class LifeShape(Shape):
    """Something that happened in a person's life on ``date``, and when it was reported.

    Exactly one of the keys with ``true`` says what it was.
    """

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
    """One of the cast: what is written of them is so; the rest is drawn."""

    age: OwnAge
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
    """What only this person says, by the act on which they say it."""
