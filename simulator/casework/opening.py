"""The opening of a day: the scenario as it was resolved, with all items and texts that it uses.

It is stored in the event ``day.opened``, so that a day is replayed without its scenario file.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from simulator.casework.case_types import DECIDING, Amount, CaseType, Function, step_id
from simulator.casework.documents import AskedBefore, DocumentKind
from simulator.casework.rules import Rule
from simulator.casework.speaking import DOCUMENT_NAMES, MET_NAMES, Line
from simulator.casework.vocabulary import CitizenNeed, ComesBy, SetBy
from simulator.core.causes import Thing, thing
from simulator.core.clock import DayNumber
from simulator.core.expressions import Expression, compile_expression
from simulator.core.facts import Fact, Value, path_to, relations
from simulator.core.texts import Phrase, Text
from simulator.landscape.systems import Landscape, Page


@dataclass(frozen=True)
class Twin:
    """A case that is like this one in all but one thing."""

    of: str
    """The number of the other case."""
    differs: str
    """What is different: a word for it, or a fact."""
    relevant: bool
    """Whether the law lets the difference count."""


@dataclass(frozen=True)
class Arrival:
    """How a case comes: whose it is, when and how, and what only its author knows of it."""

    case: str
    type: str
    party: str
    minute: int
    channel: ComesBy
    says: str = ""
    """Text id of the citizen's own words, or ``""``."""
    needs: tuple[CitizenNeed, ...] = ()
    """What the citizen needs, in the order they say it."""
    urgent: str = ""
    """Text id of a sign that the case cannot wait, or ``""``."""
    rings_at: int = 0
    """The minute its party rings, whatever has been done; at 0 only conduct decides."""
    settles_at: int = 0
    """The minute the case has solved itself, if it has no answer by then; at 0 it never does."""
    settles: str = ""
    """Text id of what the party says when the case has solved itself."""
    also_needs: str = ""
    """Text id of a related need that nobody asked about, or ``""``. Not seen in play."""
    misfit: str = ""
    """Text id of what the form has no room for, or ``""``. Not seen in play."""
    twin: Twin | None = None
    """Not seen in play."""
    asked_before: tuple[AskedBefore, ...] = ()
    """The documents that somebody had asked for before the day began."""


@dataclass(frozen=True)
class Inject:
    """Something somebody says into the day, once: at a minute, or when a condition holds."""

    id: str
    minute: int
    sender: str
    says: str
    when: str = ""
    """A condition over ``DAY_NAMES``, looked at from ``minute`` on; ``""`` means at the minute."""


DAY_NAMES: Mapping[str, str] = {
    "day.minute": "count",
    "day.backlog": "count",
    "day.open": "count",
    "day.decided": "count",
}
"""The names in a condition on the day, each with its type.

They are the minutes since midnight, the undecided cases on the desk, all cases on the desk, and the
decided cases.
"""


SIGNED = DECIDING
"""The level that needs a signature where it is chosen in the morning."""


@dataclass(frozen=True)
class Dial:
    """The level of one function of one case type, and which levels may be chosen."""

    case_type: str
    function: Function
    allowed: tuple[int, ...]
    start: int
    morning: bool = True
    """Whether it can be chosen at the morning meeting; if not, it follows the preset until then."""
    by: SetBy | Literal[""] = ""
    """Who set it, where the caseworker cannot; else ``""``."""
    why: Text | None = None

    @property
    def step(self) -> str:
        """The name of its step: ``type.function``."""
        return step_id(self.case_type, self.function)


@dataclass(frozen=True)
class Preset:
    """A named set of levels."""

    id: str
    label: Text
    levels: tuple[tuple[str, Function, int], ...]
    """(case type, function, level)."""

    @property
    def signed(self) -> bool:
        """Whether it leaves a step to technology alone, and so needs a signature."""
        return any(level == SIGNED for _, _, level in self.levels)


