"""Facts: the declared kinds of statement about a subject, by dotted id.

Truth, systems' fields, rules, letters, calls, expressions and the checker use these ids and no
others. Values are plain: kroner are whole øre, dates are day numbers, people and dwellings ids.
"""

from collections.abc import Mapping
from dataclasses import dataclass
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
"""No number that is true of anybody is larger: øre, and a count."""


@dataclass(frozen=True)
class Fact:
    """One declared kind of statement."""

    id: str
    subject: Subject
    type: FactType
    holds: Holds
    """Of a moment, of a span of days, or of a calendar month."""
    label: Text
    says: Mapping[str, Text]
    """How a citizen says it, by certainty; ``{value}`` stands for the value."""
    ask_again_days: int | None = None
    """How old it may be before one should ask again; nothing: it does not age."""
    known: Certainty = "sure"
    """How surely people know it of themselves, unless a scenario says otherwise."""
    codes: Mapping[str, Text] | None = None
    """The list a ``code`` is taken from."""
    relation: str = ""
    """The word before a path that is about whom or what this fact names: ``partner``, ``home``."""
    related: Text | None = None
    """How a fact of theirs is called, as ``{fact} (partner)``."""
    sensitivity: Sensitivity = "ordinary"
    """What is protected stays covered in systems that guard it, until somebody asks for it."""
    marked_by: str = ""
    """A yes-no fact: it is protected only of those of whom that is true; empty: of everybody."""


def fits(fact: Fact, value: Value) -> bool:
    """Say whether a raw value is one the fact can have."""
    if fact.type == "yes-no":
        return isinstance(value, bool)
    if fact.type in ("kroner", "count", "date"):
        first, last = (1, LAST_DAY) if fact.type == "date" else (0, LARGEST[fact.type])
        return isinstance(value, int) and not isinstance(value, bool) and first <= value <= last
    return isinstance(value, str) and bool(value) and (fact.codes is None or value in fact.codes)


def split_path(path: str) -> tuple[str, str]:
    """Split ``partner.income.monthly`` into the relation and the fact.

    The id of a fact has two words. A path without a relation is about the party of the case, and
    its relation is empty.
    """
    relation, dot, fact = path.partition(".")
    return (relation, fact) if dot and "." in fact else ("", path)


def relations(facts: Mapping[str, Fact]) -> Mapping[str, str]:
    """Return which fact names whom or what each relation is about."""
    return {fact.relation: fact.id for fact in facts.values() if fact.relation}
