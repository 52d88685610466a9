"""The days on which no time limit ends: the right ones, from the calendar."""

import pytest

from simulator.core.clock import day_number, iso
from simulator.core.working_days import first_weekday, is_free, weekdays_after

FREE_2026 = [
    *("01-01", "04-02", "04-03", "04-06", "05-14", "05-25", "06-05"),
    *("12-24", "12-25", "12-26", "12-31"),
]


def test_the_free_days_of_a_year_are_those_of_the_calendar() -> None:
    first = day_number("2026-01-01")
    free = [iso(day)[5:] for day in range(first, first + 365) if is_free(day)]
    weekends = {iso(day)[5:] for day in range(first, first + 365) if (day - 1) % 7 >= 5}
    assert [day for day in free if day not in weekends or day in FREE_2026] == FREE_2026
    assert weekends <= {*free}


def test_great_prayer_day_was_one_until_2023() -> None:
    assert is_free(day_number("2023-05-05"))
    assert not is_free(day_number("2024-04-26"))


@pytest.mark.parametrize(
    ("ends", "becomes"),
    [
        ("2026-04-01", "2026-04-01"),
        ("2026-04-02", "2026-04-07"),  # Maundy Thursday, to the Tuesday after Easter
        ("2026-03-14", "2026-03-16"),  # a Saturday
        ("2026-05-15", "2026-05-15"),  # the day after Ascension Day: only banks are closed
        ("2026-06-05", "2026-06-08"),
        ("2026-12-24", "2026-12-28"),
        ("2026-12-31", "2027-01-04"),
    ],
)
def test_a_time_limit_never_ends_on_a_free_day(ends: str, becomes: str) -> None:
    assert iso(first_weekday(day_number(ends))) == becomes


def test_weekdays_leave_out_weekends_and_holidays() -> None:
    assert iso(weekdays_after(day_number("2026-03-05"), 6)) == "2026-03-13"
    assert iso(weekdays_after(day_number("2026-03-30"), 6)) == "2026-04-10"
