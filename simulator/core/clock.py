"""Moments as whole minutes, and the only place that turns them into dates.

A *moment* is the number of whole minutes since 1 January of the year 1, local, without time zone.
A *day number* is the proleptic Gregorian ordinal of a date. An event's ``minute`` counts from
midnight of the day played and goes on past 1,440 into the following days.
"""

from datetime import date

Moment = int
DayNumber = int

MINUTES_A_DAY = 1440
OFFICE = 10 * 60
"""What is reported on a date comes in at ten in the morning."""
LAST_DAY: DayNumber = date.max.toordinal()
"""The last day Python's dates can hold, 31 December 9999."""


def day_number(text: str) -> DayNumber:
    """Read an ISO date, ``2026-02-02``. Raises ``ValueError`` for anything else."""
    return date.fromisoformat(text).toordinal()


def date_of(day: DayNumber) -> date:
    """Return the date of a day number."""
    return date.fromordinal(day)


def iso(day: DayNumber) -> str:
    """Write a day number as an ISO date."""
    return date_of(day).isoformat()


def moment(day: DayNumber, minute: int = 0) -> Moment:
    """Return the moment ``minute`` minutes after midnight of ``day``."""
    return day * MINUTES_A_DAY + minute


def day_of(at: Moment) -> DayNumber:
    """Return the day number a moment lies on."""
    return at // MINUTES_A_DAY


def minute_of(at: Moment) -> int:
    """Return the minutes since midnight of the moment's own day."""
    return at % MINUTES_A_DAY


def minutes(text: str) -> int:
    """Read a time of day, ``08:05``, as minutes since midnight.

    Raises ``ValueError`` for anything that is not two digits, a colon and two digits, or no time.
    """
    hours, colon, rest = text.partition(":")
    if not (colon and len(hours) == 2 and len(rest) == 2 and (hours + rest).isdecimal()):
        raise ValueError(f"not a time of day: {text}")
    if not (int(hours) < 24 and int(rest) < 60):
        raise ValueError(f"not a time of day: {text}")
    return int(hours) * 60 + int(rest)


def clock_text(minute: int) -> str:
    """Write minutes since midnight as a time of day, ``08:05``; 1,440 is ``00:00`` again."""
    return f"{minute % MINUTES_A_DAY // 60:02}:{minute % 60:02}"


def month_start(day: DayNumber) -> DayNumber:
    """Return the first day of the month ``day`` lies in."""
    return date_of(day).replace(day=1).toordinal()


def next_month(day: DayNumber) -> DayNumber:
    """Return the first day of the month after the one ``day`` lies in."""
    first = date_of(day).replace(day=1)
    year, month = first.year + first.month // 12, first.month % 12 + 1
    return first.replace(year=year, month=month).toordinal()


def age_at(born: DayNumber, on: DayNumber) -> int:
    """Return a person's age in whole years on a day."""
    birth, now = date_of(born), date_of(on)
    return now.year - birth.year - ((now.month, now.day) < (birth.month, birth.day))
