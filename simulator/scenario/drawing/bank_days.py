"""Days on which Danish banks are open; on the last of a month wages are paid and reported."""

from datetime import date, timedelta
from functools import cache

from simulator.core.clock import DayNumber, date_of, next_month


def easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    el = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def closed_days(year: int) -> frozenset[date]:
    """Return the days other than weekends on which banks are closed.

    Maundy Thursday, Good Friday, Easter Monday, Ascension Day and the day after, Whit Monday, and
    the fixed days; Great Prayer Day was one until 2023.
    """
    moving = (-3, -2, 1, 39, 40, 50, *((26,) if year <= 2023 else ()))
    fixed = ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31))
    return frozenset(
        [easter(year) + timedelta(days) for days in moving] + [date(year, m, d) for m, d in fixed]
    )


@cache
def last_bank_day(month: DayNumber) -> DayNumber:
    """Return the last bank day of the month a day lies in."""
    day = date_of(next_month(month) - 1)
    while day.weekday() >= 5 or day in closed_days(day.year):
        day -= timedelta(1)
    return day.toordinal()
