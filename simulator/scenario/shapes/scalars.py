"""What single values may be written as: texts in two languages, dates, times, bounded numbers."""

from typing import Annotated, Any, TypeVar

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from simulator.core.clock import day_number, minutes
from simulator.core.texts import LANGUAGES, Text
from simulator.core.untrusted import clean


def _text(found: Any, info: ValidationInfo) -> Text:
    """Read ``{da: …, en: …}``, or a plain string in the file's own language."""
    if isinstance(found, str):
        plain = clean(found, lines=True)
        return Text(plain, plain, only=(info.context or {}).get("language", "da"))
    if not isinstance(found, dict) or not found or not set(found) <= set(LANGUAGES):
        raise PydanticCustomError("text", "a text is a string, or {{da: …, en: …}}")
    if not all(isinstance(one, str) for one in found.values()):
        raise PydanticCustomError("text", "a text is a string, or {{da: …, en: …}}")
    written = {language: clean(one, lines=True) for language, one in found.items()}
    only = "" if len(written) == len(LANGUAGES) else next(iter(written))
    return Text(
        written.get("da", written.get("en", "")), written.get("en", written.get("da", "")), only
    )


def _date(found: Any) -> int:
    try:
        return day_number(found if isinstance(found, str) else "")
    except ValueError:
        raise PydanticCustomError("date", "a date is written 2026-02-02") from None


def _clock(found: Any) -> int:
    try:
        return minutes(found if isinstance(found, str) else "")
    except ValueError:
        raise PydanticCustomError("clock", 'a time is written "08:05"') from None


_TEXT_SCHEMA = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {language: {"type": "string"} for language in LANGUAGES},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}

Words = Annotated[Text, PlainValidator(_text), WithJsonSchema(_TEXT_SCHEMA)]
"""A text in two languages, or in the file's own."""

DateOf = Annotated[int, PlainValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A date, as a day number."""

Clock = Annotated[
    int,
    PlainValidator(_clock),
    WithJsonSchema({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}),
]
"""A time of day, as minutes since midnight."""

Bounds = Annotated[list[int], Field(min_length=2, max_length=2)]
"""From and to, both included."""

T = TypeVar("T")
Some = Annotated[list[T], Field(min_length=1)]
"""A list with something in it."""

Percent = Annotated[int, Field(ge=0, le=100)]
Whole = Annotated[int, Field(ge=0)]
Minutes = Annotated[int, Field(ge=0, le=1440)]
Year = Annotated[int, Field(ge=1900, le=2100)]

Level = Annotated[int, Field(ge=0, le=4)]
"""A level of automation."""

Levels = Annotated[list[Level], Field(min_length=2, max_length=2)]
"""Levels of automation, from and to, both included."""
