"""A date as there is room for it: with its year wherever that is not the year it is."""

from simulator.core.clock import DayNumber, date_of
from simulator.core.texts import Measure, Teller


def short_day(day: DayNumber, today: DayNumber, say: Teller) -> str:
    """Write a day as short as it can be without being taken for another."""
    same = date_of(day).year == date_of(today).year
    return say.write(Measure(day, "short-day" if same else "short-date"))
