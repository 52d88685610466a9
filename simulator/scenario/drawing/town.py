"""Putting a town together: households, their people, homes, ties and truths."""

from collections.abc import Iterable, Mapping

from simulator.core.clock import (
    DayNumber,
    age_at,
    date_of,
    iso,
    moment,
    month_start,
    next_month,
)
from simulator.core.draws import between, draw, pick, weighted
from simulator.core.facts import Fact, split_path
from simulator.scenario.drawing.chronicle import LONG_AGO, OFFICE, Chronicle
from simulator.scenario.drawing.lives import MONTHS, months_between, write_life
from simulator.scenario.drawing.plans import (
    HouseholdPlan,
    Plan,
    cast_plan,
    digital_of,
    drawn_plan,
    lone_plan,
)
from simulator.scenario.drawing.pools import Pools, pools
from simulator.scenario.drawing.requests import CannotDraw, Drawn, Person, Said, check_person
from simulator.town.identifiers import person_number, telephone
from simulator.town.spells import true_on
from simulator.town.town import Citizen, Household, Town

DEAD = "90"
"""The register's status of the dead."""
EARNING = ("income.monthly", "work.employer", "work.job", "benefit.kind")

_LANGUAGES = (("da", 90), ("en", 3), ("ar", 2), ("pl", 2), ("uk", 2), ("so", 1))


def draw_town(
    *,
    seed: int,
    citizens: int,
    day: DayNumber,
    cast: Iterable[Person] = (),
    facts: Mapping[str, Fact],
    drawn: Iterable[Drawn] = (),
) -> Town:
    """Draw a town of ``citizens`` people as it is on ``day``.

    Raises ``CannotDraw`` for a constraint of the cast that cannot be met.
    """
    people = tuple(cast)
    for person in people:
        if problem := check_person(person):
            raise problem
    return _Drawing(seed, day, dict(facts), tuple(drawn)).town(people, citizens)


