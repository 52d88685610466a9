"""Writing what a scenario states of its people, in place of what was drawn."""

from collections.abc import Iterable, Mapping

from simulator.core.clock import DayNumber, iso, month_start, next_month
from simulator.core.facts import Value, relations, split_path
from simulator.scenario.drawing.chronicle import Chronicle
from simulator.scenario.drawing.dwellings import Dwellings
from simulator.scenario.drawing.homes import moving, write_stays
from simulator.scenario.drawing.lives import CHANGE, EARNING, MONTHS, Lives
from simulator.scenario.drawing.people import DEAD, Home, Someone
from simulator.scenario.drawing.requests import NEW, CannotDraw, Person, Stated
from simulator.town.spells import true_on


class Sayings:
    """Writes what a scenario states of its people, and what follows from that."""

    def __init__(
        self, chronicle: Chronicle, dwellings: Dwellings, lives: Lives, cast: Mapping[str, Home]
    ) -> None:
        self._chronicle, self._dwellings = chronicle, dwellings
        self._lives, self._cast = lives, cast
        self._relations = relations(chronicle.facts)

    def write(self, person: Person) -> None:
        """Write all that is stated of one person. Raises ``CannotDraw`` if it cannot be so."""
        stated: dict[tuple[str, str], tuple[Stated, ...]] = {}
        for path in sorted(person.facts, key=lambda written: bool(split_path(written)[0])):
            about = self._about(person, path)
            stated[about] = person.facts[path]
            self._chronicle.forget(about[1], about[0])
            self._write(person, *about, person.facts[path])
        for (who, fact), spells in stated.items():
            for spell in spells:
                if fact == "person.status" and spell.value == DEAD and spell.begins is not None:
                    self._chronicle.end(EARNING, who, spell.begins)
        if dies := person.when("dies"):
            self._chronicle.end(EARNING, person.key, dies.day)
        for who in dict.fromkeys(who for who, _ in stated):
            self._follow(who, {fact for subject, fact in stated if subject == who})
            self._check_income(person, who)

    def _about(self, person: Person, path: str) -> tuple[str, str]:
        """Return the subject and the fact that a path leads to, seen from a person."""
        relation, fact = split_path(path)
        if not relation:
            return person.key, fact
        subject = self._chronicle.now(self._relations[relation], person.key)
        if subject is None:
            raise CannotDraw(person.key, "about-nobody", found=path)
        return str(subject), fact

    def _write(self, person: Person, who: str, fact: str, stated: tuple[Stated, ...]) -> None:
        if self._chronicle.facts[fact].holds == "month":
            self._months(who, fact, stated)
            return
        for spell, following in _with_following(stated):
            begins = self._chronicle.long_ago if spell.begins is None else spell.begins
            value, ends = self._value(person, fact, spell.value), spell.ends or following
            self._chronicle.write(fact, who, value, begins, ends, spell.reported)

    def _months(self, who: str, fact: str, stated: tuple[Stated, ...]) -> None:
        today = self._chronicle.today
        earliest, last = month_start(today - 31 * (MONTHS - 1)), next_month(today)
        figures: dict[int, Value] = {}
        for spell, following in _with_following(stated):
            month = month_start(max(spell.begins or earliest, earliest))
            while month < min(spell.ends or following or last, last):
                if spell.value is not None:
                    figures[month] = spell.value
                month = next_month(month)
        self._chronicle.months(fact, who, sorted(figures.items()))

    def _value(self, person: Person, fact: str, value: Value | None) -> Value | None:
        """Return the value; ``new`` is a new dwelling, a person's key the one they live in."""
        if self._chronicle.facts[fact].type != "dwelling" or value is None:
            return value
        if value == NEW:
            return self._dwellings.of(f"{person.key}.new", self._cast[person.key]).id
        return self._cast[str(value)].adults[0].lives_in(self._chronicle.today)

    def _follow(self, who: str, stated: set[str]) -> None:
        """Write what follows from the facts stated of somebody and is not itself stated."""
        line = self._chronicle.line
        if "benefit.kind" in stated:
            kinds = [
                (spell.begins, str(spell.value or "none")) for spell in line("benefit.kind", who)
            ]
            if "benefit.monthly" not in stated:
                self._lives.follow(who, kinds)
            if kinds and CHANGE not in stated:
                begins, kind = kinds[-1]
                self._lives.change(who, kind, begins)
        if "move.dwelling" in stated and "move.people" not in stated and who in self._cast:
            self._chronicle.forget("move.people", who)
            for spell in line("move.dwelling", who):
                if spell.value is not None:
                    self._chronicle.write("move.people", who, moving(self._cast[who]), *spell[1:])
        someone = self._someone(who)
        if "residence.dwelling" not in stated or someone is None:
            return
        someone.stays = [
            spell for spell in line("residence.dwelling", who) if spell.value is not None
        ]
        kept = {fact: line(fact, who) for fact in stated if fact.startswith("residence.")}
        for fact in ("residence.dwelling", "residence.address", "residence.moved_in"):
            self._chronicle.forget(fact, who)
        write_stays(self._chronicle, self._dwellings, someone)
        for fact, spells in kept.items():
            self._chronicle.forget(fact, who)
            for spell in spells:
                self._chronicle.write(fact, who, *spell)

    def _someone(self, who: str) -> Someone | None:
        people = (someone for home in self._cast.values() for someone in home.people)
        return next((someone for someone in people if someone.id == who), None)

    def _check_income(self, person: Person, who: str) -> None:
        """Raise ``CannotDraw`` if a month with an income has neither an employer nor a benefit."""
        if not {"work.employer", "benefit.kind"} <= set(self._chronicle.facts):
            return
        line = self._chronicle.line
        for month in line("income.monthly", who):
            work = true_on(line("work.employer", who), month.begins)
            benefit = true_on(line("benefit.kind", who), month.begins)
            if not (work and work.value) and (benefit is None or benefit.value in (None, "none")):
                raise CannotDraw(person.key, "income-from-nowhere", month=iso(month.begins)[:7])


def _with_following(stated: tuple[Stated, ...]) -> Iterable[tuple[Stated, DayNumber | None]]:
    """Return each spell with the first day of the next."""
    return zip(stated, [*(spell.begins for spell in stated[1:]), None], strict=False)
