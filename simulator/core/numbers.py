"""Numbers as people write them, read in one place: in either language's way, as screens print them.

``18.200``, ``18.200,50``, ``18,200.50``, ``18 200`` and ``18.200 kr.`` are all read. A point or a
comma before exactly three digits stands between thousands: no amount here has three decimals. What
cannot be read in one way only is not read at all.
"""

import re

LONGEST = 30
"""Characters of a number: whatever is longer is none."""

_GROUPED = r"[1-9][0-9]{0,2}(?P<mark>[., ])[0-9]{3}(?:(?P=mark)[0-9]{3})*"
_NUMBER = re.compile(rf"(?P<whole>[0-9]+|{_GROUPED})(?:(?P<point>[.,])(?P<rest>[0-9]{{1,2}}))?")
_CURRENCY = re.compile(r"^(?:kr\.?|dkk) ?| ?(?:kr\.?|dkk|kroner)$|,-$")
_POINTED = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5}")


class Grouped(int):
    """A whole number that is written with points between its thousands, like ``18.200``.

    YAML has no such number and would take it for a small one with decimals.
    """

    text: str
    """It as it was written."""

    @classmethod
    def read(cls, text: str) -> "Grouped | None":
        """Return what is written as such a number, or ``None`` if it is not written so."""
        if not _POINTED.fullmatch(text):
            return None
        number = cls(text.replace(".", ""))
        number.text = text
        return number


class Decimals(float):
    """A number with decimals, which knows how it was written."""

    text: str
    """It as it was written."""

    @classmethod
    def read(cls, text: str) -> "Decimals":
        """Return what is written as a number with decimals."""
        number = cls(text)
        number.text = text
        return number


def ore(written: str) -> int | None:
    """Return an amount in kroner as whole øre, with or without its unit; ``None`` if it is none."""
    digits = _parts(_CURRENCY.sub("", _plain(written)))
    return None if digits is None else int(digits[0]) * 100 + int(digits[1].ljust(2, "0"))


def whole(written: str) -> int | None:
    """Return a whole number, or ``None`` if it is none."""
    digits = _parts(_plain(written))
    return None if digits is None or digits[1] else int(digits[0])


def _plain(written: str) -> str:
    """Return a text in small letters with single spaces, also where they do not break a line."""
    return " ".join(written.lower().split()) if len(written) <= 2 * LONGEST else ""


def _parts(plain: str) -> tuple[str, str] | None:
    """Split a number into its digits before and after the decimal mark."""
    match = _NUMBER.fullmatch(plain) if len(plain) <= LONGEST else None
    if match is None or (match["mark"] and match["mark"] == match["point"]):
        return None
    return re.sub(r"[., ]", "", match["whole"]), match["rest"] or ""
