"""What is asked of a town: the people of its cast, and how declared facts are drawn."""

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
"""What a scenario writes for a dwelling that is to be drawn for somebody."""

What = Literal["moves", "separates", "falls-ill", "loses-job", "dies"]
Custody = Literal["both", "one"]


class CannotDraw(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A constraint that cannot be met: of which person, and why (a stable word with arguments)."""

    def __init__(self, person: str, reason: str, **arguments: str) -> None:
        super().__init__(person, reason, arguments)
        self.person, self.reason, self.arguments = person, reason, arguments


@dataclass(frozen=True)
class Stated:
    """A spell that a scenario states: a value, its first day, the first day it no longer holds, and
    when it was reported; ``None`` where the scenario does not say."""

    value: Value | None
    begins: DayNumber | None = None
    ends: DayNumber | None = None
    reported: Moment | None = None


@dataclass(frozen=True)
class Happening:
    """Something that happens in a person's life on a day, and when it is reported."""

    what: What
    day: DayNumber
    reported: Moment | None = None


@dataclass(frozen=True)
class Person:
    """One of the cast, as a scenario asks for them; ``None`` is drawn."""

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
    facts: Mapping[str, tuple[Stated, ...]] = field(default_factory=dict)
    """What a scenario states of them by path: ``partner.`` leads to their partner's facts,
    ``home.`` to those of their dwelling."""
    life: tuple[Happening, ...] = ()
    knows: Mapping[str, Certainty] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The number of citizens they bring into the town, themselves included."""
        grown = (self.partner_age, self.former_age)
        return 1 + len(self.children) + sum(age is not None for age in grown)

    def when(self, what: What) -> Happening | None:
        """Return the first thing of a kind that happens to them, or ``None``."""
        return next((happening for happening in self.life if happening.what == what), None)


@dataclass(frozen=True)
class Drawn:
    """How a declared fact is drawn that does not follow from the lives drawn for a town."""

    fact: str
    options: tuple[tuple[Value | None, int], ...] = ()
    """Each value it can have with its weight; ``None`` is no value."""
    from_age: int = 0
    to_age: int = 200
    between: tuple[int, int] | None = None
    """Instead of options: the smallest and the largest number, both included."""
    step: int = 1
    """The number is a multiple of this."""
    when: Expression | None = None
    """Only those for whom this is true have the fact; with ``None`` all have it."""
    by_digital: Mapping[Digital, tuple[tuple[Value | None, int], ...]] = field(default_factory=dict)
    """Other options for those who manage digitally in a certain way."""


def check_person(person: Person) -> CannotDraw | None:
    """Return the first constraint of a person that cannot be met, or ``None``."""
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
    if (dies := person.when("dies")) and any(happening.day > dies.day for happening in person.life):
        return CannotDraw(person.key, "after-death", day=iso(dies.day))
    working = GROWN <= person.age < PENSION_AGE
    for happening in person.life:
        if happening.what in ("falls-ill", "loses-job") and not working:
            return CannotDraw(person.key, "no-work", age=str(person.age))
    return None
