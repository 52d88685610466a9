"""Days on which nobody works in Denmark, and what a time limit that ends on one becomes."""

from datetime import date, timedelta
from functools import cache

from simulator.core.clock import DayNumber, date_of

LAST_PRAYER_DAY = 2023
"""The last year in which Great Prayer Day, the fourth Friday after Easter, was a holiday."""


def easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    el = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def free_days(year: int) -> frozenset[date]:
    """Return the days other than weekends on which no time limit ends (VEJ 9533 of 2018).

    The public holidays: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday,
    New Year's Day and the two at Christmas; and Constitution Day, 24 and 31 December.
    """
    moving = (-3, -2, 1, 39, 50, *((26,) if year <= LAST_PRAYER_DAY else ()))
    fixed = ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31))
    return frozenset(
        [easter(year) + timedelta(days) for days in moving] + [date(year, m, d) for m, d in fixed]
    )


def is_free(day: DayNumber) -> bool:
    """Return whether a day is a Saturday, a Sunday, or one of the free days."""
    on = date_of(day)
    return on.weekday() >= 5 or on in free_days(on.year)


def first_weekday(day: DayNumber) -> DayNumber:
    """Return a day, or the next that is not free: a time limit runs until then."""
    while is_free(day):
        day += 1
    return day


def weekdays_after(day: DayNumber, count: int) -> DayNumber:
    """Return the day that is a number of weekdays after another."""
    for _ in range(count):
        day = first_weekday(day + 1)
    return day
