"""What people write by hand, as raw values: amounts and dates in either language's way of writing.

What is not a value of the fact stays the text it is; ``core.facts.fits`` tells them apart.
"""

import re
from collections.abc import Mapping
from contextlib import suppress

from simulator.core.clock import day_number
from simulator.core.facts import Fact, Value
from simulator.core.numbers import ore, whole
from simulator.core.texts import Text

_DATE = re.compile(r"([0-9]{1,2})([./-]) ?([0-9]{1,2})\2 ?([0-9]{4})")
_YES_NO = {"ja": True, "yes": True, "nej": False, "no": False}


def value_of(fact: Fact, written: str) -> Value:
    """Return what somebody wrote as a raw value of a fact; the text itself where it is not one."""
    plain = " ".join(written.lower().split())
    value: Value | None = None
    if fact.type in _READ:
        value = _READ[fact.type](plain)
    elif fact.type == "yes-no":
        value = _YES_NO.get(plain)
    elif fact.codes:
        value = _code(fact.codes, plain)
    return written.strip() if value is None else value


def _date(plain: str) -> int | None:
    """Read a date, ``2026-02-01`` or day first: ``1.2.2026``, ``1/2/2026``."""
    if match := _DATE.fullmatch(plain):
        day, _, month, year = match.groups()
        plain = f"{year}-{month:>02}-{day:>02}"
    with suppress(ValueError):
        return day_number(plain)
    return None


def _code(codes: Mapping[str, Text], plain: str) -> str | None:
    for code, text in codes.items():
        if plain in (code.lower(), text.da.lower(), text.en.lower()):
            return code
    return None


_READ = {"kroner": ore, "count": whole, "date": _date}
"""What reads the types that are numbers underneath."""
