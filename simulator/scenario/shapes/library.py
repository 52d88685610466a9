"""The shapes of the library: facts, systems, integrations, case types, amounts, people, prices."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

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
from simulator.casework.opening import Conduct, House, Line, Term
from simulator.core.clock import MINUTES_A_DAY, moment
from simulator.core.facts import Certainty, Fact, FactType, Holds, Sensitivity, Subject
from simulator.landscape.integrations import Carry, Integration, Loses, Stop
from simulator.landscape.systems import (
    AsksBasis,
    Key,
    Look,
    Matches,
    Page,
    Search,
    SearchBy,
    System,
    Written,
)
from simulator.landscape.systems import Field as PageField
from simulator.scenario.shapes.base import Bounds, Clock, DateOf, Minutes, Percent, Shape, Words
from simulator.town.town import Digital

Whole = Annotated[int, Field(ge=0)]
Weight = Annotated[int, Field(ge=1)]
Year = Annotated[int, Field(ge=1900, le=2100)]


class SaysShape(Shape):
    """How a citizen says a fact, by how surely they know it; ``{value}`` stands for the value."""

    sure: Words
    roughly: Words
    unknown: Words


class DrawnShape(Shape):
    """How a fact that the life of the town does not make is drawn, and for which citizens."""

    chance: Percent | None = None
    """For a yes-no fact: how many in a hundred it is true of."""
    options: Annotated[dict[str, Weight], Field(min_length=1)] | None = None
    """The values with their weights."""
    range: Bounds | None = None
    """For kroner and counts, instead of options: from and to."""
    step: Annotated[int, Field(ge=1)] = 1
    """What a number of the range is a whole number of."""
    ages: Bounds = [0, 120]
    when: str = ""
    """An expression over the citizen's own facts: only those it holds for have this one."""


class FactShape(Shape):
    """One declared kind of statement."""

    makes: ClassVar = Fact
    subject: Subject = "citizen"
    type: FactType
    holds: Holds
    label: Words
    says: SaysShape
    ask_again_days: Annotated[int, Field(ge=1)] | None = None
    known: Certainty = "sure"
    codes: dict[str, Words] | None = None
    relation: Annotated[str, Field(pattern=r"^([a-z][a-z_]*)?$")] = ""
    """The word before a path that is about whom or what this fact names."""
    related: Words | None = None
    """How a fact of theirs is called; ``{fact}`` stands for it."""
    sensitivity: Sensitivity = "ordinary"
    marked_by: str = ""
    drawn: DrawnShape | None = None


class FieldShape(Shape):
    """One fact on a page."""

    makes: ClassVar = PageField
    fact: str
    code: str = ""
    months: Annotated[int, Field(ge=1, le=24)] = 1
    past: Annotated[int, Field(ge=0, le=24)] = 0


class PageShape(Shape):
    """One page of a system."""

    makes: ClassVar = Page
    id: str
    title: Words
    fields: list[FieldShape]
    relatives: str = ""


class KeyShape(Shape):
    """One way to search a system."""

    makes: ClassVar = Key
    fact: str
    matches: Matches = "whole"
    written: list[Written] = []
    earlier: bool = False
    hint: Words | None = None


class SearchShape(Shape):
    """What a system can be searched by."""

    makes: ClassVar = Search
    by: Annotated[dict[SearchBy, KeyShape], Field(min_length=1)]
    most: Annotated[int, Field(ge=1, le=50)] = 12
    lists: Annotated[list[str], Field(min_length=1)]


class SystemShape(Shape):
    """One mock system."""

    makes: ClassVar = System
    name: Words
    owner: Words
    look: Look
    pages: Annotated[list[PageShape], Field(min_length=1)]
    minutes: Minutes
    opens: Clock = 0
    closes: Clock = MINUTES_A_DAY
    from_world: list[str] = []
    lag: Whole = 0
    shows_age: bool = False
    tells_origin: bool = False
    asks_basis: AsksBasis = "never"
    empty_basis: bool = True
    hidden: dict[str, list[str]] | None = None
    hides_as: Literal["hidden", "missing"] = "hidden"
    guards: bool = True
    search: SearchShape | None = None
    greeting: Words | None = None
    when_down: Words | None = None


class StopShape(Shape):
    """A time without runs."""

    from_: DateOf
    to: DateOf | None = None

    def stop(self) -> Stop:
        """Return the stop, from the beginning of its first day to that of the day it ends."""
        return Stop(moment(self.from_), None if self.to is None else moment(self.to))


class CarryShape(Shape):
    """How one fact is carried."""

    makes: ClassVar = Carry
    source: str = ""
    codes: dict[str, str] = {}
    round_to: Whole = 0
    first_of: Annotated[str, Field(max_length=3)] = ""
    first_characters: Whole = 0
    loses: Loses = "nothing"


RUNS = {"hourly": 60, "nightly": MINUTES_A_DAY, "weekly": 7 * MINUTES_A_DAY}


def _runs(found: Any) -> int:
    if isinstance(found, str) and found in RUNS:
        return RUNS[found]
    if isinstance(found, int) and not isinstance(found, bool) and found > 0:
        return found
    raise PydanticCustomError("runs", "hourly, nightly, weekly or a number of minutes")


def _carries(found: Any) -> Any:
    if isinstance(found, list) and all(isinstance(one, str) for one in found):
        return {one: {} for one in found}
    return found


def _stops(found: Any) -> Any:
    if isinstance(found, str):
        return [{"from": found}]
    return [found] if isinstance(found, dict) else found


class IntegrationShape(Shape):
    """A copying between two systems, under the key ``source -> target``."""

    runs: Annotated[
        int,
        PlainValidator(_runs),
        WithJsonSchema({"anyOf": [{"enum": list(RUNS)}, {"type": "integer", "minimum": 1}]}),
    ] = MINUTES_A_DAY
    """How often: a word, or a number of minutes. Weekly runs are on Sundays."""
    at: Clock = 120
    carries: Annotated[dict[str, CarryShape], BeforeValidator(_carries, Any)] = {}
    """Fact ids; or, by the fact's id in the target, how each is carried."""
    stopped: Annotated[list[StopShape], BeforeValidator(_stops, Any)] = []
    """The first day without a run; or from when to when."""
    keeps_last: bool = True

    def integration(self, source: str, target: str) -> Integration:
        """Return the integration between two systems."""
        return Integration(
            source,
            target,
            self.carried(),
            self.runs,
            self.at,
            tuple(one.stop() for one in self.stopped),
            self.keeps_last,
        )

    def carried(self) -> dict[str, Carry]:
        """Return how each fact is carried, by its id in the target."""
        return {fact: one.made(source=one.source or fact) for fact, one in self.carries.items()}


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


Span = Annotated[list[Annotated[int, Field(ge=0, le=4)]], Field(min_length=2, max_length=2)]
"""Levels of automation, from and to."""


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
    defensible: dict[Function, Span] = {}
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