class _Drawing:
    def __init__(
        self, seed: int, today: DayNumber, facts: dict[str, Fact], drawn: tuple[Drawn, ...]
    ) -> None:
        self.seed, self.today = seed, today
        self.facts, self.drawn = facts, drawn
        self.pools: Pools = pools()
        self.chronicle = Chronicle(facts, today)
        self.citizens: dict[str, Citizen] = {}
        self.households: dict[str, Household] = {}
        self.numbers: set[str] = set()

    def town(self, cast: tuple[Person, ...], citizens: int) -> Town:
        """Draw the cast, then households until the town is full."""
        for person in cast:
            self._household(cast_plan(person))
        index = 0
        while (room := citizens - len(self.citizens)) > 0:
            index += 1
            plan = drawn_plan(self.seed, index)
            self._household(plan if plan.size <= room else lone_plan(self.seed, index))
        return Town(self.citizens, self.households, self.chronicle.spells())

    def _household(self, plan: HouseholdPlan) -> None:
        family = self._family(plan)
        for one in (*plan.adults, *plan.children):
            self._citizen(one, plan, family)
        address = self._homes(plan)
        self.households[plan.id] = Household(
            plan.id,
            address,
            tuple(one.id for one in plan.adults),
            tuple(one.id for one in plan.children),
        )
        self._ties(plan)
        for one in plan.adults:
            if one.age >= 18:
                write_life(self.chronicle, self.pools, self.seed, one.id, one.age, self.today)
        for one in (*plan.adults, *plan.children):
            self._declared(one)
        for one in plan.adults:
            if one.asked:
                self._said(one.asked)

    def _family(self, plan: HouseholdPlan) -> str:
        asked = plan.adults[0].asked
        if asked and asked.family:
            return asked.family
        return pick(self.pools.families, self.seed, "family", plan.id)

    def _citizen(self, plan: Plan, home: HouseholdPlan, family: str) -> None:
        seed, asked = self.seed, plan.asked
        female = draw(seed, "sex", plan.id) < 0.5
        if asked and asked.female is not None:
            female = asked.female
        names = self.pools.women if female else self.pools.men
        given = asked.given if asked and asked.given else pick(names, seed, "given", plan.id)
        born = self._born(plan)
        self.citizens[plan.id] = Citizen(
            id=plan.id,
            given=given,
            family=family,
            born=born,
            female=female,
            number=self._number(plan.id, born, female),
            household=home.id,
            telephone=telephone(between(0, 8_999_999, seed, "telephone", plan.id)),
            patience=_or(
                asked.patience if asked else None, between(5, 95, seed, "patience", plan.id)
            ),
            trust=_or(asked.trust if asked else None, between(5, 95, seed, "trust", plan.id)),
            digital=digital_of(seed, plan),
            language=asked.language if asked else weighted(_LANGUAGES, seed, "language", plan.id),
            knows=asked.knows if asked else {},
        )
        self._who(self.citizens[plan.id])

    def _born(self, plan: Plan) -> DayNumber:
        """A birthday that makes the person ``age`` years old today."""
        today = date_of(self.today)
        year, last = today.year - plan.age, min(today.day, 28)
        latest = today.replace(year=year, day=last).toordinal()
        born = latest - between(0, 350, self.seed, "birthday", plan.id)
        return born if age_at(born, self.today) == plan.age else latest

    def _number(self, who: str, born: DayNumber, female: bool) -> str:
        serial = between(0, 4_999, self.seed, "number", who) * 2 + (not female)
        while (number := person_number(born, serial % 10_000)) in self.numbers:
            serial += 2
        self.numbers.add(number)
        return number

    def _who(self, one: Citizen) -> None:
        write = self.chronicle.always
        write("person.name", one.id, one.name)
        write("person.number", one.id, one.number)
        write("person.born", one.id, one.born)
        write("person.sex", one.id, "K" if one.female else "M")
        write("person.status", one.id, "01")

    def _homes(self, plan: HouseholdPlan) -> str:
        """One home after another without gaps; a move is reported the day it happens."""
        asked = plan.adults[0].asked
        moves = sorted(asked.moves) if asked else []
        if not moves and not asked and draw(self.seed, "moved", plan.id) < 0.2:
            moves = [self.today - between(30, 900, self.seed, "moved.when", plan.id)]
        starts = [self.today - LONG_AGO, *moves]
        address = ""
        for n, (begins, ends) in enumerate(zip(starts, [*moves, None], strict=True)):
            address = self._address(plan.id, n)
            for one in (*plan.adults, *plan.children):
                self.chronicle.write("residence.address", one.id, address, begins, ends)
                self.chronicle.write("residence.moved_in", one.id, begins, begins, ends)
        return address

    def _address(self, home: str, n: int) -> str:
        street = pick(self.pools.streets, self.seed, "street", home, n)
        return f"{street} {between(1, 98, self.seed, 'house', home, n)}"

    def _ties(self, plan: HouseholdPlan) -> None:
        couple = plan.adults if len(plan.adults) == 2 else ()
        for one in plan.adults:
            partner = next((other.id for other in couple if other.id != one.id), None)
            self.chronicle.always("family.partner", one.id, partner)
            self.chronicle.always("family.status", one.id, self._status(plan, one))
            self.chronicle.always("family.single", one.id, not couple)
            self._children_of(one.id, plan)
        for child in plan.children:
            holder = "both" if couple or draw(self.seed, "custody", child.id) < 0.6 else "one"
            self.chronicle.always("family.custody", child.id, holder)
            self.chronicle.always("family.parent", child.id, plan.adults[0].id)

    def _status(self, plan: HouseholdPlan, one: Plan) -> str:
        if len(plan.adults) == 2:
            return weighted((("G", 75), ("U", 25)), self.seed, "married", plan.id)
        if plan.parted:
            return "F"
        if one.age > 70:
            return weighted((("E", 60), ("F", 25), ("U", 15)), self.seed, "status", one.id)
        return weighted((("U", 75), ("F", 25)), self.seed, "status", one.id)

    def _children_of(self, who: str, plan: HouseholdPlan) -> None:
        """The number of children under 18 at home, as each was born."""
        births = sorted(self.citizens[child.id].born for child in plan.children)
        starts = [max(born, self.today - LONG_AGO) for born in births]
        turns = [self.today - LONG_AGO, *starts]
        for n, (begins, ends) in enumerate(zip(turns, [*starts, None], strict=True)):
            if begins != ends:
                self.chronicle.write("family.children", who, n, begins, ends)

    def _declared(self, plan: Plan) -> None:
        for one in self.drawn:
            if one.from_age <= plan.age <= one.to_age:
                value = weighted(one.options, self.seed, f"fact.{one.fact}", plan.id)
                if value is not None:
                    self.chronicle.always(one.fact, plan.id, value)

    def _said(self, person: Person) -> None:
        """Write what a scenario says of a person, in place of what was drawn."""
        for path, said in person.facts.items():
            who, fact = self._about(person, path)
            self.chronicle.forget(fact, who)
            for n, one in enumerate(said):
                following = said[n + 1].begins if n + 1 < len(said) else None
                self._write_said(fact, who, one, one.ends or following)
        for path, said in person.facts.items():
            self._death(*self._about(person, path), said)
        for who in dict.fromkeys(self._about(person, path)[0] for path in person.facts):
            self._check_income(person, who)

    def _about(self, person: Person, path: str) -> tuple[str, str]:
        """Return the citizen and the fact that a path of somebody's speaks of."""
        whose, fact = split_path(path)
        return (f"{person.key}.partner" if whose == "partner" else person.key), fact

    def _death(self, who: str, fact: str, said: tuple[Said, ...]) -> None:
        """The dead earn nothing, whatever else is said of them."""
        for one in said:
            if fact == "person.status" and one.value == DEAD and one.begins is not None:
                self.chronicle.end(EARNING, who, one.begins)

    def _check_income(self, person: Person, who: str) -> None:
        """Every month of income has an employer or a benefit."""
        if not {"work.employer", "benefit.kind"} <= set(self.facts):
            return
        line = self.chronicle.line
        for month in line("income.monthly", who):
            work = true_on(line("work.employer", who), month.begins)
            benefit = true_on(line("benefit.kind", who), month.begins)
            if not (work and work.value) and (benefit is None or benefit.value in (None, "none")):
                raise CannotDraw(person.key, "income-from-nowhere", month=iso(month.begins)[:7])

    def _write_said(self, fact: str, who: str, said: Said, ends: DayNumber | None) -> None:
        begins = said.begins if said.begins is not None else self.today - LONG_AGO
        if self.facts[fact].holds != "month":
            told = said.reported if said.reported is not None else begins
            self.chronicle.write(fact, who, said.value, begins, ends, moment(told, OFFICE))
            return
        last = next_month(self.today)
        earliest = month_start(self.today - 31 * (MONTHS - 1))
        for month in months_between(max(begins, earliest), min(ends or last, last)):
            if said.value is not None:
                self.chronicle.month(fact, who, said.value, month)


def _or(asked: int | None, drawn: int) -> int:
    return drawn if asked is None else asked
