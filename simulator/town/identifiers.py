"""Identifiers that can never be a real person's, nor anybody's telephone.

Person numbers are replacement numbers: six is added to the first digit of the day, so that the day
is 61 to 91 (the CPR office's own method for *erstatningspersonnumre*). Telephone numbers begin
with 0, as no Danish subscriber's does.
"""

from simulator.core.clock import DayNumber, date_of

TELEPHONES = 9_000_000
"""The number of telephone numbers there are."""


def person_number(born: DayNumber, serial: int) -> str:
    """Return ``DDMMYY-NNNN`` with 60 added to the day; ``serial`` is 0 to 9999, even for women."""
    birth = date_of(born)
    return f"{birth.day + 60:02}{birth.month:02}{birth.year % 100:02}-{serial:04}"


def is_unreal_person_number(number: str) -> bool:
    """Return whether ``number`` has the form of a person number and a day from 61 to 91."""
    digits = number.replace("-", "")
    return len(digits) == 10 and digits.isdecimal() and 61 <= int(digits[:2]) <= 91


def telephone(serial: int) -> str:
    """Return ``0N NN NN NN``, another for each ``serial``; no subscriber's number begins with 0."""
    digits = f"0{1 + serial % 9}{serial // 9 % 1_000_000:06}"
    return " ".join(digits[at : at + 2] for at in range(0, 8, 2))
