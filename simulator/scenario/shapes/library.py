"""The shape of the whole library, and of what people do and say in it."""

from typing import Annotated, ClassVar

from pydantic import Field

from simulator.casework.opening import Conduct, House, Line, Term
from simulator.scenario.shapes.base import Bounds, Clock, Minutes, Percent, Shape, Whole, Words
from simulator.scenario.shapes.case_types import AmountShape, CaseTypeShape
from simulator.scenario.shapes.facts import FactShape
from simulator.scenario.shapes.landscape import IntegrationShape, SystemShape


class ConductShape(Shape):
    """How people answer what is done to them: chances in percent, waits in minutes."""

    makes: ClassVar = Conduct
    rings_about_waiting: Percent
    rings_about_letter: Percent
    rings_about_adverse: Percent
    less_when_reasoned: Percent
    less_when_called: Percent
    ring_after: Bounds
    ring_out: Minutes
    reply_after: Bounds
    repair_after: Bounds
    complains: Percent
    gives_up: Percent
    thanks: Percent
    rings_about_promise: Percent
    visitor_waits: Bounds
    stays_away: Percent


class LineShape(Shape):
    """Something people say."""

    makes: ClassVar = Line
    act: str
    trust: Bounds = [0, 100]
    patience: Bounds = [0, 100]
    language: str = ""
    says: Words


class HouseShape(Shape):
    """What the people of the house know, and when there is cake."""

    makes: ClassVar = House
    rumours_true: Percent
    rumours_half: Percent
    it_notices_after: Whole
    cake: Annotated[list[Clock], Field(min_length=2, max_length=2)]


class PeopleShape(Shape):
    """What people do and say."""

    conduct: ConductShape
    house: HouseShape
    lines: dict[str, LineShape]


class TermShape(Shape):
    """A word of the glossary: what the program means by it, or what each trade hears in it."""

    makes: ClassVar = Term
    word: Words
    means: Words | None = None
    field: Words | None = None
    it: Words | None = None
    ask: Words | None = None


class LibraryShape(Shape):
    """Everything a day draws on."""

    facts: dict[Annotated[str, Field(pattern=r"^[a-z][a-z_]*\.[a-z][a-z_]*$")], FactShape]
    systems: dict[str, SystemShape]
    case_types: dict[str, CaseTypeShape]
    amounts: dict[str, AmountShape]
    landscape: dict[str, IntegrationShape]
    people: PeopleShape
    prices: dict[str, Minutes]
    by_level: dict[str, Percent]
    """What a step costs at a level, in per cent of its price by hand."""
    letters: dict[str, Words]
    glossary: dict[str, TermShape]
    prebrief: Words
