"""What people write by hand, as raw values: amounts and dates in either language's way of writing.

What is not a value of the fact stays the text it is; ``core.facts.fits`` tells them apart.
"""

import re
from collections.abc import Mapping
from contextlib import suppress

from simulator.core.clock import day_number
from simulator.core.facts import Fact, Value
from simulator.core.texts import Text

_GROUPED = r"[0-9]{1,3}(?P<mark>[., ])[0-9]{3}(?:(?P=mark)[0-9]{3})*"
_NUMBER = re.compile(rf"(?P<whole>[0-9]+|{_GROUPED})(?:(?P<point>[.,])(?P<rest>[0-9]{{1,2}}))?")
_CURRENCY = re.compile(r"^(?:kr\.?|dkk) ?| ?(?:kr\.?|dkk|kroner)$|,-$")
_DATE = re.compile(r"([0-9]{1,2})([./-]) ?([0-9]{1,2})\2 ?([0-9]{4})")
_LONGEST = 30
"""Characters of a number or a date: whatever is longer is neither."""
_YES_NO = {"ja": True, "yes": True, "nej": False, "no": False}


def value_of(fact: Fact, written: str) -> Value:
    """Return what somebody wrote as a raw value of a fact; the text itself where it is not one."""
    plain = " ".join(written.lower().split())
    value: Value | None = None
    if len(plain) <= _LONGEST and fact.type in ("kroner", "count", "date"):
        value = {"kroner": _kroner, "count": _count, "date": _date}[fact.type](plain)
    elif fact.type == "yes-no":
        value = _YES_NO.get(plain)
    elif fact.codes:
        value = _code(fact.codes, plain)
    return written.strip() if value is None else value


def _kroner(plain: str) -> int | None:
    """Read an amount as whole øre: ``18.200``, ``18.200,50``, ``18,200.50``, ``18 200 kr.``."""
    digits = _parts(_CURRENCY.sub("", plain))
    return None if digits is None else int(digits[0]) * 100 + int(digits[1].ljust(2, "0"))


def _count(plain: str) -> int | None:
    digits = _parts(plain)
    return None if digits is None or digits[1] else int(digits[0])


def _parts(plain: str) -> tuple[str, str] | None:
    """Split a number into its digits before and after the decimal mark."""
    match = _NUMBER.fullmatch(plain)
    if match is None or (match["mark"] and match["mark"] == match["point"]):
        return None
    return re.sub(r"[., ]", "", match["whole"]), match["rest"] or ""


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
