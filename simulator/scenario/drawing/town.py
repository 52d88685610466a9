"""Putting a town together: households, their people, homes, ties and truths."""

from collections.abc import Callable, Iterable, Mapping

from simulator.core.clock import DayNumber
from simulator.core.draws import between, weighted
from simulator.core.facts import Fact, Value, relations, split_path
from simulator.core.garbage import uncollected
from simulator.scenario.drawing.chronicle import Chronicle
from simulator.scenario.drawing.dwellings import Dwellings
from simulator.scenario.drawing.homes import Homes, write_protection, write_stays
from simulator.scenario.drawing.lives import Lives
from simulator.scenario.drawing.people import Home, People, Someone, write_who
from simulator.scenario.drawing.plans import (
    Cluster,
    HouseholdPlan,
    cast_plan,
    drawn_plan,
    lone_plan,
)
from simulator.scenario.drawing.pools import Places, Pools, pools
from simulator.scenario.drawing.requests import Drawn, Person, check_person
from simulator.scenario.drawing.residents import write_residents
from simulator.scenario.drawing.sayings import Sayings
from simulator.scenario.drawing.ties import Elders, write_parents, write_ties
from simulator.town.town import Citizen, Household, Town

Progress = Callable[[int, int], None]
"""Called with the number of citizens drawn so far, and the number there will be."""


def draw_town(
    *,
    seed: int,
    citizens: int,
    day: DayNumber,
    cast: Iterable[Person] = (),
    facts: Mapping[str, Fact],
    places: Places,
    drawn: Iterable[Drawn] = (),
    progress: Progress | None = None,
) -> Town:
    """Draw a town of ``citizens`` people as it is on ``day``.

    ``cast`` holds the people who must be in it, ``facts`` the declared facts by id, ``drawn`` how
    some of these are drawn, ``places`` what streets and employers are called. Raises ``CannotDraw``
    if a constraint of the cast cannot be met.
    """
    people = tuple(cast)
    for person in people:
        if problem := check_person(person):
            raise problem
    with uncollected():
        return _Drawing(seed, day, facts, pools(places), tuple(drawn)).town(
            people, citizens, progress
        )


class _Drawing:
    def __init__(
        self,
        seed: int,
        today: DayNumber,
        facts: Mapping[str, Fact],
        words: Pools,
        drawn: tuple[Drawn, ...],
    ) -> None:
        self.seed, self.today, self.drawn = seed, today, drawn
        self.chronicle = Chronicle(facts, today)
        self.relations = relations(facts)
        self.people = People(seed, today)
        self.dwellings = Dwellings(seed, self.chronicle, words)
        self.homes = Homes(seed, self.chronicle, self.dwellings)
        self.lives = Lives(seed, self.chronicle, words)
        self.elders = Elders(seed)
        self.everyone: list[Someone] = []
        self.households: dict[str, Household] = {}

    def town(self, cast: tuple[Person, ...], citizens: int, progress: Progress | None) -> Town:
        """Draw the cast, then households until the town is full."""
        theirs = {
            person.key: self._cluster(cast_plan(person, self.seed, self.today)) for person in cast
        }
        index, full = 0, False
        while (room := citizens - len(self.everyone)) > 0:
            index += 1
            plans = drawn_plan(self.seed, index, self.today)
            full = full or sum(plan.size for plan in plans) > room
            self._cluster(lone_plan(self.seed, index) if full else plans)
            if progress:
                progress(len(self.everyone), citizens)
        sayings = Sayings(self.chronicle, self.dwellings, self.lives, theirs)
        for person in cast:
            sayings.write(person)
        write_residents(self.chronicle, self.dwellings.made, self.everyone)
        drawn: dict[str, Citizen] = {someone.id: someone.citizen for someone in self.everyone}
        return Town(drawn, self.households, self.chronicle.spells())

    def _cluster(self, plans: Cluster) -> Home:
        """Draw households that belong together, and return the first."""
        homes = [self._people(plan) for plan in plans]
        for n, home in enumerate(homes):
            former = homes[1 - n] if len(homes) > 1 else None
            self.homes.settle(home, former)
            self._truths(home, former)
        return homes[0]

    def _people(self, plan: HouseholdPlan) -> Home:
        parents = {} if plan.cast or plan.filler else self._parents(plan)
        first = parents.get(plan.adults[0].id)
        elder = first[0].citizen if first else None
        home = self.people.home(plan, (elder.family, elder.language) if elder else None)
        for adult in home.adults:
            if parent := parents.get(adult.id):
                write_parents(self.chronicle, adult, [parent[0], *parent[1].adults])
        if not plan.cast:
            self.elders.add(home)
        self.everyone += home.people
        return home

    def _parents(self, plan: HouseholdPlan) -> dict[str, tuple[Someone, Home]]:
        parents = ((adult.id, self.elders.parent_of(adult.id, adult.age)) for adult in plan.adults)
        return {who: parent for who, parent in parents if parent}

    def _truths(self, home: Home, former: Home | None) -> None:
        chronicle, plan = self.chronicle, home.plan
        newborn = max((child.citizen.born for child in home.children), default=0)
        for someone in home.people:
            write_who(chronicle, someone)
            write_stays(chronicle, self.dwellings, someone)
        write_protection(chronicle, self.seed, home)
        write_ties(chronicle, self.seed, home, former)
        for adult in home.adults:
            if adult.grown:
                self.lives.write(adult, newborn if newborn > self.today - 300 else None)
        for someone in home.people:
            self._declared(someone)
        adults = tuple(adult.id for adult in home.living)
        if adults or home.children:
            last = home.people[-1] if home.children else home.living[0]
            address = self.dwellings.made[last.lives_in(self.today)].address
            children = tuple(child.id for child in home.children)
            self.households[plan.id] = Household(plan.id, address, adults, children)

    def _declared(self, someone: Someone) -> None:
        """Draw the declared facts that do not follow from somebody's life."""
        for fact in self.drawn:
            if not fact.from_age <= someone.age <= fact.to_age:
                continue
            if fact.when and fact.when.value(lambda path: self._now(someone.id, path)) is not True:
                continue
            value = self._drawn(fact, someone)
            if value is not None:
                self.chronicle.always(fact.fact, someone.id, value)

    def _drawn(self, fact: Drawn, someone: Someone) -> Value | None:
        purpose, who = f"fact.{fact.fact}", someone.id
        if fact.between is None:
            options = fact.by_digital.get(someone.citizen.digital, fact.options)
            return weighted(options, self.seed, purpose, who)
        low, high = fact.between
        return between(low // fact.step, high // fact.step, self.seed, purpose, who) * fact.step

    def _now(self, who: str, path: str) -> Value | None:
        """Return the value drawn so far that holds today at the end of somebody's path."""
        relation, fact = split_path(path)
        subject = self.chronicle.now(self.relations[relation], who) if relation else who
        return self.chronicle.now(fact, str(subject)) if subject is not None else None
