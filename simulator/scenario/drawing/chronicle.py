"""Writing a town's spells: only of facts that are declared, each with when it was reported."""

from collections.abc import Iterable, Mapping
from functools import cache
from operator import attrgetter

from simulator.core.clock import (
    MINUTES_A_DAY,
    OFFICE,
    DayNumber,
    Moment,
    moment,
    month_start,
    next_month,
)
from simulator.core.facts import Fact, Value
from simulator.scenario.drawing.bank_days import last_bank_day
from simulator.town.spells import Spell, Timeline, true_on

PAYDAY = 12 * 60
"""Wages are reported at noon."""
LONG_AGO = 4 * 366
"""What has always been so was reported at least this many days ago."""
LATELY = 6
"""The share of its age limit that a lasting fact was confirmed ago: a year's, two months."""
NEVER = 10 * 366
"""What nobody reports would be reported this many days from now."""


@cache
def paid_at(day: DayNumber) -> Moment:
    """Return when employers and authorities report the month a day lies in."""
    return moment(last_bank_day(month_start(day)), PAYDAY)


@cache
def _month_after(first: DayNumber) -> DayNumber:
    return next_month(first)


_REPORTED = attrgetter("reported", "begins")


class Chronicle:
    """The spells of a town while it is drawn."""

    def __init__(self, facts: Mapping[str, Fact], today: DayNumber) -> None:
        self.facts, self.today = facts, today
        self.long_ago = today - LONG_AGO
        self._spells: dict[tuple[str, str], Timeline] = {}
        self._alike: dict[tuple[type, Value | None, DayNumber], Timeline] = {}
        """What is so of many is written once."""
        self._pieced: set[tuple[str, str]] = set()
        """What was written spell by spell, perhaps in another order than it was reported."""

    def always(
        self, fact: str, subject: str, value: Value | None, since: DayNumber | None = None
    ) -> None:
        """Write what has been so as long as it matters, in place of what was written."""
        if fact in self.facts:
            begins = self.long_ago if since is None or since < self.long_ago else since
            self._spells[fact, subject] = self._since(value, begins)

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
        """Write one spell more; unless said, it was reported the day it began."""
        if fact in self.facts:
            key = fact, subject
            told = moment(begins, OFFICE) if reported is None else reported
            self._spells[key] = (*self._spells.get(key, ()), Spell(value, begins, ends, told))
            self._pieced.add(key)

    def turns(
        self,
        fact: str,
        subject: str,
        turns: Iterable[tuple[DayNumber, Value | None, Moment | None]],
    ) -> None:
        """Write values one after another: from when, which, and when it was reported."""
        if fact not in self.facts:
            return
        spells: list[Spell] = []
        for begins, value, reported in turns:
            told = moment(begins, OFFICE) if reported is None else reported
            if spells and spells[-1].value == value:
                continue
            if spells:
                spells[-1] = spells[-1]._replace(ends=begins)
            spells.append(Spell(value, begins, None, told))
        if len(spells) == 1 and spells[0].reported == moment(spells[0].begins, OFFICE):
            self._spells[fact, subject] = self._since(spells[0].value, spells[0].begins)
        elif spells:
            self._spells[fact, subject] = tuple(spells)

    def months(self, fact: str, subject: str, figures: Iterable[tuple[DayNumber, Value]]) -> None:
        """Write months' figures by their first days, each reported on its last bank day."""
        if fact in self.facts:
            self._spells[fact, subject] = tuple(
                [
                    Spell(value, first, _month_after(first), paid_at(first))
                    for first, value in figures
                ]
            )

    def forget(self, fact: str, subject: str) -> None:
        """Take back what was written of a fact, where a scenario says otherwise."""
        self._spells.pop((fact, subject), None)

    def end(self, facts: Iterable[str], subject: str, day: DayNumber) -> None:
        """End what holds of a subject on a day, and take back what would begin on it or later."""
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
        """Return what has been written of a fact so far."""
        return self._spells.get((fact, subject), ())

    def now(self, fact: str, subject: str) -> Value | None:
        """Return what is true of a subject today, as far as it has been written."""
        spell = true_on(self.line(fact, subject), self.today)
        return spell.value if spell else None

    def spells(self) -> dict[tuple[str, str], Timeline]:
        """Return everything written, each timeline in the order it was reported."""
        for key in self._pieced & self._spells.keys():
            self._spells[key] = tuple(sorted(self._spells[key], key=_REPORTED))
        ageing = {id_: one.ask_again_days for id_, one in self.facts.items() if _ages(one)}
        for key, line in self._spells.items():
            if limit := ageing.get(key[0]):
                self._spells[key] = self._confirmed(line, limit)
        return self._spells

    def _confirmed(self, line: Timeline, limit: int) -> Timeline:
        """Let what lasts be reported again as often as it is asked about, the last time lately."""
        again = []
        for one in line:
            until = self.today if one.ends is None else min(one.ends, self.today)
            told = moment(until - limit // LATELY, OFFICE)
            if told > one.reported + limit * MINUTES_A_DAY:
                again.append(one._replace(reported=told))
        return tuple(sorted((*line, *again), key=_REPORTED)) if again else line


def _ages(fact: Fact) -> bool:
    return fact.holds != "month" and fact.ask_again_days is not None
