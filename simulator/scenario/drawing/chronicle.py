"""Writing the spells of a town that is drawn, for declared facts only."""

from collections.abc import Iterable, Mapping
from functools import cache
from operator import attrgetter

from simulator.core.clock import (
    MINUTES_A_DAY,
    OFFICE,
    DayNumber,
    Moment,
    date_of,
    moment,
    month_start,
    next_month,
)
from simulator.core.facts import Fact, Value
from simulator.scenario.drawing.bank_days import last_bank_day
from simulator.town.spells import Spell, Timeline, true_on

PAYDAY = 12 * 60
"""The minute of the day wages are reported at: noon."""
LONG_AGO = 4 * 366
"""Days before today from which a town is remembered: what has always been so was reported then."""
LATELY = 6
"""A lasting fact was last confirmed its age limit divided by this ago: two months for a year."""
A_YEAR, MADE_UP = 365, 5
"""What is asked about no oftener than once a year was made up on this day of January."""
NEVER = 10 * 366
"""How many days from today something is reported that nobody reports: after every day played."""


@cache
def paid_at(day: DayNumber) -> Moment:
    """Return the moment employers and authorities report the month that ``day`` lies in."""
    return moment(last_bank_day(month_start(day)), PAYDAY)


@cache
def _month_after(first: DayNumber) -> DayNumber:
    return next_month(first)


def reported_at(begins: DayNumber, reported: Moment | None) -> Moment:
    """Return when a spell is reported: on the day it begins, where nobody says otherwise."""
    return moment(begins, OFFICE) if reported is None else reported


_REPORTED = attrgetter("reported", "begins")


class Chronicle:
    """The spells of a town while it is drawn. What is written of an undeclared fact is left out."""

    def __init__(self, facts: Mapping[str, Fact], today: DayNumber) -> None:
        self.facts, self.today = facts, today
        self.long_ago = today - LONG_AGO
        self._spells: dict[tuple[str, str], Timeline] = {}
        self._alike: dict[tuple[type, Value | None, DayNumber], Timeline] = {}
        """Timelines that many subjects share, so that each is made once."""
        self._pieced: set[tuple[str, str]] = set()
        """The keys written spell by spell, perhaps not in the order in which they were reported."""

    def always(
        self, fact: str, subject: str, value: Value | None, since: DayNumber | None = None
    ) -> None:
        """Write a value that has held since ``since``, or always, in place of what was written."""
        if fact in self.facts:
            begins = self.long_ago if since is None or since < self.long_ago else since
            self._spells[fact, subject] = self._since(value, begins)

    def untold(self, fact: str, subject: str, value: Value) -> None:
        """Write a value that has always held and that no register is ever told of."""
        self.write(fact, subject, value, self.long_ago, None, moment(self.today + NEVER, OFFICE))

    def _since(self, value: Value | None, begins: DayNumber) -> Timeline:
        key = (type(value), value, begins)
        line = self._alike.get(key)
        if line is None:
            line = self._alike[key] = (Spell(value, begins, None, moment(begins, OFFICE)),)
        return line

    def write(
        self,
        fact: str,
        subject: str,
        value: Value | None,
        begins: DayNumber,
        ends: DayNumber | None,
        reported: Moment | None = None,
    ) -> None:
        """Add one spell, reported on the day it began if ``reported`` is ``None``."""
        if fact in self.facts:
            key = fact, subject
            spell = Spell(value, begins, ends, reported_at(begins, reported))
            self._spells[key] = (*self._spells.get(key, ()), spell)
            self._pieced.add(key)

    def turns(
        self,
        fact: str,
        subject: str,
        turns: Iterable[tuple[DayNumber, Value | None, Moment | None]],
    ) -> None:
        """Write values that follow one another: from which day, which value, and when reported."""
        if fact not in self.facts:
            return
        spells: list[Spell] = []
        for begins, value, reported in turns:
            if spells and spells[-1].value == value:
                continue
            if spells:
                spells[-1] = spells[-1]._replace(ends=begins)
            spells.append(Spell(value, begins, None, reported_at(begins, reported)))
        if len(spells) == 1 and spells[0].reported == moment(spells[0].begins, OFFICE):
            self._spells[fact, subject] = self._since(spells[0].value, spells[0].begins)
        elif spells:
            self._spells[fact, subject] = tuple(spells)

    def months(self, fact: str, subject: str, figures: Iterable[tuple[DayNumber, Value]]) -> None:
        """Write a figure for each month, given by its first day; reported on its last bank day."""
        if fact in self.facts:
            spells = [Spell(value, day, _month_after(day), paid_at(day)) for day, value in figures]
            self._spells[fact, subject] = tuple(spells)

    def forget(self, fact: str, subject: str) -> None:
        """Take back all that was written of a fact of a subject."""
        self._spells.pop((fact, subject), None)

    def end(self, facts: Iterable[str], subject: str, day: DayNumber) -> None:
        """End the spells of some facts on a day, and take back those that begin on it or later."""
        for fact in facts:
            kept = [s for s in self._spells.get((fact, subject), ()) if s.begins < day]
            if kept:
                self._spells[fact, subject] = tuple(
                    s if s.ends is not None and s.ends <= day else s._replace(ends=day)
                    for s in kept
                )
            else:
                self.forget(fact, subject)

    def line(self, fact: str, subject: str) -> Timeline:
        """Return what has been written of a fact of a subject so far."""
        return self._spells.get((fact, subject), ())

    def now(self, fact: str, subject: str) -> Value | None:
        """Return the value that holds today by what has been written so far, or ``None``."""
        spell = true_on(self.line(fact, subject), self.today)
        return spell.value if spell else None

    def spells(self) -> dict[tuple[str, str], Timeline]:
        """Return all timelines by (fact, subject), each in the order in which it was reported."""
        for key in self._pieced & self._spells.keys():
            self._spells[key] = tuple(sorted(self._spells[key], key=_REPORTED))
        ageing = {id_: fact.ask_again_days for id_, fact in self.facts.items() if _ages(fact)}
        for key, line in self._spells.items():
            if limit := ageing.get(key[0]):
                self._spells[key] = self._confirmed(line, limit)
        return self._spells

    def _confirmed(self, line: Timeline, limit: int) -> Timeline:
        """Return a timeline in which spells longer than ``limit`` days are reported once more."""
        again = []
        for spell in line:
            until = self.today if spell.ends is None else min(spell.ends, self.today)
            confirmed_at = moment(_confirmed_on(until, limit), OFFICE)
            if confirmed_at > spell.reported + limit * MINUTES_A_DAY:
                again.append(spell._replace(reported=confirmed_at))
        return tuple(sorted((*line, *again), key=_REPORTED)) if again else line


def _confirmed_on(until: DayNumber, limit: int) -> DayNumber:
    """Return the day on which what held until a day was last confirmed.

    What is asked about once a year is made up at New Year: what held then is shown as no older.
    """
    made_up = date_of(until).replace(month=1, day=MADE_UP).toordinal()
    return made_up if limit >= A_YEAR and made_up <= until else until - limit // LATELY


def _ages(fact: Fact) -> bool:
    return fact.holds != "month" and fact.ask_again_days is not None
