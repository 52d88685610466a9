"""What is asked of a town: its cast by constraints, and how declared facts are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.core.clock import DayNumber
from simulator.core.facts import Certainty, Value
from simulator.town.town import Digital

YOUNGEST_PARENT, OLDEST_PARENT = 15, 55
OLDEST = 105


class CannotDraw(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A constraint that cannot be met: whose, and why (a stable slug with its arguments)."""

    def __init__(self, person: str, reason: str, **arguments: str) -> None:
        super().__init__(person, reason, arguments)
        self.person, self.reason, self.arguments = person, reason, arguments


@dataclass(frozen=True)
class Said:
    """A truth a scenario says of a person: a value, and from when to when it holds."""

    value: Value | None
    begins: DayNumber | None = None
    ends: DayNumber | None = None
    reported: DayNumber | None = None


@dataclass(frozen=True)
class Person:
    """One of the cast."""

    key: str
    age: int
    female: bool | None = None
    given: str | None = None
    family: str | None = None
    partner_age: int | None = None
    children: tuple[int, ...] = ()
    """The ages of the children at home."""
    digital: Digital = "self"
    language: str = "da"
    patience: int | None = None
    trust: int | None = None
    facts: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    """By fact, ``partner.`` before it for the partner's."""
    moves: tuple[DayNumber, ...] = ()
    knows: Mapping[str, Certainty] = field(default_factory=dict)


@dataclass(frozen=True)
class Drawn:
    """How a declared fact that the life model does not make is drawn."""

    fact: str
    options: tuple[tuple[Value | None, int], ...]
    """(value, weight)."""
    from_age: int = 0
    to_age: int = 200


def check_person(person: Person) -> CannotDraw | None:
    """Return what cannot be met in a person's constraints; nothing if all can."""
    if not 0 <= person.age <= OLDEST:
        return CannotDraw(person.key, "age", age=str(person.age))
    if person.partner_age is not None and min(person.age, person.partner_age) < 18:
        younger = min(person.age, person.partner_age)
        return CannotDraw(person.key, "partner-under-age", age=str(younger))
    for child in person.children:
        if not 0 <= child < 18:
            return CannotDraw(person.key, "child-age", child=str(child))
        if not YOUNGEST_PARENT <= person.age - child <= OLDEST_PARENT:
            return CannotDraw(person.key, "parent-age", age=str(person.age), child=str(child))
    return None
