"""The opening of a day: the resolved scenario, with every library item and text it uses.

It travels in ``day.opened``, so that a day can be replayed with neither scenario file nor seed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.casework.case_types import Amount, CaseType, Function
from simulator.casework.rules import Rule
from simulator.core.clock import DayNumber
from simulator.core.facts import Fact, relations
from simulator.core.texts import Text
from simulator.landscape.systems import Landscape


@dataclass(frozen=True)
class Arrival:
    """A case of the day: whose, when and how it comes, and what only its author knows."""

    case: str
    type: str
    party: str
    minute: int
    channel: str
    says: str = ""
    """Text id of the citizen's own words; empty: none."""
    needs: tuple[str, ...] = ()
    """``other-channel``, ``interpreter``, ``bisidder``, ``plain-language``."""
    urgent: str = ""
    """Text id of a cue that it cannot wait; empty: none."""


@dataclass(frozen=True)
class Inject:
    """Something somebody sends into the day at a minute."""

    id: str
    minute: int
    sender: str
    says: str


@dataclass(frozen=True)
class Dial:
    """A level that may be chosen: for one case type and function."""

    case_type: str
    function: Function
    allowed: tuple[int, ...]
    start: int


@dataclass(frozen=True)
class Preset:
    """A named set of levels."""

    id: str
    label: Text
    levels: tuple[tuple[str, Function, int], ...]
    """(case type, function, level)."""


@dataclass(frozen=True)
class Line:
    """Something people say, for an act, where trust and patience lie within bounds (0 to 100)."""

    id: str
    act: str
    trust: tuple[int, int] = (0, 100)
    patience: tuple[int, int] = (0, 100)
    language: str = ""
    person: str = ""
    """Only this citizen says it."""


@dataclass(frozen=True)
class Conduct:
    """How people answer what is done to them: chances in percent, waits in minutes."""

    rings_about_waiting: int
    rings_about_letter: int
    rings_about_adverse: int
    less_when_reasoned: int
    less_when_called: int
    ring_after: tuple[int, int]
    ring_out: int
    reply_after: tuple[int, int]
    repair_after: tuple[int, int]
    """How long IT takes from a ticket that names the right integration to its repair."""
    complains: int
    gives_up: int
    thanks: int


@dataclass(frozen=True)
class Opening:
    """The resolved scenario."""

    id: str
    title: Text
    briefing: Text
    goals: tuple[Text, ...]
    municipality: str
    date: DayNumber
    opens: int
    closes: int
    class_minutes: int
    rule_year: int
    seed: int
    town: str
    """The hash of the town."""
    role: str
    facts: Mapping[str, Fact]
    landscape: Landscape
    case_types: Mapping[str, CaseType]
    amounts: Mapping[str, Amount]
    arrivals: tuple[Arrival, ...]
    injects: tuple[Inject, ...]
    dials: tuple[Dial, ...]
    presets: tuple[Preset, ...]
    prices: Mapping[str, int]
    """Minutes of each command, by its name."""
    conduct: Conduct
    lines: tuple[Line, ...]
    texts: Mapping[str, Text]
    """Texts of people and injects, by id."""
    questions: tuple[Text, ...]
    """The teacher's own questions for the debrief."""

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The compiled rule of each case type."""
        types = name_types(self.facts, self.amounts)
        amounts = {one.id: one.value for one in self.amounts.values()}
        return {one.id: Rule(one, types, amounts) for one in self.case_types.values()}

    @cached_property
    def relations(self) -> Mapping[str, str]:
        """Which fact names whom or what a path is about, by the word before it."""
        return relations(self.facts)


def name_types(facts: Mapping[str, Fact], amounts: Mapping[str, Amount]) -> Mapping[str, str]:
    """Return the types of every name a rule may use, its own steps left out."""
    known: dict[str, str] = {fact.id: fact.type for fact in facts.values()}
    for relation in relations(facts):
        known |= {f"{relation}.{fact.id}": fact.type for fact in facts.values()}
    return known | {amount.id: amount.type for amount in amounts.values()}
