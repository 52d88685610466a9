"""Days on which Danish banks are open; on the last of a month wages are paid and reported."""

from datetime import date, timedelta
from functools import cache

from simulator.core.clock import DayNumber, date_of, next_month
from simulator.core.working_days import easter, free_days

_AFTER_ASCENSION = timedelta(40)


@cache
def closed_days(year: int) -> frozenset[date]:
    """Return the days other than weekends on which banks are closed.

    Those on which nobody works, and the day after Ascension Day.
    """
    return free_days(year) | {easter(year) + _AFTER_ASCENSION}


@cache
def last_bank_day(month: DayNumber) -> DayNumber:
    """Return the last bank day of the month a day lies in."""
    day = date_of(next_month(month) - 1)
    while day.weekday() >= 5 or day in closed_days(day.year):
        day -= timedelta(1)
    return day.toordinal()
