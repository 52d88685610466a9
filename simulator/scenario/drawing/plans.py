"""Plans of households, before anybody has a name: who lives together, and how old they are."""

from dataclasses import dataclass

from simulator.core.draws import between, draw, weighted
from simulator.scenario.drawing.requests import Person
from simulator.town.town import Digital


@dataclass(frozen=True)
class Plan:
    """One person to be drawn."""

    id: str
    age: int
    child: bool = False
    asked: Person | None = None
    """The constraints, for one of the cast."""


@dataclass(frozen=True)
class HouseholdPlan:
    """The people who are to share a home: one adult or two, and their children."""

    id: str
    adults: tuple[Plan, ...]
    children: tuple[Plan, ...]
    parted: bool = False
    """The children's other parent lives elsewhere, since a separation."""

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.adults) + len(self.children)


_KINDS = (
    ("young", 18),
    ("single", 16),
    ("couple", 20),
    ("family", 24),
    ("parted", 8),
    ("old-single", 8),
    ("old-couple", 6),
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


def cast_plan(person: Person) -> HouseholdPlan:
    """Return the household a person of the cast asks for."""
    adults = [Plan(person.key, person.age, person.age < 18, person)]
    if person.partner_age is not None:
        adults.append(Plan(f"{person.key}.partner", person.partner_age))
    children = tuple(
        Plan(f"{person.key}.child{n}", age, child=True)
        for n, age in enumerate(sorted(person.children, reverse=True), 1)
    )
    parted = bool(children) and person.partner_age is None
    return HouseholdPlan(person.key, tuple(adults), children, parted)


def lone_plan(seed: int, index: int) -> HouseholdPlan:
    """Return the plan of somebody who lives alone: where a whole household has no room left."""
    home = f"s{index:04}"
    return HouseholdPlan(home, (Plan(home, between(*_AGES["single"], seed, "age", home)),), ())


def drawn_plan(seed: int, index: int) -> HouseholdPlan:
    """Return the plan of an ordinary household."""
    home = f"h{index:04}"
    kind = weighted(_KINDS, seed, "household", index)
    age = between(*_AGES[kind], seed, "age", home)
    adults = [Plan(f"{home}a", age)]
    if kind in ("couple", "family", "old-couple"):
        adults.append(Plan(f"{home}b", max(18, age + between(-5, 4, seed, "age.gap", home))))
    wanted = between(1, 3, seed, "children", home) if kind in ("family", "parted") else 0
    children = _children(seed, home, adults, wanted)
    return HouseholdPlan(home, tuple(adults), children, kind == "parted")


def _children(seed: int, home: str, adults: list[Plan], count: int) -> tuple[Plan, ...]:
    """Children so old that no parent was under 20 or over 45 when they came."""
    oldest = min(17, min(one.age for one in adults) - 20)
    youngest = max(0, max(one.age for one in adults) - 45)
    ages = [between(youngest, max(youngest, oldest), seed, "child", home, n) for n in range(count)]
    return tuple(
        Plan(f"{home}c{n}", age, child=True) for n, age in enumerate(sorted(ages, reverse=True), 1)
    )


def digital_of(seed: int, plan: Plan) -> Digital:
    """Return how somebody manages digitally: about one in twenty not at all, more with age."""
    if plan.asked:
        return plan.asked.digital
    none = 2 + max(0, plan.age - 60) // 2
    mark = draw(seed, "digital", plan.id) * 100
    return "none" if mark < none else "assisted" if mark < none + 8 else "self"
