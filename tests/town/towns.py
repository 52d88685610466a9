"""Towns to hold the truths against: any seed, several sizes, any cast that can be met."""

from dataclasses import dataclass
from functools import cache

from hypothesis import settings
from hypothesis import strategies as st

from simulator.core.clock import day_number, moment
from simulator.core.facts import Fact
from simulator.scenario.diagnostics import Problems
from simulator.scenario.drawing.pools import Places
from simulator.scenario.drawing.requests import Happening, Person, Stated, check_person
from simulator.scenario.drawing.town import draw_town
from simulator.scenario.library import joined, shaped
from simulator.scenario.reading import Document
from simulator.scenario.shapes.library import LibraryShape
from simulator.town.spells import Timeline
from simulator.town.town import Town

DAY = day_number("2026-02-02")
TONIGHT = moment(DAY + 1) - 1
"""The last minute of the day; what is reported at midnight is the next day's."""
SIZES = (20, 60, 150)

anything = settings(max_examples=20, deadline=None)


@cache
def library() -> LibraryShape:
    made = shaped(joined(Document("none", {}, {})), LibraryShape, "da", Problems())
    assert isinstance(made, LibraryShape)
    return made


@cache
def library_facts() -> dict[str, Fact]:
    return {id_: shape.made(id=id_) for id_, shape in library().facts.items()}


FACTS = library_facts()
PLACES: Places = library().places.made()

happenings = st.builds(
    Happening,
    st.sampled_from(("moves", "separates", "falls-ill", "loses-job", "dies")),
    st.integers(DAY - 900, DAY + 20),
    st.none() | st.integers(DAY - 900, DAY + 20).map(moment),
)
people = st.builds(
    Person,
    key=st.sampled_from(("amina", "bo", "karla")),
    age=st.integers(15, 95),
    partner_age=st.none() | st.integers(15, 95),
    former_age=st.none() | st.integers(17, 95),
    children=st.lists(st.integers(0, 19), max_size=4).map(tuple),
    protected=st.booleans(),
    life=st.lists(happenings, max_size=3, unique_by=lambda one: one.day).map(tuple),
    facts=st.sampled_from(
        (
            {},
            {"income.monthly": (Stated(2_000_000),)},
            {"person.status": (Stated("90", DAY - 200),)},
        )
    ),
).filter(lambda one: one.age >= 18 or not one.facts)  # the young have neither work nor benefit


def drawn(seed: int, citizens: int, cast: tuple[Person, ...] = ()) -> Town:
    return draw_town(seed=seed, citizens=citizens, day=DAY, cast=cast, facts=FACTS, places=PLACES)


@dataclass(frozen=True)
class Asked:
    """What a town is drawn from: short enough to be read where a truth does not hold."""

    seed: int
    citizens: int
    cast: tuple[Person, ...]

    def town(self) -> Town:
        return drawn(self.seed, self.citizens, self.cast)


def possible(cast: list[Person]) -> tuple[Person, ...]:
    return tuple(one for one in cast if check_person(one) is None)


casts = st.lists(people, max_size=2, unique_by=lambda one: one.key).map(possible)
asked = st.builds(Asked, st.integers(0, 10_000), st.sampled_from(SIZES), casts)


def line(town: Town, fact: str, who: str) -> Timeline:
    """What has been true, in the order it held."""
    return tuple(sorted(town.timeline(fact, who), key=lambda one: one.begins))


def dead(town: Town, who: str) -> bool:
    return town.truth("person.status", who, DAY) == "90"


def home(town: Town, who: str) -> object:
    return town.truth("residence.dwelling", who, DAY)


def subjects(town: Town, fact: str) -> list[str]:
    return [subject for id_, subject in town.spells if id_ == fact]
