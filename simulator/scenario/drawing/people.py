"""Who people are: their birthdays, names, numbers, languages, and how they manage digitally.

House numbers and serial numbers are set aside for the cast, so that one more person in a scenario
changes nobody else's.
"""

from dataclasses import dataclass, field

from simulator.core.clock import OFFICE, DayNumber, Moment, age_at, date_of, moment
from simulator.core.draws import between, draw, pick, weighted
from simulator.scenario.drawing.chronicle import Chronicle
from simulator.scenario.drawing.plans import HouseholdPlan, Plan
from simulator.scenario.drawing.pools import LANGUAGES, names
from simulator.scenario.drawing.requests import GROWN, PENSION_AGE, Person
from simulator.town.identifiers import TELEPHONES, person_number, telephone
from simulator.town.spells import Spell
from simulator.town.town import Citizen, Digital

LOTS, CAST_LOT = 7, 3
"""Of every ``LOTS`` numbers, the one at ``CAST_LOT`` is the cast's."""
_SERIALS = LOTS * 713
"""The number of serial numbers that each sex has."""
DEAD = "90"
"""The code of the register for somebody who has died."""


@dataclass(slots=True)
class Someone:
    """One person while the town is drawn."""

    citizen: Citizen
    age: int
    child: bool
    asked: Person | None
    died: DayNumber | None = None
    stays: list[Spell] = field(default_factory=list)
    """The dwellings they have lived in, each with when and when it was reported."""

    @property
    def id(self) -> str:
        """The id of the citizen they become."""
        return self.citizen.id

    @property
    def grown(self) -> bool:
        """Whether they are of age."""
        return self.age >= GROWN

    def lives_in(self, day: DayNumber) -> str:
        """Return the id of the dwelling they live in on a day, or lived in last."""
        there = [stay for stay in self.stays if stay.begins <= day]
        return str((there or self.stays)[-1].value)


@dataclass(slots=True)
class Home:
    """A household while the town is drawn."""

    plan: HouseholdPlan
    today: DayNumber
    adults: list[Someone] = field(default_factory=list)
    children: list[Someone] = field(default_factory=list)

    @property
    def people(self) -> list[Someone]:
        """Everybody in it, adults first."""
        return self.adults + self.children

    @property
    def living(self) -> list[Someone]:
        """The adults who are alive."""
        return [adult for adult in self.adults if adult.died is None or adult.died > self.today]

    @property
    def asked(self) -> Person | None:
        """What a scenario asks of it, if its first adult is one of the cast."""
        return self.adults[0].asked


def lot(cast: bool, drawn: float, count: int) -> int:
    """Return a number below ``count * LOTS`` by ``drawn``, in [0, 1).

    The numbers of the cast are never given to others.
    """
    if cast:
        return int(drawn * count) * LOTS + CAST_LOT
    row, place = divmod(int(drawn * count * (LOTS - 1)), LOTS - 1)
    return row * LOTS + place + (place >= CAST_LOT)


