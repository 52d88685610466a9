"""What adults live on: work and benefits one after another, and an income for every month.

Every month with an income has an employer or a benefit. What a benefit comes to is only roughly
right: the amounts of the law are the library's.
"""

from typing import NamedTuple

from simulator.core.clock import DayNumber, age_at, date_of, month_start
from simulator.core.draws import between, draw, pick, weighted
from simulator.scenario.drawing.chronicle import Chronicle, paid_at
from simulator.scenario.drawing.people import Someone
from simulator.scenario.drawing.pools import Pools
from simulator.scenario.drawing.requests import GROWN, PENSION_AGE

MONTHS = 14
EARNING = (
    "income.monthly",
    "work.employer",
    "work.job",
    "benefit.kind",
    "benefit.monthly",
    "sickness.weeks",
)

# Before tax, kroner a month.
BENEFITS = {
    "kontanthjaelp": (9_000, 13_000),
    "dagpenge": (14_000, 20_300),
    "sygedagpenge": (16_000, 20_300),
    "barsel": (16_000, 20_300),
    "su": (6_500, 7_200),
    "folkepension": (13_500, 19_000),
    "foertidspension": (17_000, 21_000),
}
_WAGE = (19_000, 46_000)
CHANGE = "life.event"
_CHANGED_BY = {"sygedagpenge": "sickness", "dagpenge": "job_loss"}
"""What has happened in the life of somebody who lives on such a benefit."""
_KEEPS_JOB = ("sygedagpenge", "barsel")
_YOUNG = (("none", 58), ("su", 31), ("kontanthjaelp", 6), ("dagpenge", 3), ("sygedagpenge", 2))
_GROWN = (
    ("none", 83),
    ("dagpenge", 4),
    ("kontanthjaelp", 4),
    ("sygedagpenge", 3),
    ("foertidspension", 6),
)
_OLDER = (
    ("none", 76),
    ("dagpenge", 4),
    ("kontanthjaelp", 3),
    ("sygedagpenge", 4),
    ("foertidspension", 13),
)


class Living(NamedTuple):
    """What somebody lives on from a day on: work, a benefit, or both."""

    begins: DayNumber
    kind: str
    employer: str | None
    job: str | None
    income: int
    """Kroner a month, with the benefit."""
    benefit: int | None = None
    """Kroner a month."""


