"""The shape of a declared fact: what it is, how citizens say it, how it is drawn."""

from typing import Annotated, Any

from pydantic import Field

from simulator.core.facts import Fact, Subject
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.scalars import Bounds, Days, Percent, Range, Words
from simulator.town.town import Digital

Weight = Annotated[int, Field(ge=1)]


class SaidShape(Shape):
    """How a citizen says one value of a fact."""

    sure: Words | None = None
    roughly: Words | None = None


class TheirsShape(Shape):
    """How one asks for a fact of somebody related, and how it is said; ``{who}`` is their name."""

    asks: Words
    sure: Words
    roughly: Words
    unknown: Words


class SaysShape(Shape):
    """How a citizen says a fact, by how surely they know it; ``{value}`` stands for the value."""

    sure: Words
    roughly: Words
    unknown: Words
    values: dict[str, SaidShape] = {}
    """How single values are said: ``is`` and ``is-not`` of a yes-no, a code, or a number."""
    theirs: TheirsShape | None = None

    def made(self, **given: Any) -> Any:
        """Return all of it flat, each text under its path: ``sure``, ``sure.none``."""
        texts = {"sure": self.sure, "roughly": self.roughly, "unknown": self.unknown}
        for value, ways in self.values.items():
            texts |= {f"{how}.{value}": text for how, text in ways if text}
        if self.theirs:
            texts |= {f"theirs.{how}": text for how, text in self.theirs}
        return texts


class DrawnShape(Shape):
    """How a fact is drawn that does not follow from the lives drawn for a town, and for whom."""

    chance: Percent | None = None
    """For a yes-no fact: the percentage of citizens it is true of."""
    by_digital: dict[Digital, Percent] = {}
    """Another chance for those who manage digitally in a certain way."""
    options: Annotated[dict[str, Weight], Field(min_length=1)] | None = None
    """The values it can have, each with its weight."""
    range: Range | None = None
    """For kroner and counts, instead of options: the smallest and the largest value."""
    step: Annotated[int, Field(ge=1)] = 1
    """Values of the range are multiples of this."""
    ages: Bounds = [0, 120]
    when: str = ""
    """An expression over the citizen's own facts; only those for whom it is true have this fact."""


class FactShape(Shape, makes=Fact, given=("id",), beside=("drawn", "off_work")):
    """One declared fact of the library."""

    subject: Subject = "citizen"
    says: SaysShape
    ask_again_days: Days | None
    relation: Annotated[str, Field(pattern=r"^([a-z][a-z_]*)?$")]
    drawn: DrawnShape | None = None
    off_work: list[str] = []
    """Of a ``code``: those of its codes with which people who have work do not go to it."""
