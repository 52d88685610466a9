"""Case types: what a kind of matter needs to know, its rule, its duties and its order of steps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.casework.letters import Channel, Part
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
    told: bool = False
    """The party says it when the case comes, on the form or in the letter it comes with."""


@dataclass(frozen=True)
class RuleStep:
    """One named step of the rule: an expression over facts, amounts and earlier steps."""

    id: str
    label: Text
    expression: str
    type: FactType


@dataclass(frozen=True)
class Effect:
    """What a decision makes the registers know: a fact, and the expression for its value."""

    fact: str
    """A path: the party's fact, or that of somebody or something related."""
    value: str


@dataclass(frozen=True)
class Duties:
    """The parts a type's letters owe, by what kind of decision they tell."""

    always: tuple[Part, ...] = ("rule", "facts", "amount", "contact")
    adverse: tuple[Part, ...] = ("rule", "considerations", "facts", "complaint", "correct")
    """Owed besides where it is not what was asked for (forvaltningsloven §§ 22-25)."""
    aided: tuple[Part, ...] = ("decided-by",)
    """Owed besides where it was not a person alone who decided."""
    forgotten: tuple[Part, ...] = ("contact", "correct", "decided-by")
    """Those that a letter composed by automation leaves out, though they are owed."""


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
    """An expression for what is paid, in øre; empty: nothing."""
    once: bool = False
    """It is paid once; otherwise every month."""
    defensible: str = ""
    """An expression: on these facts a person may have good reason to choose it over the rule's."""
    scale: str = ""
    """An expression that stands in for ``when`` where the internal scale decides, as if it were
    law; empty: the scale is the rule."""
    owes: tuple[Part, ...] = ()
    """Parts its letter owes besides what the type's duties name."""
    effects: tuple[Effect, ...] = ()
    reached_by: Channel | None = None
    """How the party is reached from this decision on; nothing: as before."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An outcome with its figure."""

    outcome: str
    figure: int | None = None


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
    short: Text | None = None
    """Its title in a word, for a list without room; nothing: the title is cut."""
    paid_as: Text | None = None
    """How its payment reads after the sum; nothing: it is paid to the citizen's NemKonto."""
    facet: str = "G01"
    """KLE's action facet: which kind of handling the matter gets."""
    duties: Duties = Duties()
    defensible: Mapping[Function, tuple[Level, Level]] = field(default_factory=dict)
    """The levels, from and to, at which its author finds each function defensible."""

    @property
    def deciding(self) -> Function:
        """The function that makes the decision: discretion where there is any."""
        return "weigh" if "weigh" in self.order else "calculate"

    @property
    def scaled(self) -> bool:
        """Say whether an internal scale differs from the rule."""
        return any(one.scale for one in self.outcomes)

    def owed(self, answer: Answer, decided_by: str) -> frozenset[Part]:
        """Return the parts that a letter with an answer owes."""
        outcome, duties = self.outcome(answer.outcome), self.duties
        adverse = duties.adverse if outcome.adverse else ()
        aided = () if decided_by == "person" else duties.aided
        return frozenset((*duties.always, *adverse, *aided, *outcome.owes))

    def outcome(self, outcome: str) -> Outcome:
        """Return the outcome with an id. Raises ``KeyError``."""
        return {one.id: one for one in self.outcomes}[outcome]
