"""Facts: the declared kinds of statement about a subject, by dotted id.

Truth, systems' fields, rules, letters, calls, expressions and the checker use these ids and no
others. Values are plain: kroner are whole øre, dates are day numbers, a person is a citizen's id.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.core.clock import LAST_DAY
from simulator.core.texts import Text

Value = int | str | bool
FactType = Literal["kroner", "count", "date", "yes-no", "code", "text", "address", "person"]
Subject = Literal["citizen", "household", "dwelling", "case", "payment"]
Holds = Literal["moment", "span", "month"]
Certainty = Literal["sure", "roughly", "unknown"]


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


def fits(fact: Fact, value: Value) -> bool:
    """Say whether a raw value is one the fact can have."""
    if fact.type == "yes-no":
        return isinstance(value, bool)
    if fact.type in ("kroner", "count", "date"):
        first, last = (1, LAST_DAY) if fact.type == "date" else (0, LARGEST[fact.type])
        return isinstance(value, int) and not isinstance(value, bool) and first <= value <= last
    return isinstance(value, str) and bool(value) and (fact.codes is None or value in fact.codes)


def split_path(path: str) -> tuple[str, str]:
    """Split ``partner.income.monthly`` into the person it is about and the fact.

    A path without ``partner.`` is about the party of the case.
    """
    if path.startswith("partner."):
        return "partner", path.removeprefix("partner.")
    return "party", path
