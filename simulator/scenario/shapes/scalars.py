"""How single values may be written: texts in two languages, dates, times, bounded numbers."""

from typing import Annotated, Any, TypeVar

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from simulator.core.clock import day_number, minutes
from simulator.core.texts import LANGUAGES, Text
from simulator.core.untrusted import clean


def _text(written: Any, info: ValidationInfo) -> Text:
    """Return the text of ``{da: …, en: …}``, or of a plain string in the file's own language."""
    if isinstance(written, str):
        plain = clean(written, lines=True)
        return Text(plain, plain, only=(info.context or {}).get("language", "da"))
    if not isinstance(written, dict) or not written or not set(written) <= set(LANGUAGES):
        raise PydanticCustomError("text", "a text is a string, or {{da: …, en: …}}")
    if not all(isinstance(text, str) for text in written.values()):
        raise PydanticCustomError("text", "a text is a string, or {{da: …, en: …}}")
    texts = {language: clean(text, lines=True) for language, text in written.items()}
    only = "" if len(texts) == len(LANGUAGES) else next(iter(texts))
    return Text(texts.get("da", texts.get("en", "")), texts.get("en", texts.get("da", "")), only)


def _date(written: Any) -> int:
    try:
        return day_number(written if isinstance(written, str) else "")
    except ValueError:
        raise PydanticCustomError("date", "a date is written 2026-02-02") from None


def _clock(written: Any) -> int:
    try:
        return minutes(written if isinstance(written, str) else "")
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
"""A text written in two languages, or only in the file's own."""

DateOf = Annotated[int, PlainValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A date, as a day number."""

Clock = Annotated[
    int,
    PlainValidator(_clock),
    WithJsonSchema({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}),
]
"""A time of day, as minutes since midnight."""

Bounds = Annotated[list[int], Field(min_length=2, max_length=2)]
"""The smallest and the largest value, both included."""

T = TypeVar("T")
Some = Annotated[list[T], Field(min_length=1)]
"""A list with at least one item."""

Percent = Annotated[int, Field(ge=0, le=100)]
Whole = Annotated[int, Field(ge=0)]
Minutes = Annotated[int, Field(ge=0, le=1440)]
Year = Annotated[int, Field(ge=1900, le=2100)]

Level = Annotated[int, Field(ge=0, le=4)]
"""A level of automation, 0 to 4."""

Levels = Annotated[list[Level], Field(min_length=2, max_length=2)]
"""The lowest and the highest level of automation, both included."""