@dataclass(frozen=True)
class Conduct:
    """How people react: chances in percent, waits in minutes (from, to)."""

    rings_about_waiting: int
    rings_about_letter: int
    rings_about_adverse: int
    less_when_reasoned: int
    less_when_called: int
    ring_after: tuple[int, int]
    ring_out: int
    reply_after: tuple[int, int]
    repair_after: tuple[int, int]
    """From a message to IT to its answer, and to the repair if it names the right integration."""
    complains: int
    gives_up: int
    thanks: int
    rings_about_promise: int = 60
    """That somebody rings who waited in vain for a call promised before a minute of the day."""
    visitor_waits: tuple[int, int] = (25, 60)
    """At the counter; half of it where patience is 0, half more where it is 100."""
    stays_away: int = 12
    """That an invited citizen does not come; doubled where a helper they need is not booked."""
    when_owned: int = 50
    """How likely a complaint still is once a mistake has been owned, in percent of what it was."""
    more_when_let_down: int = 0
    """How much likelier a complaint is once a promise has been broken."""
    more_trust_when_owned: int = 0
    """How much trust (0 to 100) somebody gains once a mistake has been owned."""
    less_trust_when_let_down: int = 0
    """How much of it they lose once a promise has been broken."""
    consents: int = 80
    """That a citizen with middling trust lets somebody else send a document."""
    document_photo: tuple[int, int] = (10, 60)
    """From a request to a photo of the document, by one who manages digitally."""
    document_assisted: tuple[int, int] = (60, 240)
    """The same by one who needs help with it."""
    document_letter: tuple[int, int] = (2, 5)
    """Days until it comes by post, from one who does nothing digitally."""


@dataclass(frozen=True)
class Term:
    """A word of the glossary: what the program means by it, or what each profession hears."""

    word: Text
    means: Text | None = None
    field: Text | None = None
    """What caseworkers hear in it."""
    it: Text | None = None
    """What IT people hear in it."""
    ask: Text | None = None
    """A question that shows whether both mean the same."""


@dataclass(frozen=True)
class House:
    """What the people of the house know, and when there is cake."""

    rumours_true: int = 60
    """How many of a hundred rumours are about an integration that has stopped, if one has."""
    rumours_half: int = 40
    """How many of a hundred rumours blame one system for what lies between two."""
    it_notices_after: int = 28
    """Days until IT notices without being told that an integration has stopped."""
    cake: tuple[int, int] = (14 * 60, 14 * 60 + 45)
    """When there is cake in the kitchen: (from, until) in minutes since midnight."""


