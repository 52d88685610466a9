"""Texts in two languages, and the plain placeholders in them.

A placeholder is ``{name}`` or ``{name:how}``: ``{n}``, ``{n:brev|breve}`` (the count with its
noun), ``{n?den|de}`` (the word alone, by the count; ``#`` in it is the count), both with what is
said of none before the others: ``{n:ingen breve|brev|breve}``, ``{n?intet|noget i #|noget i #}``;
``{sum:kr}``, ``{day:date}``, ``{at:clock}``; ``{fact:inside}`` is a label within a sentence, with
a small letter first, ``{says:said}`` what somebody said, in quotation marks. A name may have full
stops: ``{wealth.liquid}``.
Arguments are raw (øre, day numbers, minutes, ids); how they are written is the language's.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, Language] = ("da", "en")

Raw = int | str | None
Write = Callable[[str, Raw, Language], str]
"""Writes one raw argument as ``kr``, ``date``, ``clock``, ``yes-no``, ... or plainly (``""``)."""

_PLACEHOLDER = re.compile(r"\{([a-zA-Z_][a-zA-Z0-9_.]*)(?:([:?])([^{}]*))?\}")


@dataclass(frozen=True)
class Text:
    """One text in Danish and English.

    ``only`` names the language it was written in if it was written in one; otherwise ``""``.
    """

    da: str
    en: str
    only: str = ""

    def in_(self, language: Language) -> str:
        """Return the text as written, placeholders and all."""
        return self.da if language == "da" else self.en


@dataclass(frozen=True)
class Measure:
    """A raw value together with how it is written (``kr``, ``date``, …).

    For a value whose kind the text around it does not know: ``{value}`` may be money or a date.
    """

    value: Raw
    how: str = ""


@dataclass(frozen=True)
class Phrase:
    """Something to say: a text, or the id of an interface word, with its raw arguments."""

    text: Text | str
    arguments: Mapping[str, "Argument"] = field(default_factory=dict)


Argument = Raw | Measure | Text | Phrase


@lru_cache(4_096)  # letters are put together again at every look at a case
def placeholders(template: str) -> frozenset[str]:
    """Return the names of the placeholders in ``template``."""
    return frozenset(match[1] for match in _PLACEHOLDER.finditer(template))


def _ended_once(written: str, match: re.Match[str]) -> str:
    """Return ``written`` without its last full stop if the template has one right after it."""
    ends = match.string.startswith(".", match.end()) and written.endswith(".")
    return written[:-1] if ends else written


def inside(label: str) -> str:
    """Return a label as it stands within a sentence; names keep their capitals."""
    first, _, _ = label.partition(" ")
    return label[:1].lower() + label[1:] if first[1:].islower() else label


MARKS = "«»“” "
QUOTES: Mapping[Language, str] = {"da": "«{}»", "en": "“{}”"}


def said(words: str, language: Language) -> str:
    """Return what somebody said between quotation marks, once; nothing for nothing."""
    bare = words.strip(MARKS)
    return QUOTES[language].format(bare) if bare else ""


class Teller:
    """Says phrases in a language: looks words up, fills placeholders, writes raw values."""

    def __init__(self, words: Mapping[str, Text], write: Write, language: Language) -> None:
        self.language = language
        self._words, self._write = words, write

    def __call__(self, text: "Text | Phrase | str", **arguments: Argument) -> str:
        """Return a text, a phrase or the interface word with an id, its placeholders filled."""
        if isinstance(text, Phrase):
            return self._fill(text.text, {**text.arguments, **arguments})
        return self._fill(text, arguments)

    def write(self, argument: Argument, how: str = "") -> str:
        """Return an argument as text; ``how`` counts unless the argument says how itself."""
        if isinstance(argument, Measure):
            return self._write(argument.how or how, argument.value, self.language)
        if isinstance(argument, Text | Phrase):
            return self(argument)
        return self._write(how, argument, self.language)

    def knows(self, word: str) -> bool:
        """Return whether there is an interface word with the id ``word``."""
        return word in self._words

    def _fill(self, text: Text | str, arguments: Mapping[str, Argument]) -> str:
        template = text if isinstance(text, Text) else self._words.get(text, Text(text, text))
        unsaid = False

        def fill(match: re.Match[str]) -> str:
            nonlocal unsaid
            name, mark, how = match[1], match[2], match[3] or ""
            if name not in arguments:
                return match[0]
            if how == "said":
                words = said(self.write(arguments[name]), self.language)
                unsaid = unsaid or not words
                return words
            if how == "inside":
                return inside(self.write(arguments[name]))
            if "|" not in how:
                return _ended_once(self.write(arguments[name], how), match)
            given = arguments[name]
            count = given.value if isinstance(given, Measure) else given
            *none, of_one, of_many = how.split("|")
            if none and count == 0:
                return none[0]
            word = of_one if count == 1 else of_many
            number = self.write(given)
            return word.replace("#", number) if mark == "?" else f"{number} {word}"

        filled = _PLACEHOLDER.sub(fill, template.in_(self.language))
        return f"{filled.removesuffix(': ')}." if unsaid and filled.endswith(": ") else filled
