"""The shape of a declared fact: what it is, how people say it, how it is drawn."""

from typing import Annotated

from pydantic import Field

from simulator.core.facts import Fact, Subject
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.scalars import Bounds, Percent, Words
from simulator.town.town import Digital

Weight = Annotated[int, Field(ge=1)]


class SaysShape(Shape):
    """How a citizen says a fact, by how surely they know it; ``{value}`` stands for the value."""

    sure: Words
    roughly: Words
    unknown: Words


class DrawnShape(Shape):
    """How a fact that the life of the town does not make is drawn, and for which citizens."""

    chance: Percent | None = None
    """For a yes-no fact: how many in a hundred it is true of."""
    by_digital: dict[Digital, Percent] = {}
    """The chance for those who manage digitally so, where it is another."""
    options: Annotated[dict[str, Weight], Field(min_length=1)] | None = None
    """The values with their weights."""
    range: Bounds | None = None
    """For kroner and counts, instead of options: from and to."""
    step: Annotated[int, Field(ge=1)] = 1
    """What a number of the range is a whole number of."""
    ages: Bounds = [0, 120]
    when: str = ""
    """An expression over the citizen's own facts: only those it holds for have this one."""


class FactShape(Shape, makes=Fact, given=("id",), beside=("drawn",)):
    """One declared kind of statement."""

    subject: Subject = "citizen"
    says: SaysShape
    ask_again_days: Annotated[int, Field(ge=1)] | None
    relation: Annotated[str, Field(pattern=r"^([a-z][a-z_]*)?$")]
    drawn: DrawnShape | None = None