class People:
    """Draws the people of a town."""

    def __init__(self, seed: int, today: DayNumber) -> None:
        self._seed, self._today = seed, today
        self._numbers: set[str] = set()
        self._telephones: set[int] = set()
        self._date = date_of(today)

    def home(self, plan: HouseholdPlan, family: tuple[str, str] | None = None) -> Home:
        """Return the people a plan asks for.

        ``family`` is the name and language they have from a parent; with ``None`` both are drawn.
        """
        language = self._language(plan, family)
        asked = plan.adults[0].asked
        name = (
            family[0] if family else pick(names(language).families, self._seed, "family", plan.id)
        )
        if asked and asked.family:
            name = asked.family
        home = Home(plan, self._today)
        for adult in plan.adults:
            before = home.adults[0] if home.adults else None
            home.adults.append(self._someone(adult, plan, name, language, before))
        for child in plan.children:
            home.children.append(self._someone(child, plan, name, language, None))
        self._deaths(home)
        return home

    def _language(self, plan: HouseholdPlan, family: tuple[str, str] | None) -> str:
        asked = plan.adults[0].asked
        if asked:
            return asked.language
        return family[1] if family else weighted(LANGUAGES, self._seed, "language", plan.id)

    def _someone(
        self, plan: Plan, home: HouseholdPlan, family: str, language: str, before: Someone | None
    ) -> Someone:
        seed, asked, id_ = self._seed, plan.asked, plan.id
        female = self._female(plan, before)
        pool = names(language).women if female else names(language).men
        born = self._born(plan)
        patience, trust = divmod(between(0, 91 * 91 - 1, seed, "temper", id_), 91)
        citizen = Citizen(
            id=id_,
            given=asked.given if asked and asked.given else pick(pool, seed, "given", id_),
            family=family,
            born=born,
            female=female,
            number=self._number(id_, born, female, home.cast),
            household=home.id,
            telephone=self._telephone(id_, home.cast),
            patience=_or(asked.patience if asked else None, 5 + patience),
            trust=_or(asked.trust if asked else None, 5 + trust),
            digital=asked.digital if asked else digital_of(seed, plan, language),
            language=language,
            knows=asked.knows if asked else {},
        )
        return Someone(citizen, plan.age, plan.child, asked)

    def _female(self, plan: Plan, before: Someone | None) -> bool:
        """Return whether somebody is female; all but one in forty couples are of both sexes."""
        if plan.asked and plan.asked.female is not None:
            return plan.asked.female
        mark = draw(self._seed, "sex", plan.id)
        if before is None:
            return mark < 0.5
        return before.citizen.female == (mark < 0.025)

    def _born(self, plan: Plan) -> DayNumber:
        """Return a birthday that makes somebody as old today as the plan says."""
        today = self._date
        last = min(today.day, 28)
        latest = today.replace(year=today.year - plan.age, day=last).toordinal()
        born = latest - between(0, 350, self._seed, "birthday", plan.id)
        return born if age_at(born, self._today) == plan.age else latest

    def _number(self, who: str, born: DayNumber, female: bool, cast: bool) -> str:
        serial = lot(cast, draw(self._seed, "number", who), _SERIALS // LOTS)
        while (number := person_number(born, serial * 2 + (not female))) in self._numbers:
            serial = (serial + LOTS) % _SERIALS
        self._numbers.add(number)
        return number

    def _telephone(self, who: str, cast: bool) -> str:
        serial = lot(cast, draw(self._seed, "telephone", who), TELEPHONES // LOTS)
        while serial in self._telephones:
            serial = (serial + LOTS) % (TELEPHONES // LOTS * LOTS)
        self._telephones.add(serial)
        return telephone(serial)

    def _deaths(self, home: Home) -> None:
        """Let a few have died lately: one of a couple at most, and nobody alone with children."""
        if home.children and len(home.adults) == 1 and not home.asked:
            return
        for adult in home.adults:
            if dies := adult.asked and adult.asked.when("dies"):
                adult.died = dies.day
            elif not home.plan.cast and not home.plan.parting:
                chance = 0.03 if adult.age >= 80 else 0.012 if adult.age >= PENSION_AGE else 0.001
                if draw(self._seed, "dies", adult.id) < chance:
                    adult.died = self._today - between(10, 500, self._seed, "died", adult.id)
            if adult.died is not None:
                return


def death_told(died: DayNumber) -> Moment:
    """Return the moment the registers are told of a death, two days later."""
    return moment(died + 2, OFFICE)


def write_who(chronicle: Chronicle, someone: Someone) -> None:
    """Write somebody's name, number, birthday, sex and status, as the register has them."""
    who, citizen = someone.id, someone.citizen
    always, born = chronicle.always, citizen.born
    always("person.name", who, citizen.name, born)
    always("person.number", who, citizen.number, born)
    always("person.born", who, born, born)
    always("person.sex", who, "K" if citizen.female else "M", born)
    always("person.status", who, "01", born)
    if someone.died is not None:
        told_at = death_told(someone.died)
        chronicle.turns(
            "person.status", who, ((chronicle.long_ago, "01", None), (someone.died, DEAD, told_at))
        )


def digital_of(seed: int, plan: Plan, language: str) -> Digital:
    """Return how somebody manages digitally.

    About one adult in twenty does not at all, and another eighth need help. Both grow with age, and
    more people need help if their language is not Danish.
    """
    age = plan.age
    none = 1 if age < 60 else 4 if age < 75 else 14 if age < 85 else 40
    helped = 8 if age < 60 else 15 if age < 75 else 32
    mark = draw(seed, "digital", plan.id) * 100
    if mark < none:
        return "none"
    return "assisted" if mark < none + helped + (12 if language != "da" else 0) else "self"


def _or(asked: int | None, drawn: int) -> int:
    return drawn if asked is None else asked
