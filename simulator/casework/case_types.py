"""Case types: the facts a kind of matter needs, its rule, its duties and the order of its steps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.casework.follows import Follows
from simulator.casework.legal_sources import LegalSource, outdated
from simulator.casework.letters import Channel, Complaint, Part, Sentence
from simulator.casework.rights import Right
from simulator.core.causes import Thing, thing
from simulator.core.clock import DayNumber
from simulator.core.facts import FactType
from simulator.core.texts import Text

Function = Literal["find", "hear", "calculate", "weigh", "write", "pay"]
FUNCTIONS: tuple[Function, ...] = ("find", "hear", "calculate", "weigh", "write", "pay")
ANSWERING: tuple[Function, ...] = ("calculate", "weigh")
"""The steps that come to an answer: of these automation makes suggestions."""
Level = int
"""How much technology does: 0 nothing, 1 presents, 2 points out, 3 suggests, 4 does it alone."""
BY_HAND, PRESENTING, POINTING_OUT, SUGGESTING, DECIDING = range(5)


def step_id(case_type: str, function: str) -> str:
    """Return the name of a function of a case type, ``friplads.calculate``."""
    return f"{case_type}.{function}"


def rule_name(case_type: str, year: int) -> str:
    """Return the name of a case type's rule of a year, ``friplads@2024``."""
    return f"{case_type}@{year}"


@dataclass(frozen=True)
class Amount:
    """A named figure of the law, with its year and where it was found."""

    id: str
    label: Text
    type: FactType
    value: int
    """Kroner are whole øre."""
    year: int
    source: Text
    verified: bool
    stands_in_for: int | None = None
    """The year it is used for though it is the figure of another: it is shown as simplified."""
    valid_from: DayNumber | None = None
    """Since when it holds, as far as the source says."""
    looked_at: DayNumber | None = None
    """When somebody last looked at the source. Days played before this was kept have none."""

    def stands_in(self, day: DayNumber) -> bool:
        """Return whether on a day it is another year's, or nobody has looked for over a year."""
        return self.stands_in_for is not None or outdated(self.looked_at, day)


@dataclass(frozen=True)
class Need:
    """A fact the case type needs, and where its automation takes it from."""

    path: str
    """``income.monthly``, or ``partner.income.monthly`` for one related to the party."""
    wired: tuple[str, ...]
    """The ids of the systems automation takes it from, in this order."""
    hear: bool = False
    """Whether the party is heard about it before an adverse decision: they may not know of it."""
    optional: bool = False
    """Whether the rule can do without it (there may be no partner)."""
    told: bool = False
    """Whether the party says it when the case comes, on the form or in a letter."""


@dataclass(frozen=True)
class RuleStep:
    """One named step of the rule: an expression over facts, amounts and earlier steps."""

    id: str
    label: Text
    expression: str
    type: FactType


@dataclass(frozen=True)
class Effect:
    """What a decision writes in the registers: a fact, and the expression for its value."""

    fact: str
    """A path: the party's fact, or that of somebody or something related."""
    value: str


@dataclass(frozen=True)
class Duties:
    """The parts a type's letters owe, by what kind of decision they tell."""

    always: tuple[Part, ...] = ("amount", "contact")
    """Where the party gets all they asked no reasons are owed (forvaltningsloven § 22)."""
    adverse: tuple[Part, ...] = ("considerations", "facts", "rule", "complaint", "correct")
    """Owed as well where the party does not get all they asked (forvaltningsloven §§ 22-25)."""
    aided: tuple[Part, ...] = ("decided-by",)
    """Owed as well where it was not a person alone who decided."""
    forgotten: tuple[Part, ...] = ("contact", "correct")
    """Those that a letter composed by automation leaves out, though they are owed."""
    besides: tuple[Part, ...] = ("facts",)
    """Those that a letter composed by automation has though they are not owed."""


@dataclass(frozen=True)
class Outcome:
    """A way a case of this type can end. The rule gives the first whose condition holds."""

    id: str
    label: Text
    when: str = ""
    """An expression: the condition. ``""`` always holds."""
    figure: str = ""
    """An expression for the figure that goes with the answer, or ``""``."""
    figure_type: FactType = "count"
    unit: Text | None = None
    """How the figure is written, as ``{figure} %``."""
    adverse: bool = False
    """Whether the party does not get what they asked for: then reasons, guidance on complaints and
    perhaps a hearing are due."""
    pays: str = ""
    """An expression for what is paid, in øre, or ``""`` where nothing is."""
    once: bool = False
    """Whether it is paid once, and not every month."""
    defensible: str = ""
    """An expression: where it holds, a person may have good reason to choose this outcome though
    the rule gives another."""
    scale: str = ""
    """An expression used instead of ``when`` where the internal scale decides, as if it were law;
    ``""`` where the scale is the rule."""
    owes: tuple[Part, ...] = ()
    """Parts its letter owes on top of the type's duties."""
    effects: tuple[Effect, ...] = ()
    reached_by: Channel | None = None
    """How the party is reached from this decision on; None changes nothing."""
    pending: bool = False
    """Whether it only puts the matter off, as where something is to be looked into first."""
    fits: str = ""
    """An expression: where the figure goes with this outcome. Elsewhere, where somebody decided it
    by hand against the sums, it has no figure. ``""`` always fits."""
    answer: tuple[Sentence, ...] = ()
    """What its letter says first: the answer, in sentences."""
    why: tuple[Sentence, ...] = ()
    """What its letter gives as the reasons; each that holds is said."""
    letter: Mapping[str, Text] = field(default_factory=dict)
    """The templates of parts that its letter has otherwise than the type's."""

    @property
    def kind(self) -> Literal["granted", "less", "refused", "pending"]:
        """What it is to the party: what was asked for, less, nothing, or no answer yet."""
        if self.pending:
            return "pending"
        if not self.adverse:
            return "granted"
        return "less" if self.pays else "refused"


