from hypothesis import given
from hypothesis import strategies as st

from simulator.core.clock import day_number
from simulator.town.identifiers import (
    is_unreal_person_number,
    person_number,
    telephone,
)

BIRTHS = st.integers(day_number("1900-01-01"), day_number("2026-12-31"))


@given(BIRTHS, st.integers(0, 9999))
def test_no_person_number_can_be_a_real_one(born: int, serial: int) -> None:
    number = person_number(born, serial)
    assert is_unreal_person_number(number)
    assert 61 <= int(number[:2]) <= 91


def test_a_number_with_a_day_of_the_calendar_is_not_taken_for_unreal() -> None:
    assert not is_unreal_person_number("010190-1234")


@given(st.integers(0, 10**9))
def test_no_telephone_number_can_be_rung(serial: int) -> None:
    number = telephone(serial)
    assert number.startswith("0")
    assert len(number.replace(" ", "")) == 8
