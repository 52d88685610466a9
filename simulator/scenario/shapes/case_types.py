"""The shapes of case types and of the amounts their rules speak of."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from simulator.casework.case_types import (
    Amount,
    CaseType,
    Consideration,
    Duties,
    Effect,
    Function,
    Need,
    Outcome,
    RuleStep,
)
from simulator.casework.letters import Channel, Part
from simulator.core.facts import FactType
from simulator.scenario.shapes.base import Levels, Minutes, Shape, Whole, Words
from simulator.town.town import Digital

Year = Annotated[int, Field(ge=1900, le=2100)]


class NeedShape(Shape):
    """A fact the case type needs."""

    makes: ClassVar = Need
    path: str
    wired: list[str] = []
    hear: bool = False
    optional: bool = False
    told: bool = False


class StepShape(Shape):
    """One named step of the rule."""

    makes: ClassVar = RuleStep
    id: str
    label: Words
    type: FactType
    expression: str


class EffectShape(Shape):
    """What a decision makes the registers know."""

    makes: ClassVar = Effect
    fact: str
    value: str


class OutcomeShape(Shape):
    """One answer a case of this type can have."""

    makes: ClassVar = Outcome
    id: str
    label: Words
    when: str = ""
    figure: str = ""
    figure_type: FactType = "count"
    unit: Words | None = None
    adverse: bool = False
    pays: str = ""
    once: bool = False
    defensible: str = ""
    scale: str = ""
    owes: list[Part] = []
    effects: list[EffectShape] = []
    reached_by: Channel | None = None


class ConsiderationShape(Shape):
    """Something the law names for the discretion to look at."""

    makes: ClassVar = Consideration
    id: str
    label: Words
    when: str = ""


_DUTIES = Duties()


class DutiesShape(Shape):
    """The parts a type's letters owe, by what kind of decision they tell."""

    makes: ClassVar = Duties
    always: list[Part] = Field(default_factory=lambda: [*_DUTIES.always])
    adverse: list[Part] = Field(default_factory=lambda: [*_DUTIES.adverse])
    aided: list[Part] = Field(default_factory=lambda: [*_DUTIES.aided])
    forgotten: list[Part] = Field(default_factory=lambda: [*_DUTIES.forgotten])


class CaseTypeShape(Shape):
    """A kind of matter."""

    makes: ClassVar = CaseType
    title: Words
    kle: str
    facet: str = "G01"
    legal_basis: Words
    rule_year: Year
    verified: bool
    order: Annotated[list[Function], Field(min_length=1)]
    minutes: dict[Function, Minutes]
    deadline_days: Whole
    needs: list[NeedShape]
    steps: list[StepShape] = []
    outcomes: Annotated[list[OutcomeShape], Field(min_length=1)]
    considerations: list[ConsiderationShape] = []
    letter: dict[str, Words]
    sources: list[str] = []
    hearing_days: Whole = 8
    short: Words | None = None
    """The title in a word."""
    paid_as: Words | None = None
    duties: DutiesShape = Field(default_factory=DutiesShape)
    defensible: dict[Function, Levels] = {}
    """The levels, from and to, at which each function is defensible."""
    for_whom: str = "true"
    """An expression over the facts of those who can come with such a case by number."""
    for_digital: list[Digital] = []
    """How they manage digitally; empty: however they do."""


class AmountShape(Shape):
    """A figure of the law; in kroner where its type is kroner."""

    makes: ClassVar = Amount
    label: Words
    type: Literal["kroner", "count"]
    value: float
    year: Year
    source: str
    verified: bool
    stands_in_for: Year | None = None
