"""What can be wrong with a file: each has a number, a place and a sentence from the library."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple

import yaml

from simulator.core.numbers import Decimals, Grouped
from simulator.core.texts import Language, Text
from simulator.core.untrusted import clean
from simulator.scenario.places import library

LONGEST_QUOTE = 60
MOST_LISTED = 24
NAME = r"\{([a-z]+)\}"
"""A placeholder of a message."""


class Place(NamedTuple):
    """A place in a file, counted from 1. A library holds tens of thousands."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{clean(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Diagnostic:
    """One thing that is wrong: its stable code, its place, and what the sentence names."""

    code: str
    place: Place
    arguments: Mapping[str, str | Text] = field(default_factory=dict)
    """The values of the sentence's placeholders: as it stands in the file, the id of a word
    (``word.number``), which may have placeholders itself, or a text in both languages."""

    @property
    def note(self) -> bool:
        """Whether it is only worth knowing, so that the file can be played all the same."""
        return self.code.startswith("P09")


def _order(diagnostic: Diagnostic) -> tuple[bool, Place, str]:
    """Sort key: the scenario's own file first, for mistakes in the library often follow from it."""
    return diagnostic.place.file.startswith("library"), diagnostic.place, diagnostic.code


class ScenarioRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A file that cannot be used, with everything that is wrong with it."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics, key=_order))
        super().__init__(
            ", ".join(f"{diagnostic.place} {diagnostic.code}" for diagnostic in self.diagnostics)
        )

    def __reduce__(self) -> "tuple[type[ScenarioRefused], tuple[tuple[Diagnostic, ...]]]":
        """Come whole from another process that was refused the file."""
        return ScenarioRefused, (self.diagnostics,)


class Problems:
    """Collects everything that is wrong with a file, so that it can be told at once."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def add(self, code: str, place: Place, **arguments: str | Text) -> None:
        """Add something that is wrong."""
        self.found.append(Diagnostic(code, place, arguments))

    def raise_if_any(self) -> None:
        """Raise ``ScenarioRefused`` if anything but notes has been added."""
        if any(not diagnostic.note for diagnostic in self.found):
            raise ScenarioRefused(self.found)

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """The notes among what has been added, in the order of their places."""
        return tuple(
            sorted((note for note in self.found if note.note), key=lambda note: note.place)
        )


@cache
def messages() -> Mapping[str, Text]:
    """Return the sentence of every diagnostic by its code."""
    by_code = yaml.safe_load((library() / "messages.yaml").read_text(encoding="utf-8"))
    return {code: Text(text["da"], text["en"]) for code, text in by_code.items()}


@cache
def danish_keys() -> Mapping[str, str]:
    """Return, by the Danish word people may write for it, the key that is meant."""
    by_danish = yaml.safe_load((library() / "danish-keys.yaml").read_text(encoding="utf-8"))
    return {str(danish): str(key) for danish, key in by_danish.items()}


def tell(diagnostic: Diagnostic, language: Language) -> str:
    """Return a diagnostic as one line: ``file:line:column P0101 sentence``."""
    words = messages()

    def filled(match: re.Match[str]) -> str:
        value = diagnostic.arguments.get(match[1], match[0])
        if isinstance(value, Text):
            return _shortened(clean(value.in_(language)), LONGEST_QUOTE * MOST_LISTED)
        if value.startswith("word.") and value in words:
            return re.sub(NAME, filled, words[value].in_(language))
        return quoted(value)

    sentence = re.sub(NAME, filled, words[diagnostic.code].in_(language))
    ended = re.sub(r"…\.$", "…", sentence.strip())  # a list that goes on has no full stop
    return f"{diagnostic.place} {diagnostic.code} {ended}"


def quoted(text: str) -> str:
    """Return a text from a file made safe and short enough to be quoted in a message."""
    safe = clean(text)
    longest = LONGEST_QUOTE * (MOST_LISTED if ", " in safe else 1)
    return _shortened(safe, longest)


def _as_it_stands(writer: yaml.SafeDumper, number: Any) -> yaml.Node:
    # By the tag the text has by itself: with another one the parser would write that before it.
    tag = writer.resolve(yaml.ScalarNode, number.text, (True, False))  # type: ignore[no-untyped-call]
    return writer.represent_scalar(tag, number.text)


for _kind in (Grouped, Decimals):
    yaml.SafeDumper.add_representer(_kind, _as_it_stands)


def as_written(value: object) -> str:
    """Return a value of a file as one writes it there, short; the id of a word for no value."""
    if value is None or isinstance(value, str):
        return "word." if value is None else value or '""'
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False)
    return _shortened(" ".join(text.removesuffix("...\n").split()), LONGEST_QUOTE)


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def nearest(word: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """Return up to three allowed words that look like ``word``, the most likely first.

    A Danish word for a key leads to the key.
    """
    known = list(allowed)
    meant = danish_keys().get(word.lower(), "")
    close = get_close_matches(word, known, 3)
    return tuple(dict.fromkeys([meant, *close] if meant in known else close))[:3]


def meant(word: str, allowed: Iterable[str]) -> str:
    """Return ``≈ a, b?`` with the allowed words that look like ``word``, or ``""``."""
    return suggested(nearest(word, allowed))


def suggested(close: Iterable[str]) -> str:
    """Return ``≈ a, b?`` with words that may have been meant, or ``""`` if there are none."""
    words = ", ".join(close)
    return f"≈ {words}? " if words else ""


def listed(words: Iterable[str]) -> str:
    """Return words as a list for a message, at most ``MOST_LISTED`` of them; ``–`` for none."""
    shown = list(words)
    rest = ", …" if len(shown) > MOST_LISTED else ""
    return ", ".join(shown[:MOST_LISTED]) + rest if shown else "–"


def near(word: str, allowed: Collection[str]) -> dict[str, str]:
    """Return the arguments ``meant`` and ``allowed`` for a word that is not allowed."""
    return {"meant": meant(word, allowed), "allowed": listed(allowed)}