@dataclass(frozen=True)
class Office:
    """Whom the municipality's letters name, and how to reach them: invented, never the player."""

    caseworker: str = ""
    leader: str = ""
    """Who answers for what is decided without a person."""
    telephone: str = ""
    """A number that nobody has."""


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
    """Minutes of each command, by its name; under ``share_name`` of each level the per cent of a
    step's price by hand that it costs there."""
    conduct: Conduct
    lines: tuple[Line, ...]
    texts: Mapping[str, Text]
    """Texts of people and injects, by id."""
    questions: tuple[Text, ...]
    """The teacher's own questions for the debrief."""
    route: str = ""
    """The route its debrief begins on; ``""`` lets the student choose one."""
    house: House = House()
    beliefs: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    """What citizens are sure of, true or not, by citizen and path."""
    glossary: Mapping[str, Term] = field(default_factory=dict)
    office: Office = Office()
    later: Mapping[str, int] = field(default_factory=dict)
    """Minutes that what comes after costs somebody, by the kind of event; empty in days played
    before it cost anything."""
    documents: Mapping[str, DocumentKind] = field(default_factory=dict)
    """The kinds of document that can be asked for, by id. Days played before there were any have
    none."""

    @cached_property
    def conditions(self) -> Mapping[str, Expression]:
        """The compiled condition of each inject that has one, by its id."""
        return {
            inject.id: compile_expression(inject.when, DAY_NAMES, "yes-no")
            for inject in self.injects
            if inject.when
        }

    @cached_property
    def document_exists(self) -> Mapping[str, Expression]:
        """The compiled condition on which there is a document of a kind, where it has one."""
        names = {**name_types(self.facts, self.amounts), **DOCUMENT_NAMES}
        return {
            kind.id: compile_expression(kind.when, names, "yes-no")
            for kind in self.documents.values()
            if kind.when
        }

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The compiled rule of each case type."""
        types = name_types(self.facts, self.amounts)
        amounts = {amount.id: amount.value for amount in self.amounts.values()}
        return {kind.id: Rule(kind, types, amounts) for kind in self.case_types.values()}

    @cached_property
    def things(self) -> frozenset[Thing]:
        """Everything of the opening that an event may name as its cause."""
        types, systems = self.case_types.values(), self.landscape.systems
        return frozenset(
            (
                *(thing("integration", copying.id) for copying in self.landscape.integrations),
                *(thing("outage", outage.system) for outage in self.landscape.outages),
                *(thing("report", system) for system in systems),
                *(thing("hand", system) for system in systems),
                *(thing("arrival", arrival.case) for arrival in self.arrivals),
                *(thing("citizen", arrival.party) for arrival in self.arrivals),
                *(thing("inject", inject.id) for inject in self.injects),
                *(thing("document", document) for document in self.documents),
                *(kind.as_rule for kind in types),
                *(kind.as_order for kind in types),
                *(kind.as_scale for kind in types if kind.scaled),
                *(kind.as_level(step) for kind in types for step in kind.order),
            )
        )

    @cached_property
    def relations(self) -> Mapping[str, str]:
        """The fact that names whom a path is about, by the path's first word (``partner``)."""
        return relations(self.facts)

    @cached_property
    def labels(self) -> Mapping[str, Phrase]:
        """What each fact is called, by its path: of somebody related, with whose it is."""
        labels = {id_: Phrase(fact.label) for id_, fact in self.facts.items()}
        for relation, names in self.relations.items():
            related = self.facts[names].related
            for id_, fact in self.facts.items():
                label = Phrase(related, {"fact": fact.label}) if related else Phrase(fact.label)
                labels[path_to(relation, id_)] = label
        return labels

    @cached_property
    def useful_documents(self) -> Mapping[str, tuple[tuple[DocumentKind, str], ...]]:
        """The kinds of document that show a fact a case needs, by case type, each with whom about.

        That is the party, ``""``, or the word that leads to another person.
        """
        people = (word for word, id_ in self.relations.items() if self.facts[id_].type == "person")
        about = ("", *people)
        return {
            type_.id: tuple(
                (kind, relation)
                for kind in self.documents.values()
                for relation in about
                if kind.shown_of({need.path for need in type_.needs}, relation)
            )
            for type_ in self.case_types.values()
        }

    @cached_property
    def lines_by_act(self) -> Mapping[str, tuple[Line, ...]]:
        """The lines people say, by the act they are said in."""
        by_act: dict[str, list[Line]] = {}
        for line in self.lines:
            by_act.setdefault(line.act, []).append(line)
        return {act: tuple(lines) for act, lines in by_act.items()}

    @cached_property
    def line_of(self) -> Mapping[str, Line]:
        """Each line by its id."""
        return {line.id: line for line in self.lines}

    @cached_property
    def met(self) -> Mapping[str, Expression]:
        """The compiled condition of each way to be met that a line asks for, by its text."""
        asked = dict.fromkeys(line.met for line in self.lines if line.met)
        return {met: compile_expression(met, MET_NAMES, "yes-no") for met in asked}

    @cached_property
    def arrival_of(self) -> Mapping[str, Arrival]:
        """How each case comes, by its number; the first of two with the same number."""
        return {arrival.case: arrival for arrival in reversed(self.arrivals)}

    @cached_property
    def nth_of_party(self) -> Mapping[str, tuple[str, int]]:
        """Of each case, by number: its party, and which of theirs it is (from 1, as written)."""
        count: Counter[str] = Counter()
        by_case: dict[str, tuple[str, int]] = {}
        for arrival in self.arrivals:
            count[arrival.party] += 1
            by_case.setdefault(arrival.case, (arrival.party, count[arrival.party]))
        return by_case

    @cached_property
    def bearing(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """The pages, as (system, page), that have a fact a case needs, by case type."""
        paths = {
            (system.id, page.id): self._paths(page)
            for system in self.landscape.systems.values()
            for page in system.pages
        }
        return {
            kind.id: frozenset(
                place
                for place, there in paths.items()
                if any(need.path in there for need in kind.needs)
            )
            for kind in self.case_types.values()
        }

    def relation_of(self, page: Page) -> str:
        """Return the first word of the paths on a page about relatives (``partner``), or ``""``."""
        return self.facts[page.relatives].relation if page.relatives else ""

    def _paths(self, page: Page) -> frozenset[str]:
        """Return the facts of a page as a case's needs name them."""
        relation = self.relation_of(page)
        return frozenset(path_to(relation, field.fact) for field in page.fields)


def share_name(level: int | str) -> str:
    """Return the name among the prices of what a step costs at a level, in per cent of by hand."""
    return f"by_level.{level}"


def house_act(whom: str, about: str) -> str:
    """Return the act in which somebody of the house (``field``, ``it``) speaks of something."""
    return f"{whom}.{about}"


def name_types(facts: Mapping[str, Fact], amounts: Mapping[str, Amount]) -> Mapping[str, str]:
    """Return the type of every name a rule may use, but for the names of its own steps."""
    known: dict[str, str] = {fact.id: fact.type for fact in facts.values()}
    for relation, id_ in relations(facts).items():
        about = "dwelling" if facts[id_].type == "dwelling" else "citizen"
        theirs = (fact for fact in facts.values() if fact.subject == about)
        known |= {path_to(relation, fact.id): fact.type for fact in theirs}
    return known | {amount.id: amount.type for amount in amounts.values()}
