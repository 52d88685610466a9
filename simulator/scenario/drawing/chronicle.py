"""Writing a town's spells: only of facts that are declared, each with when it was reported."""

from collections.abc import Iterable
from dataclasses import replace

from simulator.core.clock import DayNumber, Moment, moment, month_start, next_month
from simulator.core.facts import Fact, Value
from simulator.scenario.drawing.bank_days import last_bank_day
from simulator.town.spells import Spell, Timeline

OFFICE = 10 * 60
"""Reports come in at ten in the morning."""
PAYDAY = 12 * 60
"""Wages are reported at noon."""
LONG_AGO = 4 * 366
"""What has always been so was reported at least this many days ago."""


class Chronicle:
    """The spells of a town while it is drawn."""

    def __init__(self, facts: dict[str, Fact], today: DayNumber) -> None:
        self._facts, self._today = facts, today
        self._spells: dict[tuple[str, str], list[Spell]] = {}

    def always(self, fact: str, subject: str, value: Value | None) -> None:
        """Write what has been so as long as it matters."""
        long_ago = self._today - LONG_AGO
        self.write(fact, subject, value, long_ago, None)

    def write(
        self,
        fact: str,
        subject: str,
        value: Value | None,
        begins: DayNumber,
        ends: DayNumber | None,
        reported: Moment | None = None,
    ) -> None:
        """Write one spell; unless said, it was reported the day it began."""
        if fact in self._facts:
            spell = Spell(value, begins, ends, reported or moment(begins, OFFICE))
            self._spells.setdefault((fact, subject), []).append(spell)

    def month(self, fact: str, subject: str, value: Value, month: DayNumber) -> None:
        """Write a month's figure, reported on the month's last bank day."""
        first = month_start(month)
        paid = moment(last_bank_day(first), PAYDAY)
        self.write(fact, subject, value, first, next_month(first), paid)

    def forget(self, fact: str, subject: str) -> None:
        """Take back what was written of a fact, where a scenario says otherwise."""
        self._spells.pop((fact, subject), None)

    def end(self, facts: Iterable[str], subject: str, day: DayNumber) -> None:
        """End what holds of a subject on a day, and take back what would begin on it or later."""
        for fact in facts:
            kept = [s for s in self._spells.get((fact, subject), ()) if s.begins < day]
            if kept:
                ended = (s if s.ends is not None else replace(s, ends=day) for s in kept)
                self._spells[fact, subject] = list(ended)
            else:
                self.forget(fact, subject)

    def line(self, fact: str, subject: str) -> Timeline:
        """Return what has been written of a fact so far."""
        return tuple(self._spells.get((fact, subject), ()))

    def spells(self) -> dict[tuple[str, str], Timeline]:
        """Return everything written, each timeline in the order it was reported."""
        return {
            key: tuple(sorted(found, key=lambda one: (one.reported, one.begins)))
            for key, found in self._spells.items()
        }
