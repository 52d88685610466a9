"""What is asked of a town: its cast by constraints, and how declared facts are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.core.clock import DayNumber, Moment, iso
from simulator.core.expressions import Expression
from simulator.core.facts import Certainty, Value
from simulator.town.town import Digital

YOUNGEST_PARENT, OLDEST_PARENT = 15, 55
OLDEST = 105
GROWN, PENSION_AGE = 18, 67
NEW = "new"
"""What a scenario calls a dwelling that is drawn for somebody."""

What = Literal["moves", "separates", "falls-ill", "loses-job", "dies"]
Custody = Literal["both", "one"]


class CannotDraw(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A constraint that cannot be met: whose, and why (a stable slug with its arguments)."""

    def __init__(self, person: str, reason: str, **arguments: str) -> None:
        super().__init__(person, reason, arguments)
        self.person, self.reason, self.arguments = person, reason, arguments


@dataclass(frozen=True)
class Said:
    """A truth a scenario says of a person: a value, from and to when it holds, when it was told."""

    value: Value | None
    begins: DayNumber | None = None
    ends: DayNumber | None = None
    reported: Moment | None = None


@dataclass(frozen=True)
class Happening:
    """Something that happens in a person's life, and when the registers are told."""

    what: What
    day: DayNumber
    reported: Moment | None = None


@dataclass(frozen=True)
class Person:
    """One of the cast."""

    key: str
    age: int
    female: bool | None = None
    given: str | None = None
    family: str | None = None
    partner_age: int | None = None
    former_age: int | None = None
    """The age of a former partner, who lives elsewhere."""
    children: tuple[int, ...] = ()
    """The ages of the children at home."""
    custody: Custody | None = None
    digital: Digital = "self"
    language: str = "da"
    patience: int | None = None
    trust: int | None = None
    protected: bool = False
    facts: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    """By path: ``partner.`` before a fact for the partner's, ``home.`` for the dwelling's."""
    life: tuple[Happening, ...] = ()
    knows: Mapping[str, Certainty] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many citizens they bring with them, themselves included."""
        grown = (self.partner_age, self.former_age)
        return 1 + len(self.children) + sum(age is not None for age in grown)

    def when(self, what: What) -> Happening | None:
        """Return when something happened to them, if it did."""
        return next((one for one in self.life if one.what == what), None)


@dataclass(frozen=True)
class Drawn:
    """How a declared fact that the life model does not make is drawn."""

    fact: str
    options: tuple[tuple[Value | None, int], ...] = ()
    """(value, weight)."""
    from_age: int = 0
    to_age: int = 200
    between: tuple[int, int] | None = None
    """Instead of options: a number from and to, both included."""
    step: int = 1
    """What the number is a whole number of."""
    when: Expression | None = None
    """Only of those it holds for."""
    by_digital: Mapping[Digital, tuple[tuple[Value | None, int], ...]] = field(default_factory=dict)
    """The options of those who manage digitally so, where they are others."""


def check_person(person: Person) -> CannotDraw | None:
    """Return what cannot be met in a person's constraints; nothing if all can."""
    if not 0 <= person.age <= OLDEST:
        return CannotDraw(person.key, "age", age=str(person.age))
    for other in (person.partner_age, person.former_age):
        if other is not None and min(person.age, other) < GROWN:
            return CannotDraw(person.key, "partner-under-age", age=str(min(person.age, other)))
    for child in person.children:
        if not 0 <= child < GROWN:
            return CannotDraw(person.key, "child-age", child=str(child))
        if not YOUNGEST_PARENT <= person.age - child <= OLDEST_PARENT:
            return CannotDraw(person.key, "parent-age", age=str(person.age), child=str(child))
    return _check_life(person)


def _check_life(person: Person) -> CannotDraw | None:
    alone = person.partner_age is None
    if person.when("separates") and (person.former_age is None or not alone):
        return CannotDraw(person.key, "nobody-to-leave")
    if (dies := person.when("dies")) and any(one.day > dies.day for one in person.life):
        return CannotDraw(person.key, "after-death", day=iso(dies.day))
    working = GROWN <= person.age < PENSION_AGE
    for one in person.life:
        if one.what in ("falls-ill", "loses-job") and not working:
            return CannotDraw(person.key, "no-work", age=str(person.age))
    return None
