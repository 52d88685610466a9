"""The shape of the whole library, and of what people do and say in it."""

from typing import Annotated

from pydantic import Field

from simulator.casework.documents import DocumentKind, Fails, ThirdParty
from simulator.casework.opening import Conduct, House, Term
from simulator.casework.speaking import Line
from simulator.scenario.drawing.pools import Places
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.case_types import AmountShape, CaseTypeShape
from simulator.scenario.shapes.facts import FactShape
from simulator.scenario.shapes.landscape import IntegrationShape, SystemShape
from simulator.scenario.shapes.scalars import (
    Bounds,
    Clock,
    Days,
    Minutes,
    Percent,
    Some,
    Whole,
    Words,
)

Named = Annotated[str, Field(min_length=1, max_length=40)]
"""A part of a name."""


class ConductShape(Shape, makes=Conduct, numbers=Percent, all_written=True):
    """How people answer what is done to them: chances in percent, waits in minutes."""

    ring_out: Minutes


class LineShape(Shape, makes=Line, given=("id", "person", "cases"), beside=("says", "age", "when")):
    """Something people say."""

    says: Words
    age: Bounds = [0, 120]
    """How old whoever says it is."""
    when: str = ""
    """An expression over facts and ``WHO_NAMES`` that is true of whoever says it."""


class HouseShape(Shape, makes=House, numbers=Percent, all_written=True):
    """What the people of the house know, and when there is cake."""

    it_notices_after: Whole
    cake: Annotated[list[Clock], Field(min_length=2, max_length=2)]


class PeopleShape(Shape):
    """What people do and say."""

    conduct: ConductShape
    house: HouseShape
    lines: dict[str, LineShape]


class PlacesShape(Shape, makes=Places):
    """What the names of streets and employers are put together from."""

    things: Some[Named]
    land: Some[Named]
    ways: Some[Named]
    trades: Some[Named]


class TermShape(Shape, makes=Term):
    """A word of the glossary: what the program means by it, or what each trade hears in it."""


class ThirdPartyShape(Shape, makes=ThirdParty):
    """From whom a document can be had directly, and how many minutes it takes."""


class FailsShape(Shape, makes=Fails, numbers=Percent):
    """How often a document does not come as it was asked for, in percent."""


class DocumentKindShape(Shape, makes=DocumentKind, given=("id",)):
    """A kind of document that can be asked for."""

    shows: Some[str]
    minutes: Minutes
    days: Days = 7
    older_days: Days = 92


class LibraryShape(Shape):
    """Everything a day draws on."""

    facts: dict[Annotated[str, Field(pattern=r"^[a-z][a-z_]*\.[a-z][a-z_]*$")], FactShape]
    systems: dict[str, SystemShape]
    case_types: dict[str, CaseTypeShape]
    amounts: dict[str, AmountShape]
    landscape: dict[str, IntegrationShape]
    people: PeopleShape
    prices: dict[str, Minutes]
    later: dict[str, Minutes] = {}
    """The minutes that what comes after costs somebody, by the kind of event."""
    by_level: dict[str, Percent]
    """The minutes a step costs at a level, in per cent of its price by hand."""
    letters: dict[str, Words]
    glossary: dict[str, TermShape]
    documents: dict[str, DocumentKindShape] = {}
    places: PlacesShape
    prebrief: Words
