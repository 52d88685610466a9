"""Facts: the declared kinds of statement about a subject, by dotted id.

Truth, systems' fields, rules, letters, calls, expressions and the checker use these ids and no
others. Values are plain: kroner are whole øre, dates are day numbers, people and dwellings ids.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from simulator.core.clock import LAST_DAY
from simulator.core.texts import Text

Value = int | str | bool
FactType = Literal[
    "kroner", "count", "date", "yes-no", "code", "text", "address", "person", "dwelling"
]  # fmt: skip
Subject = Literal["citizen", "household", "dwelling", "case", "payment"]
Holds = Literal["moment", "span", "month"]
Certainty = Literal["sure", "roughly", "unknown"]
Sensitivity = Literal["ordinary", "confidential", "protected"]


LARGEST = {"kroner": 10**11, "count": 10**6}
"""The largest value of a fact by its type: kroner in øre, and counts."""


@dataclass(frozen=True)
class Fact:
    """One kind of statement that can be made about a subject: its type, label and how it ages."""

    id: str
    subject: Subject
    type: FactType
    holds: Holds
    """Whether a value is true of a moment, of a span of days or of a calendar month."""
    label: Text
    says: Mapping[str, Text]
    """How a citizen says it, by certainty; ``{value}`` stands for the value.

    ``sure.none`` is how a value is said that has words of its own (``is`` and ``is-not`` of a
    yes-no), ``theirs.sure`` how somebody related is spoken of, ``theirs.asks`` how one asks.
    """
    ask_again_days: int | None = None
    """Days after which a value is old and should be asked for again; ``None``: it never is."""
    known: Certainty = "sure"
    """How surely citizens know it of themselves, where the scenario does not say otherwise."""
    codes: Mapping[str, Text] | None = None
    """For a ``code``: the codes there are, each with its label."""
    relation: str = ""
    """For a fact that names somebody or something: the word that leads there in a path.

    ``partner.income.monthly`` is the income of the person whom the fact with the relation
    ``partner`` names.
    """
    related: Text | None = None
    """The label of a fact reached by the relation, as ``{fact} (partner)``."""
    related_document: Text | None = None
    """What a document about whom it names is called, as ``{document} for the partner``."""
    sensitivity: Sensitivity = "ordinary"
    """A protected value stays covered, in systems that guard it, until somebody asks for it."""
    marked_by: str = ""
    """The yes-no fact that marks whom this one is protected for; ``""``: it is for everybody."""
    states: Mapping[str, Text] = field(default_factory=dict)
    """How a letter states it to the party: a sentence by value (a code, a number, ``is`` and
    ``is-not``), and by ``any`` for every other; ``{value}`` stands for the value."""
    states_related: Mapping[str, Text] = field(default_factory=dict)
    """The same for a fact of somebody or something related; ``{who}`` says whose it is."""
    states_told: Mapping[str, Text] = field(default_factory=dict)
    """How a letter states what the party has told themselves, where that is another sentence."""
    states_related_told: Mapping[str, Text] = field(default_factory=dict)
    """The same for what the party has told of somebody or something related."""
    withheld: Text | None = None
    """How a letter says that a protected value is not in it; of a relation, for all it leads to."""
    put_right: Text | None = None
    """What a hearing adds where it asks about a value that only another authority can change."""
    who: Text | None = None
    """Whom or what the relation leads to, as a letter calls them: ``your partner``."""


ANY = "any"
"""The key of the sentence that states every value with none of its own."""


SEXES = ("K", "M")
"""The codes of ``person.sex``, woman and man."""


def stated(
    fact: Fact, value: Value, *, related: bool = False, told: bool = False, sex: str = ""
) -> Text | None:
    """Return the sentence that states a value in a letter, or ``None`` if the fact has none.

    ``told`` is for what the party has told themselves. ``sex`` is theirs whom it is about: a value
    can have a sentence for each, as ``E.K``.
    """
    key = ("is" if value else "is-not") if fact.type == "yes-no" else str(value)
    own = fact.states_related if related else fact.states
    of_told = fact.states_related_told if related else fact.states_told
    for sentences in (of_told, own) if told else (own,):
        says = sentences.get(f"{key}.{sex}") or sentences.get(key) or sentences.get(ANY)
        if says:
            return says
    return None


def fits(fact: Fact, value: Value) -> bool:
    """Return whether a raw value has the fact's type, lies in its range and is one of its codes."""
    if fact.type == "yes-no":
        return isinstance(value, bool)
    if fact.type in ("kroner", "count", "date"):
        first, last = (1, LAST_DAY) if fact.type == "date" else (0, LARGEST[fact.type])
        return isinstance(value, int) and not isinstance(value, bool) and first <= value <= last
    return isinstance(value, str) and bool(value) and (fact.codes is None or value in fact.codes)


@lru_cache(4_096)  # a day asks it of the same few paths many thousand times
def split_path(path: str) -> tuple[str, str]:
    """Split ``partner.income.monthly`` into the relation and the fact.

    The id of a fact has two words. A path without a relation is about the party of the case; its
    relation is ``""``.
    """
    relation, dot, fact = path.partition(".")
    return (relation, fact) if dot and "." in fact else ("", path)


def path_to(relation: str, fact: str) -> str:
    """Return the path to a fact by a relation, or by ``""`` to the party's own."""
    return f"{relation}.{fact}" if relation else fact


def relations(facts: Mapping[str, Fact]) -> Mapping[str, str]:
    """Return, by relation, the id of the fact that names whom or what it leads to."""
    return {fact.relation: fact.id for fact in facts.values() if fact.relation}