OUTCOME_KINDS = ("pending", "refused", "less", "granted")
"""The kinds of outcomes, from what gives least to what gives all that was asked for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An outcome with its figure."""

    outcome: str
    figure: int | None = None


@dataclass(frozen=True)
class Scale:
    """The municipality's own yardstick for a case type: never the law, whatever it is used as."""

    name: Text
    owner: Text
    """Whose it is: who in the municipality made it and can change it."""


@dataclass(frozen=True)
class Consideration:
    """Something the law says that discretion has to consider."""

    id: str
    label: Text
    when: str = ""
    """An expression that answers it from the facts; ``""`` where only a person can."""
    told: Text | None = None
    """How a letter names it to the party, after *we looked at*; without it by its label."""


@dataclass(frozen=True)
class CaseType:
    """A kind of matter, and all the program knows of it."""

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
    sources: tuple[LegalSource, ...] = ()
    hearing_days: int = 8
    short: Text | None = None
    """Its title in a word, for a narrow list; without it the title is cut."""
    paid_as: Text | None = None
    """What its payment is called after the sum, where it is not paid to the citizen's NemKonto."""
    facet: str = "G01"
    """KLE's action facet: which kind of handling the matter gets."""
    duties: Duties = Duties()
    defensible: Mapping[Function, tuple[Level, Level]] = field(default_factory=dict)
    """The levels, from and to, at which its author finds each function defensible."""
    scale: Scale | None = None
    """What the conditions under ``scale`` of its outcomes are, where there are any. Days played
    before scales had names have none."""
    complaint: Complaint | None = None
    """Where its decisions are complained of; None where its letters say that in their own way."""
    no_proof: Mapping[str, Text] = field(default_factory=dict)
    """The facts of which the law forbids to ask for proof, each with why."""
    follows: Follows = field(default_factory=Follows)
    """What follows later from an answer that does not stand. Days played before that was data have
    nothing there."""
    rights: tuple[Right, ...] = ()
    """Where it gives whom a legal basis to look; with ``()`` it says nothing of that. Days played
    before rights were told have none."""

    @property
    def as_rule(self) -> Thing:
        """Its rule of its year, as a cause."""
        return thing("rule", rule_name(self.id, self.rule_year))

    @property
    def as_order(self) -> Thing:
        """The order of its functions, as a cause."""
        return thing("order", self.id)

    @property
    def as_scale(self) -> Thing:
        """The municipality's own scale for it, as a cause."""
        return thing("scale", self.id)

    def as_level(self, function: str) -> Thing:
        """Return the level one of its functions runs at, as a cause."""
        return thing("level", step_id(self.id, function))

    @property
    def deciding(self) -> Function:
        """The function that makes the decision: discretion where there is any."""
        return "weigh" if "weigh" in self.order else "calculate"

    @property
    def has_discretion(self) -> bool:
        """Whether on some facts more than one answer can be well justified."""
        return any(outcome.defensible for outcome in self.outcomes)

    @property
    def scaled(self) -> bool:
        """Whether an internal scale differs from the rule."""
        return any(outcome.scale for outcome in self.outcomes)

    def basis_in(self, system: str, role: str) -> Text | None:
        """Return the legal basis it gives a role to look in a system, or ``None`` for none.

        A type that says nothing of rights gives its own everywhere.
        """
        if not self.rights:
            return self.legal_basis
        return next((right.basis for right in self.rights if right.covers(system, role)), None)

    def owed(self, answer: Answer, decided_by: str) -> frozenset[Part]:
        """Return the parts that a letter with an answer owes. ``decided_by`` is as in ``Case``."""
        outcome, duties = self.outcome(answer.outcome), self.duties
        adverse = duties.adverse if outcome.adverse else ()
        aided = () if decided_by == "person" else duties.aided
        owed = frozenset((*duties.always, *adverse, *aided, *outcome.owes))
        return owed - {"complaint"} if outcome.pending else owed

    def outcome(self, id_: str) -> Outcome:
        """Return the outcome with an id. Raises ``KeyError``."""
        return {outcome.id: outcome for outcome in self.outcomes}[id_]
