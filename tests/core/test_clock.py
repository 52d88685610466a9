import pytest

from simulator.core import clock


def test_a_time_of_day_is_read_as_minutes() -> None:
    assert clock.minutes("09:42") == 582


@pytest.mark.parametrize("wrong", ["9:42", "24:00", "09:60", "0942", "", "aa:bb", "09:4²"])
def test_what_is_not_a_time_of_day_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="not a time of day"):
        clock.minutes(wrong)


def test_a_moment_knows_its_day_and_its_minute() -> None:
    day = clock.day_number("2026-02-02")
    at = clock.moment(day, 582)
    assert (clock.day_of(at), clock.minute_of(at), clock.clock_text(582)) == (day, 582, "09:42")


def test_december_is_followed_by_january() -> None:
    assert clock.iso(clock.next_month(clock.day_number("2025-12-31"))) == "2026-01-01"


def test_an_age_is_counted_in_whole_years() -> None:
    born = clock.day_number("1990-02-03")
    assert clock.age_at(born, clock.day_number("2026-02-02")) == 35
    assert clock.age_at(born, clock.day_number("2026-02-03")) == 36
