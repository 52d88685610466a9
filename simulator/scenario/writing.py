"""Writing raw values in a language: kroner, dates, times of day, numbers, yes and no.

Numbers and dates are written by babel, loaded when first needed; the few words are the library's.
"""

from collections.abc import Mapping

from simulator.core.clock import clock_text, date_of, day_number, day_of, minute_of
from simulator.core.texts import Language, Raw, Text, Write

LOCALES: Mapping[Language, str] = {"da": "da_DK", "en": "en_GB"}

_DATES = {
    "date": "d. MMMM y",
    "short-date": "d. MMM y",
    "day": "EEE d. MMM",
    "short-day": "d. MMM",
    "month": "MMMM y",
    "weekday": "EEEE",
    "month-name": "MMMM",
}
_ENGLISH_DATES = {how: pattern.replace(".", "") for how, pattern in _DATES.items()}


def writer(words: Mapping[str, Text]) -> Write:
    """Return a function ``write(how, value, language)`` that uses the words ``value.*``.

    ``how`` is ``kr`` (øre), ``date``, ``day``, their short forms ``short-date`` and ``short-day``,
    ``month``, ``weekday`` or ``month-name`` (a day number or an ISO date), ``clock`` (minutes since
    midnight), ``moment``, ``minutes``, ``count``, ``words`` (a small number in words), ``percent``
    or ``yes-no``; anything else is written as it is.
    """

    def worded(word: str, language: Language, **parts: str) -> str:
        text = words[f"value.{word}"].in_(language)
        for name, part in parts.items():
            text = text.replace(f"{{{name}}}", part)
        return text

    def write(how: str, value: Raw, language: Language) -> str:
        if value is None:
            return worded("nothing", language)
        if isinstance(value, bool):
            return worded("affirmed" if value else "denied", language)
        if how in _DATES:
            return _date(how, value, language)
        if isinstance(value, str):
            return value
        if how == "kr":
            return worded("kroner", language, n=_kroner(value, language))
        if how == "moment":
            at = clock(minute_of(value), language)
            return worded("moment", language, day=_date("day", day_of(value), language), at=at)
        if how == "minutes":
            return worded("minutes", language, n=str(value))
        if how == "words":
            spelled = words.get(f"value.number.{value}")
            return spelled.in_(language) if spelled else str(value)
        if how in ("count", "percent"):
            return _number(value, how, language)
        return clock(value, language) if how == "clock" else str(value)

    return write


def clock(minute: int, language: Language) -> str:
    """Write a time of day: ``09.42`` in Danish, ``09:42`` in English."""
    text = clock_text(minute)
    return text.replace(":", ".") if language == "da" else text


def _date(how: str, value: int | str, language: Language) -> str:
    from babel.dates import format_date

    day = date_of(day_number(value) if isinstance(value, str) else value)
    pattern = (_DATES if language == "da" else _ENGLISH_DATES)[how]
    return format_date(day, pattern, locale=LOCALES[language])


def _kroner(ore: int, language: Language) -> str:
    from babel.numbers import format_decimal

    whole, rest = divmod(abs(ore), 100)
    number = whole if not rest else whole + rest / 100
    pattern = "#,##0.00" if rest else "#,##0"
    return ("-" if ore < 0 else "") + format_decimal(number, pattern, locale=LOCALES[language])


def _number(value: int, how: str, language: Language) -> str:
    from babel.numbers import format_decimal, format_percent

    if how == "percent":
        return format_percent(value / 100, locale=LOCALES[language])
    return format_decimal(value, locale=LOCALES[language])
