"""The opening of a day: the resolved scenario, with every library item and text it uses.

It travels in ``day.opened``, so that a day can be replayed with neither scenario file nor seed.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from simulator.casework.case_types import Amount, CaseType, Function
from simulator.casework.rules import Rule
from simulator.core.clock import DayNumber
from simulator.core.expressions import Expression, compile_expression
from simulator.core.facts import Fact, Value, relations
from simulator.core.texts import Text
from simulator.landscape.systems import Landscape, Page
from simulator.town.town import Citizen


@dataclass(frozen=True)
class Twin:
    """That a case is like another in all but one thing, which may or may not bear on it."""

    of: str
    """The other case."""
    differs: str
    """What is different: a word for it, or a fact."""
    relevant: bool
    """Whether the law lets that thing count."""


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
    rings_at: int = 0
    """The minute its party rings, whatever has been done; 0: only of their own accord."""
    settles_at: int = 0
    """The minute it has solved itself, if it has no answer by then; 0: it does not."""
    settles: str = ""
    """Text id of what the party says then."""
    also_needs: str = ""
    """Text id of a related need that nobody asked about; empty: none. Unseen in play."""
    misfit: str = ""
    """Text id of what the form has no room for; empty: nothing. Unseen in play."""
    twin: Twin | None = None
    """Unseen in play."""


@dataclass(frozen=True)
class Inject:
    """Something somebody sends into the day, once: at a minute, or when something holds."""

    id: str
    minute: int
    sender: str
    says: str
    when: str = ""
    """A condition on the day (``DAY_NAMES``), not before the minute; empty: at the minute."""


DAY_NAMES: Mapping[str, str] = {
    "day.minute": "count",
    "day.backlog": "count",
    "day.open": "count",
    "day.decided": "count",
}
"""What a condition on the day may name, with its type.

Minutes since midnight; the cases on the desk that are not decided; those on the desk; those that
are decided.
"""


SIGNED = 4
"""The level at which technology does a step alone: whoever sets it in the morning signs for it."""


@dataclass(frozen=True)
class Dial:
    """A level that may be chosen: for one case type and function."""

    case_type: str
    function: Function
    allowed: tuple[int, ...]
    start: int
    morning: bool = True
    """Whether it can be turned at the morning meeting; if not, it follows the preset until then."""
    by: str = ""
    """Who set it, where the caseworker cannot turn it: ``leader``, ``it`` or ``supplier``."""
    why: Text | None = None


@dataclass(frozen=True)
class Preset:
    """A named set of levels."""

    id: str
    label: Text
    levels: tuple[tuple[str, Function, int], ...]
    """(case type, function, level)."""

    @property
    def signed(self) -> bool:
        """Whether it leaves a step wholly to technology, so that somebody signs for it."""
        return any(level == SIGNED for _, _, level in self.levels)


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

    def suits(self, who: Citizen) -> bool:
        """Say whether a citizen is one who says it."""
        return (
            self.person in ("", who.id)
            and self.trust[0] <= who.trust <= self.trust[1]
            and self.patience[0] <= who.patience <= self.patience[1]
            and self.language in ("", who.language)
        )


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
    rings_about_promise: int = 60
    """For one who waited for a call that was promised before a minute of the day."""
    visitor_waits: tuple[int, int] = (25, 60)
    """How long one stands at the counter; half of it without patience, half more with all."""
    stays_away: int = 12
    """For one who is invited; doubled where an interpreter or bisidder they need is not booked."""


@dataclass(frozen=True)
class Term:
    """A word of the glossary: what the program means by it, or what each trade hears in it."""

    word: Text
    means: Text | None = None
    field: Text | None = None
    """What the field hears."""
    it: Text | None = None
    """What IT hears."""
    ask: Text | None = None
    """What to ask about, so that both mean the same."""


@dataclass(frozen=True)
class House:
    """What the people of the house know, and when there is cake."""

    rumours_true: int = 60
    """How many in a hundred rumours are about an integration that has stopped, if one has."""
    rumours_half: int = 40
    """How many in a hundred blame one system for what lies between two."""
    it_notices_after: int = 28
    """Days until IT knows of itself that an integration has stopped."""
    cake: tuple[int, int] = (14 * 60, 14 * 60 + 45)
    """From when until when there is cake in the kitchen, as minutes since midnight."""


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
    route: str = ""
    """The route its debrief begins on; empty: one is chosen."""
    house: House = House()
    beliefs: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    """What citizens are sure of though it is not so, by citizen and path."""
    glossary: Mapping[str, Term] = field(default_factory=dict)

    @cached_property
    def conditions(self) -> Mapping[str, Expression]:
        """The compiled condition of each inject that has one, by its id."""
        return {
            one.id: compile_expression(one.when, DAY_NAMES, "yes-no")
            for one in self.injects
            if one.when
        }

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

    @cached_property
    def lines_by_act(self) -> Mapping[str, tuple[Line, ...]]:
        """The lines people say, by the act they are said in."""
        by_act: dict[str, list[Line]] = {}
        for line in self.lines:
            by_act.setdefault(line.act, []).append(line)
        return {act: tuple(lines) for act, lines in by_act.items()}

    @cached_property
    def arrival_of(self) -> Mapping[str, Arrival]:
        """How each case comes, by its number; of two with one number, the first."""
        return {one.case: one for one in reversed(self.arrivals)}

    @cached_property
    def nth_of_party(self) -> Mapping[str, tuple[str, int]]:
        """Whose a case is and which of theirs, from 1 in the order of the scenario, by number."""
        many: Counter[str] = Counter()
        found: dict[str, tuple[str, int]] = {}
        for one in self.arrivals:
            many[one.party] += 1
            found.setdefault(one.case, (one.party, many[one.party]))
        return found

    @cached_property
    def bearing(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """The pages, as (system, page), that have a fact a case needs, by its type."""
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
        """Return the word before the paths of what a page shows; empty: there is none."""
        return self.facts[page.relatives].relation if page.relatives else ""

    def _paths(self, page: Page) -> frozenset[str]:
        """Return the facts of a page as a case's needs name them."""
        relation = self.relation_of(page)
        return frozenset(f"{relation}.{one.fact}" if relation else one.fact for one in page.fields)


def name_types(facts: Mapping[str, Fact], amounts: Mapping[str, Amount]) -> Mapping[str, str]:
    """Return the types of every name a rule may use, its own steps left out."""
    known: dict[str, str] = {fact.id: fact.type for fact in facts.values()}
    for relation, id_ in relations(facts).items():
        about = "dwelling" if facts[id_].type == "dwelling" else "citizen"
        theirs = (fact for fact in facts.values() if fact.subject == about)
        known |= {f"{relation}.{fact.id}": fact.type for fact in theirs}
    return known | {amount.id: amount.type for amount in amounts.values()}
