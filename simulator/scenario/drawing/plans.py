"""Plans of households: who lives together and how old they are, before anybody has a name."""

from dataclasses import dataclass, replace

from simulator.core.clock import DayNumber
from simulator.core.draws import between, draw, weighted
from simulator.scenario.drawing.chronicle import LONG_AGO
from simulator.scenario.drawing.requests import GROWN, Custody, Person


@dataclass(frozen=True)
class Plan:
    """One person who is to be drawn."""

    id: str
    age: int
    child: bool = False
    asked: Person | None = None
    """What a scenario asks of them, if they are one of the cast."""


@dataclass(frozen=True)
class Parting:
    """A couple who no longer share a home: who left whom, and how long ago."""

    other: str
    since: DayNumber
    left: bool
    """Whether it is this household that left the home they shared."""
    married: bool
    custody: Custody


@dataclass(frozen=True)
class HouseholdPlan:
    """The people who are to share a home: one adult or two, and their children."""

    id: str
    kind: str
    adults: tuple[Plan, ...]
    children: tuple[Plan, ...] = ()
    parting: Parting | None = None
    cast: bool = False
    filler: bool = False
    """Whether it only fills the town up, where no whole household had room: nobody is related."""

    @property
    def size(self) -> int:
        """The number of people in it."""
        return len(self.adults) + len(self.children)


Cluster = tuple[HouseholdPlan, ...]
"""Households that are drawn together: one, or the two of a couple who parted."""

_KINDS = (
    ("young", 15),
    ("single", 17),
    ("couple", 19),
    ("family", 16),
    ("parted", 6),
    ("old-single", 14),
    ("old-couple", 12),
)
_AGES = {
    "young": (18, 30),
    "single": (28, 64),
    "couple": (24, 64),
    "family": (27, 49),
    "parted": (26, 50),
    "old-single": (66, 93),
    "old-couple": (66, 88),
}
_CHILDREN = ((1, 35), (2, 45), (3, 16), (4, 4))


def cast_plan(person: Person, seed: int, today: DayNumber) -> Cluster:
    """Return the plans for a person of the cast: their household, and a former partner's if any."""
    key = person.key
    adults = [Plan(key, person.age, person.age < GROWN, person)]
    if person.partner_age is not None:
        adults.append(Plan(f"{key}.partner", person.partner_age))
    children = tuple(
        Plan(f"{key}.child{n}", age, child=True)
        for n, age in enumerate(sorted(person.children, reverse=True), 1)
    )
    lone = person.partner_age is None
    kind = "couple" if not lone else "parted" if children else "single"
    home = HouseholdPlan(key, kind, tuple(adults), children, cast=True)
    if person.former_age is None:
        return (home,)
    other = HouseholdPlan(f"{key}.former", "former", (Plan(f"{key}.former", person.former_age),))
    since = today - _ago(seed, key, person.children)
    if left := person.when("separates"):
        since = left.day
    elif not lone:
        since = today - LONG_AGO - 1  # before the years the town remembers
    elif dies := person.when("dies"):
        since = min(since, dies.day - 1)
    return _parted(seed, home, replace(other, cast=True), since, person.custody)


def lone_plan(seed: int, index: int) -> Cluster:
    """Return the plan of somebody who lives alone, for a town almost full."""
    home = f"s{index:04}"
    who = Plan(home, between(*_AGES["single"], seed, "age", home))
    return (HouseholdPlan(home, "single", (who,), filler=True),)


def drawn_plan(seed: int, index: int, today: DayNumber) -> Cluster:
    """Return the plans of an ordinary household and, if it has one, of a former partner's."""
    home = f"h{index:04}"
    kind = weighted(_KINDS, seed, "household", index)
    age = between(*_AGES[kind], seed, "age", home)
    adults = [Plan(f"{home}a", age)]
    other_age = max(GROWN, age + between(-5, 4, seed, "age.gap", home))
    if kind in ("couple", "family", "old-couple"):
        adults.append(Plan(f"{home}b", other_age))
    wanted = 0
    if kind in ("family", "parted"):
        wanted = weighted(_CHILDREN, seed, "children", home)
    parents = age, other_age
    children = _children(seed, home, parents, wanted)
    plan = HouseholdPlan(home, kind, tuple(adults), children)
    if kind != "parted" or draw(seed, "former", home) < 0.3:
        return (plan,)
    other = HouseholdPlan(f"{home}x", "former", (Plan(f"{home}x", other_age),))
    since = today - _ago(seed, home, [child.age for child in children])
    return _parted(seed, plan, other, since, None)


def _children(seed: int, home: str, parents: tuple[int, int], count: int) -> tuple[Plan, ...]:
    """Return children of such ages that no parent was under 20 or over 45 at their birth."""
    oldest = min(17, min(parents) - 20)
    youngest = max(0, max(parents) - 45)
    ages = [between(youngest, max(youngest, oldest), seed, "child", home, n) for n in range(count)]
    return tuple(
        Plan(f"{home}c{n}", age, child=True) for n, age in enumerate(sorted(ages, reverse=True), 1)
    )


def _ago(seed: int, home: str, children: list[int] | tuple[int, ...]) -> int:
    """Return how many days ago a couple parted: not before their youngest child was born."""
    most = min(3_000, 200 + 365 * min(children, default=8))
    return between(40, most, seed, "parted", home)


def _parted(
    seed: int, home: HouseholdPlan, other: HouseholdPlan, since: DayNumber, custody: Custody | None
) -> Cluster:
    married = draw(seed, "married", home.id) < 0.65
    shared: Custody = custody or ("both" if draw(seed, "custody", home.id) < 0.8 else "one")
    stays = Parting(other.adults[0].id, since, False, married, shared)
    leaves = Parting(home.adults[0].id, since, True, married, shared)
    return replace(home, parting=stays), replace(other, parting=leaves)
