"""How single values may be written: texts in two languages, dates, times, bounded numbers."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from simulator.core.clock import day_number, minutes
from simulator.core.numbers import Decimals, ore, whole
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


def read_by(read: Callable[[str], int], reason: str) -> PlainValidator:
    """Return a validator that reads a text; ``reason`` names the mistake if it cannot."""

    def validate(written: Any) -> int:
        try:
            return read(written if isinstance(written, str) else "")
        except ValueError:
            raise PydanticCustomError(reason, "a text that cannot be read") from None

    return PlainValidator(validate)


def number(kind: str, written: Any) -> int:
    """Return what is written in YAML as a whole number, or for ``kroner`` as whole øre.

    A text, and a number with decimals, is read as people write numbers. Raises ``ValueError`` if it
    is none.
    """
    value: int | None = None
    if isinstance(written, str | Decimals):
        text = written if isinstance(written, str) else written.text
        value = ore(text) if kind == "kroner" else whole(text)
    elif isinstance(written, int) and not isinstance(written, bool):
        value = int(written) * (100 if kind == "kroner" else 1)
    if value is None:
        raise ValueError(written)
    return value


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


def _not_empty(text: Text) -> Text:
    """Return a text that says something in either language."""
    if not (text.da.strip() and text.en.strip()):
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return text


FullWords = Annotated[Words, AfterValidator(_not_empty)]
"""A text that says something: it stands inside a sentence."""


def _cited(written: Any, info: ValidationInfo) -> Text:
    """Return the text of a source: what is written plainly is a name, the same in any language."""
    if not isinstance(written, str):
        return _text(written, info)
    plain = clean(written, lines=True)
    return Text(plain, plain)


Citation = Annotated[Text, PlainValidator(_cited), WithJsonSchema(_TEXT_SCHEMA)]
"""Where something was found: a name as it is, or prose in two languages."""

DateOf = Annotated[
    int, read_by(day_number, "date"), WithJsonSchema({"type": "string", "format": "date"})
]
"""A date, as a day number."""

Clock = Annotated[
    int,
    read_by(minutes, "clock"),
    WithJsonSchema({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}),
]
"""A time of day, as minutes since midnight."""

Bounds = Annotated[list[Annotated[int, Field(ge=0, le=100_000)]], Field(min_length=2, max_length=2)]
"""The least and the most, both included, of years of age, minutes or days. As minutes the largest
there may be is some weeks, and as days it leads to a year that a calendar still has."""

Days = Annotated[int, Field(ge=1, le=3_660)]
"""A time limit, or an age, in days: at most ten years."""

Range = Annotated[list[int], Field(min_length=2, max_length=2)]
"""The smallest and the largest value of a fact, both included."""

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