class Lives:
    """Writes what a town's adults live on."""

    def __init__(self, seed: int, chronicle: Chronicle, pools: Pools) -> None:
        self._seed, self._chronicle, self._pools = seed, chronicle, pools
        months = [month_start(chronicle.today)]
        while len(months) < MONTHS:
            months.append(month_start(months[-1] - 1))
        self._months = tuple(reversed(months))

    def write(self, someone: Someone, newborn: DayNumber | None = None) -> None:
        """Write an adult's work, benefits and income.

        ``newborn`` is the birthday of a child under one year of theirs.
        """
        livings = self.livings(someone, newborn)
        turns = [(self._reported(living), living) for living in livings]
        line, who = self._chronicle.turns, someone.id
        line("benefit.kind", who, [(x.begins, x.kind, reported) for reported, x in turns])
        line("work.employer", who, [(x.begins, x.employer, reported) for reported, x in turns])
        line("work.job", who, [(x.begins, x.job, reported) for reported, x in turns])
        self._paid(who, livings)
        self._sickness(who, livings)
        self.change(who, livings[-1].kind, livings[-1].begins)
        self._income(who, livings)
        if someone.died is not None:
            self._chronicle.end(EARNING, who, someone.died)

    def livings(self, someone: Someone, newborn: DayNumber | None) -> list[Living]:
        """Return what somebody has lived on, the oldest first; ``newborn`` as for ``write``."""
        if someone.asked:
            return self._asked(someone, self._chronicle.long_ago)
        start = max(self._chronicle.long_ago, _birthday(someone.citizen.born, GROWN))
        kind = self._kind(someone, newborn)
        if kind == "folkepension":
            return self._retired(someone, start)
        if kind == "none":
            return self._working(someone, start)
        began = self._began(someone.id, kind, newborn)
        if began <= start or kind == "su":
            return [self._on(someone.id, kind, start)]
        return [self._working(someone, start)[0], self._on(someone.id, kind, began)]

    def _asked(self, someone: Someone, start: DayNumber) -> list[Living]:
        """Return what one of the cast lives on: work or a pension, and what happens to them."""
        if someone.age >= PENSION_AGE or someone.asked is None:
            return self._retired(someone, start)
        livings = [self._job(someone.id, start, 0)]
        for what, kind in (("falls-ill", "sygedagpenge"), ("loses-job", "dagpenge")):
            if (happening := someone.asked.when(what)) and happening.day > start:  # type: ignore[arg-type]
                livings.append(self._on(someone.id, kind, happening.day))
        return sorted(livings)

    def _kind(self, someone: Someone, newborn: DayNumber | None) -> str:
        if someone.age >= PENSION_AGE:
            return "folkepension"
        if newborn is not None and draw(self._seed, "leave", someone.id) < (
            0.85 if someone.citizen.female else 0.15
        ):
            return "barsel"
        kinds = _YOUNG if someone.age < 26 else _GROWN if someone.age < 55 else _OLDER
        return weighted(kinds, self._seed, "work", someone.id)

    def _began(self, who: str, kind: str, newborn: DayNumber | None) -> DayNumber:
        today, seed = self._chronicle.today, self._seed
        if kind == "barsel" and newborn is not None:
            return newborn - 28
        if kind == "sygedagpenge":
            return today - 7 * between(2, 36, seed, "sick.since", who)
        most = {"dagpenge": 620, "kontanthjaelp": 2_000}.get(kind, 4_000)
        return today - between(15, most, seed, "since", who)

    def _working(self, someone: Someone, start: DayNumber) -> list[Living]:
        """Return the work of somebody: most keep it, some change it or were without for a while."""
        who, seed, today = someone.id, self._seed, self._chronicle.today
        mark = draw(seed, "work.changes", who)
        if mark < 0.16:
            day = today - between(20, 1_300, seed, "work.since", who)
            if day > start:
                return [self._job(who, start, 1), self._job(who, day, 0)]
        elif mark < 0.2:
            back = today - between(20, 200, seed, "work.since", who)
            left = back - between(60, 200, seed, "work.left", who)
            if left > start:
                kind = pick(("dagpenge", "sygedagpenge"), seed, "work.break", who)
                return [
                    self._job(who, start, 1),
                    self._on(who, kind, left),
                    self._job(who, back, 0),
                ]
        return [self._job(who, start, 0)]

    def _retired(self, someone: Someone, start: DayNumber) -> list[Living]:
        day = _birthday(someone.citizen.born, PENSION_AGE)
        pension = self._on(someone.id, "folkepension", max(day, start))
        if someone.age < 72 and draw(self._seed, "works.on", someone.id) < 0.12:
            job = self._job(someone.id, start, 0)
            both = pension._replace(
                employer=job.employer, job=job.job, income=pension.income + job.income // 100 * 50
            )
            return [job, both] if day > start else [both]
        return [self._job(someone.id, start, 0), pension] if day > start else [pension]

    def _job(self, who: str, begins: DayNumber, nth: int) -> Living:
        employers, jobs = self._pools.employers, self._pools.jobs
        drawn = between(0, len(employers) * len(jobs) - 1, self._seed, "job", who, nth)
        employer, job = divmod(drawn, len(jobs))
        wage = self._amount(_WAGE, "income", who, nth)
        return Living(begins, "none", employers[employer], jobs[job], wage)

    def _on(self, who: str, kind: str, begins: DayNumber) -> Living:
        if kind not in BENEFITS:  # a teacher's own: what it pays is for the scenario to say
            return Living(begins, kind, None, None, 0)
        paid = self._amount(BENEFITS[kind], f"benefit.{kind}", who, 0)
        if kind not in _KEEPS_JOB:
            return Living(begins, kind, None, None, paid, paid)
        job = self._job(who, begins, 0)
        return Living(begins, kind, job.employer, job.job, paid, paid)

    def _amount(self, bounds: tuple[int, int], purpose: str, who: str, nth: int) -> int:
        return between(bounds[0] // 50, bounds[1] // 50, self._seed, purpose, who, nth) * 50

    def follow(self, who: str, kinds: list[tuple[DayNumber, str]]) -> None:
        """Write the amounts of the benefits a scenario gives somebody, and the weeks of sickness.

        ``kinds`` holds the first day and the kind of each benefit, ``none`` among them.
        """
        livings = [
            Living(begins, "none", None, None, 0) if kind == "none" else self._on(who, kind, begins)
            for begins, kind in kinds
        ]
        self._chronicle.forget("sickness.weeks", who)
        self._paid(who, livings)
        self._sickness(who, livings)

    def _paid(self, who: str, livings: list[Living]) -> None:
        paid = [(x.begins, x.benefit and x.benefit * 100, self._reported(x)) for x in livings]
        self._chronicle.turns("benefit.monthly", who, paid)

    def _reported(self, living: Living) -> int | None:
        """Return when a change is reported, with its month's wages; ``None`` if it was long ago."""
        return paid_at(living.begins) if living.begins > self._chronicle.long_ago else None

    def _sickness(self, who: str, livings: list[Living]) -> None:
        """Write the weeks of sickness benefit so far, one more every week while it lasts."""
        if "sickness.weeks" not in self._chronicle.facts:
            return
        turns: list[tuple[DayNumber, int | None, int | None]] = []
        for n, living in enumerate(livings):
            if living.kind != "sygedagpenge" or living.begins <= self._chronicle.long_ago:
                continue
            ends = livings[n + 1].begins if n + 1 < len(livings) else self._chronicle.today + 1
            turns += [
                (day, (day - living.begins) // 7, None) for day in range(living.begins, ends, 7)
            ]
            if n + 1 < len(livings):
                turns.append((ends, None, None))
        self._chronicle.turns("sickness.weeks", who, turns)

    def change(self, who: str, kind: str, begins: DayNumber) -> None:
        """Write what happened to somebody whose benefit tells it; of others it is drawn."""
        if change := _CHANGED_BY.get(kind):
            self._chronicle.always(CHANGE, who, change, begins)

    def _income(self, who: str, livings: list[Living]) -> None:
        seed = self._seed
        changes = draw(seed, "income.changes", who) < 0.3 and len(livings) == 1
        turn = between(2, MONTHS - 2, seed, "income.turn", who) if changes else 0
        share = between(88, 104, seed, "income.before", who) if changes else 100
        figures = []
        for n, first in enumerate(self._months):
            begun = [x for x in livings if x.begins <= first]
            if begun:
                before = MONTHS - 1 - n >= turn if changes else False
                usual = begun[-1].income
                figures.append((first, (usual * share // 5_000 * 50 if before else usual) * 100))
        self._chronicle.months("income.monthly", who, figures)


def _birthday(born: DayNumber, age: int) -> DayNumber:
    """Return the day somebody reaches an age; 1 March for those born on a leap day."""
    birth = date_of(born)
    day = birth.replace(year=birth.year + age, day=min(birth.day, 28)).toordinal()
    while age_at(born, day) < age:
        day += 1
    return day
