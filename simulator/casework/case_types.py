"""Case types: what a kind of matter needs to know, its rule, its duties and its order of steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.core.facts import FactType
from simulator.core.texts import Text

Function = Literal["find", "hear", "calculate", "weigh", "write", "pay"]
FUNCTIONS: tuple[Function, ...] = ("find", "hear", "calculate", "weigh", "write", "pay")
Level = int
"""0 by hand, 1 presents data, 2 points out steps, 3 suggests, 4 decides."""


@dataclass(frozen=True)
class Amount:
    """A named figure of the law, with its year and where it was found."""

    id: str
    label: Text
    type: FactType
    value: int
    """Kroner are whole øre."""
    year: int
    source: str
    verified: bool
    stands_in_for: int | None = None
    """The year it is used for though it belongs to another: shown as simplified."""


@dataclass(frozen=True)
class Need:
    """A fact the case type needs, and where its automation takes it from."""

    path: str
    """``income.monthly``, or ``partner.income.monthly`` for one related to the party."""
    wired: tuple[str, ...]
    """Systems the automation is wired to, in order."""
    hear: bool = False
    """The party may not know that we have it: to be heard about before an adverse decision."""
    optional: bool = False
    """The rule can do without it (there may be no partner)."""


@dataclass(frozen=True)
class RuleStep:
    """One named step of the rule: an expression over facts, amounts and earlier steps."""

    id: str
    label: Text
    expression: str
    type: FactType


@dataclass(frozen=True)
class Outcome:
    """One answer a case of this type can have; the first whose condition holds is the rule's."""

    id: str
    label: Text
    when: str = ""
    """An expression; empty: otherwise."""
    figure: str = ""
    """An expression for the figure that goes with the answer."""
    figure_type: FactType = "count"
    unit: Text | None = None
    """How the figure is written, as ``{figure} %``."""
    adverse: bool = False
    """Not what was asked for: reasons, complaint guidance and perhaps a hearing are due."""
    pays: str = ""
    """An expression for what is paid a month, in øre; empty: nothing."""


@dataclass(frozen=True)
class Consideration:
    """Something the law names for the discretion to look at."""

    id: str
    label: Text
    when: str = ""
    """An expression over the facts that automation can answer; empty: only a person can."""


@dataclass(frozen=True)
class CaseType:
    """A kind of matter. Everything the program knows of it is here."""

    id: str
    title: Text
    kle: str
    legal_basis: Text
    rule_year: int
    verified: bool
    order: tuple[Function, ...]
    """The functions in the order its automation runs them."""
    minutes: Mapping[Function, int]
    """What each function costs by hand, in simulated minutes."""
    deadline_days: int
    needs: tuple[Need, ...]
    steps: tuple[RuleStep, ...]
    outcomes: tuple[Outcome, ...]
    considerations: tuple[Consideration, ...]
    letter: Mapping[str, Text]
    """The template of each part of its letters."""
    sources: tuple[str, ...] = ()
    hearing_days: int = 8
    paid_as: Text | None = None
    """How its payment reads after the sum; nothing: it is paid to the citizen's NemKonto."""

    @property
    def deciding(self) -> Function:
        """The function that makes the decision: discretion where there is any."""
        return "weigh" if "weigh" in self.order else "calculate"

    def outcome(self, outcome: str) -> Outcome:
        """Return the outcome with an id. Raises ``KeyError``."""
        return {one.id: one for one in self.outcomes}[outcome]


@dataclass(frozen=True, slots=True)
class Answer:
    """An outcome with its figure."""

    outcome: str
    figure: int | None = None
