"""What a scenario says is true of its people, in place of what was drawn."""

from collections.abc import Mapping

from simulator.core.clock import OFFICE, iso, moment, month_start, next_month
from simulator.core.facts import Value, relations, split_path
from simulator.scenario.drawing.chronicle import Chronicle
from simulator.scenario.drawing.dwellings import Dwellings
from simulator.scenario.drawing.homes import write_stays
from simulator.scenario.drawing.lives import EARNING, MONTHS, Lives
from simulator.scenario.drawing.people import DEAD, Home, Someone, Stay
from simulator.scenario.drawing.requests import NEW, CannotDraw, Person, Said
from simulator.town.spells import true_on


class Sayings:
    """Writes what a scenario says, and what follows from it."""

    def __init__(
        self, chronicle: Chronicle, dwellings: Dwellings, lives: Lives, cast: Mapping[str, Home]
    ) -> None:
        self._chronicle, self._dwellings = chronicle, dwellings
        self._lives, self._cast = lives, cast
        self._relations = relations(chronicle.facts)

    def write(self, person: Person) -> None:
        """Write all that is said of one person. Raises ``CannotDraw``."""
        said: dict[tuple[str, str], tuple[Said, ...]] = {}
        for path in sorted(person.facts, key=lambda one: bool(split_path(one)[0])):
            about = self._about(person, path)
            said[about] = person.facts[path]
            self._chronicle.forget(about[1], about[0])
            self._write(person, *about, person.facts[path])
        for (who, fact), spells in said.items():
            for one in spells:
                if fact == "person.status" and one.value == DEAD and one.begins is not None:
                    self._chronicle.end(EARNING, who, one.begins)
        if dies := person.when("dies"):
            self._chronicle.end(EARNING, person.key, dies.day)
        for who in dict.fromkeys(who for who, _ in said):
            self._follow(who, {fact for one, fact in said if one == who})
            self._check_income(person, who)

    def _about(self, person: Person, path: str) -> tuple[str, str]:
        """Return whom or what a path of somebody's is about, and the fact."""
        relation, fact = split_path(path)
        if not relation:
            return person.key, fact
        subject = self._chronicle.now(self._relations[relation], person.key)
        if subject is None:
            raise CannotDraw(person.key, "about-nobody", found=path)
        return str(subject), fact

    def _write(self, person: Person, who: str, fact: str, said: tuple[Said, ...]) -> None:
        if self._chronicle.facts[fact].holds == "month":
            self._months(who, fact, said)
            return
        for n, one in enumerate(said):
            following = said[n + 1].begins if n + 1 < len(said) else None
            begins = self._chronicle.long_ago if one.begins is None else one.begins
            told = moment(begins, OFFICE) if one.reported is None else one.reported
            value = self._value(person, fact, one.value)
            self._chronicle.write(fact, who, value, begins, one.ends or following, told)

    def _months(self, who: str, fact: str, said: tuple[Said, ...]) -> None:
        today = self._chronicle.today
        earliest, last = month_start(today - 31 * (MONTHS - 1)), next_month(today)
        figures: dict[int, Value] = {}
        for n, one in enumerate(said):
            following = said[n + 1].begins if n + 1 < len(said) else None
            month = month_start(max(one.begins or earliest, earliest))
            while month < min(one.ends or following or last, last):
                if one.value is not None:
                    figures[month] = one.value
                month = next_month(month)
        self._chronicle.months(fact, who, sorted(figures.items()))

    def _value(self, person: Person, fact: str, value: Value | None) -> Value | None:
        """Return a value; a dwelling is named by whose it is, or is a new one."""
        if self._chronicle.facts[fact].type != "dwelling" or value is None:
            return value
        if value == NEW:
            return self._dwellings.of(f"{person.key}.new", self._cast[person.key]).id
        return self._cast[str(value)].adults[0].lives_in(self._chronicle.today)

    def _follow(self, who: str, said: set[str]) -> None:
        """Write what follows from what was said, where it was not said itself."""
        line = self._chronicle.line
        if "benefit.kind" in said and "benefit.monthly" not in said:
            kinds = [(one.begins, str(one.value or "none")) for one in line("benefit.kind", who)]
            self._lives.follow(who, kinds)
        someone = self._someone(who)
        if "residence.dwelling" not in said or someone is None:
            return
        someone.stays = [
            Stay(str(one.value), one.begins, one.ends, one.reported)
            for one in line("residence.dwelling", who)
            if one.value is not None
        ]
        kept = {fact: line(fact, who) for fact in said if fact.startswith("residence.")}
        for fact in ("residence.dwelling", "residence.address", "residence.moved_in"):
            self._chronicle.forget(fact, who)
        write_stays(self._chronicle, self._dwellings, someone)
        for fact, spells in kept.items():
            self._chronicle.forget(fact, who)
            for one in spells:
                self._chronicle.write(fact, who, *one)

    def _someone(self, who: str) -> Someone | None:
        people = (one for home in self._cast.values() for one in home.people)
        return next((one for one in people if one.id == who), None)

    def _check_income(self, person: Person, who: str) -> None:
        """Every month of income has an employer or a benefit."""
        if not {"work.employer", "benefit.kind"} <= set(self._chronicle.facts):
            return
        line = self._chronicle.line
        for month in line("income.monthly", who):
            work = true_on(line("work.employer", who), month.begins)
            benefit = true_on(line("benefit.kind", who), month.begins)
            if not (work and work.value) and (benefit is None or benefit.value in (None, "none")):
                raise CannotDraw(person.key, "income-from-nowhere", month=iso(month.begins)[:7])
