"""Texts in two languages, and the plain placeholders in them.

A placeholder is ``{name}`` or ``{name:how}``: ``{n}``, ``{n:brev|breve}`` (the count with its
noun), ``{n?den|de}`` (the word alone, by the count), ``{sum:kr}``, ``{day:date}``, ``{at:clock}``.
Arguments are raw (øre, day numbers, minutes, ids); how they are written is the language's.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, Language] = ("da", "en")

Argument = int | str | None
Write = Callable[[str, Argument, Language], str]
"""Writes one argument as ``kr``, ``date``, ``clock``, ... or plainly (``""``)."""

_PLACEHOLDER = re.compile(r"\{([a-zA-Z_][a-zA-Z0-9_]*)(?:([:?])([^{}]*))?\}")


@dataclass(frozen=True)
class Text:
    """One text in Danish and English; ``only`` names the language it was written in, if one."""

    da: str
    en: str
    only: str = ""

    def in_(self, language: Language) -> str:
        """Return the text as written, placeholders and all."""
        return self.da if language == "da" else self.en


def placeholders(template: str) -> frozenset[str]:
    """Return the names of the placeholders in ``template``."""
    return frozenset(match[1] for match in _PLACEHOLDER.finditer(template))


def fill(text: Text, arguments: Mapping[str, Argument], language: Language, write: Write) -> str:
    """Return the text with its placeholders filled; one without an argument stands as it is."""

    def one(match: re.Match[str]) -> str:
        name, mark, how = match[1], match[2], match[3]
        if name not in arguments:
            return match[0]
        value = arguments[name]
        if how and "|" in how:
            word = how.split("|")[0 if value == 1 else 1]
            return word if mark == "?" else f"{write('', value, language)} {word}"
        return write(how or "", value, language)

    return _PLACEHOLDER.sub(one, text.in_(language))
