"""The shapes of case types and of the amounts their rules speak of."""

from typing import Literal

from simulator.casework.case_types import (
    Amount,
    CaseType,
    Consideration,
    Function,
    Need,
    Outcome,
    RuleStep,
)
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.scalars import Levels, Minutes, Some, Words, Year
from simulator.town.town import Digital


class NeedShape(Shape, makes=Need):
    """A fact the case type needs."""

    wired: list[str] = []


class StepShape(Shape, makes=RuleStep):
    """One named step of the rule."""


class OutcomeShape(Shape, makes=Outcome):
    """One answer a case of this type can have."""


class ConsiderationShape(Shape, makes=Consideration):
    """Something the law names for the discretion to look at."""


class CaseTypeShape(Shape, makes=CaseType, given=("id",), beside=("for_whom", "for_digital")):
    """A kind of matter."""

    rule_year: Year
    order: Some[Function]
    minutes: dict[Function, Minutes]
    steps: list[StepShape] = []
    outcomes: Some[OutcomeShape]
    considerations: list[ConsiderationShape] = []
    letter: dict[str, Words]
    defensible: dict[Function, Levels]
    for_whom: str = "true"
    """An expression over a citizen's facts: whom a ``workload`` may give such a case."""
    for_digital: list[Digital] = []
    """How those citizens must manage digitally; with ``[]`` in any way."""


class AmountShape(Shape, makes=Amount, given=("id",)):
    """An amount or number of the law; ``value`` is in kroner if its type is kroner."""

    type: Literal["kroner", "count"]
    value: float
    year: Year
    stands_in_for: Year | None
