"""The shapes of case types and of the amounts their rules speak of."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from simulator.casework.case_types import (
    Amount,
    CaseType,
    Consideration,
    Function,
    Need,
    Outcome,
    RuleStep,
)
from simulator.casework.follows import Discovery, FieldFigure
from simulator.casework.legal_sources import LegalSource
from simulator.casework.letters import Complaint
from simulator.casework.rights import Right
from simulator.casework.vocabulary import ComesBy
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.people import Scalar
from simulator.scenario.shapes.scalars import (
    Citation,
    DateOf,
    Days,
    FullWords,
    Levels,
    Minutes,
    Percent,
    Some,
    Words,
    Year,
    number,
)
from simulator.town.town import Digital


class NeedShape(Shape, makes=Need):
    """A fact the case type needs."""

    wired: list[str] = []


class StepShape(Shape, makes=RuleStep):
    """One named step of the rule."""


class OutcomeShape(Shape, makes=Outcome):
    """One answer a case of this type can have."""

    letter: dict[str, Words] = {}


class ConsiderationShape(Shape, makes=Consideration):
    """Something the law names for the discretion to look at."""


class FieldFigureShape(Shape, makes=FieldFigure):
    """A figure of the field itself on what complaints end in."""

    says: FullWords
    year: Year
    source: Citation


class DiscoveryShape(Shape, makes=Discovery):
    """A way by which a decision that does not stand is found later."""

    found: Percent


class ComplaintShape(Shape, makes=Complaint):
    """Where one complains of a decision."""

    instance: FullWords
    days: Days = 28


class LegalSourceShape(Shape, makes=LegalSource):
    """Where the rule, the legal basis or a time limit was found."""

    source: Citation
    valid_from: DateOf | None
    looked_at: DateOf | None


class RightShape(Shape, makes=Right):
    """A legal basis to look somebody up in some systems."""

    systems: Some[str]
    basis: FullWords
    source: Citation
    valid_from: DateOf | None
    looked_at: DateOf | None


def _named(written: Any) -> Any:
    """Return a source that is written as its name alone as the mapping it is short for."""
    return {"source": written} if isinstance(written, str) else written


def _answer(written: Any) -> dict[str, Any]:
    """Return the outcome of an example with its figure, ``None`` where none is written."""
    if isinstance(written, str):
        return {written: None}
    if isinstance(written, dict) and len(written) == 1:
        ((outcome, figure),) = written.items()
        if isinstance(figure, int | float | str) and not isinstance(figure, bool):
            return {str(outcome): figure}
    raise PydanticCustomError("answer", "an outcome, or one with its figure")


AnswerOf = Annotated[
    dict[str, Any],
    PlainValidator(_answer),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "additionalProperties": {"type": ["number", "string"]},
                    "minProperties": 1,
                    "maxProperties": 1,
                },
            ]
        }
    ),
]
"""An answer as one writes it: ``refused``, or ``{granted: 81}``, kroner in kroner."""


class ExampleShape(Shape):
    """A citizen as a caseworker would tell of them: the facts, and the answer they lead to."""

    told: Words
    facts: dict[str, Scalar]
    answer: AnswerOf


class CaseTypeShape(
    Shape, makes=CaseType, given=("id",), beside=("for_whom", "for_digital", "by", "examples")
):
    """A kind of matter."""

    rule_year: Year
    order: Some[Function]
    minutes: dict[Function, Minutes]
    deadline_days: Days
    hearing_days: Days = 8
    steps: list[StepShape] = []
    sources: list[Annotated[LegalSourceShape, BeforeValidator(_named)]] = []
    outcomes: Some[OutcomeShape]
    rights: list[RightShape] = []
    considerations: list[ConsiderationShape] = []
    letter: dict[str, Words]
    defensible: dict[Function, Levels]
    for_whom: str = "true"
    """An expression over a citizen's facts: whom a ``workload`` may give such a case."""
    for_digital: list[Digital] = []
    """How those citizens must manage digitally; with ``[]`` in any way."""
    by: ComesBy | None = None
    """How they come with it; ``None``: by letter if they do nothing digitally, else online."""
    examples: list[ExampleShape] = []
    """Citizens the rule must answer as is said of them: what the author holds it to."""


def _figure(written: Any, info: ValidationInfo) -> int:
    kind = info.data.get("type", "kroner")
    try:
        figure = number(kind, written)
    except ValueError:
        raise PydanticCustomError(kind, "a number that cannot be read") from None
    if figure < 0:
        raise PydanticKnownError("greater_than_equal", {"ge": 0})
    return figure


FigureOf = Annotated[
    int, PlainValidator(_figure), WithJsonSchema({"type": ["number", "string"], "minimum": 0})
]
"""A figure of the type written before it: kroner as whole øre."""


class AmountShape(Shape, makes=Amount, given=("id",)):
    """An amount or number of the law; ``value`` is in kroner if its type is kroner."""

    type: Literal["kroner", "count"]
    value: FigureOf
    year: Year
    source: Citation
    stands_in_for: Year | None
    valid_from: DateOf | None
    looked_at: DateOf | None
