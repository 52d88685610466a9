"""What can be wrong with a file: numbered, with its place, in words from the library."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache

import yaml

from simulator.core.texts import Language, Text
from simulator.core.untrusted import clean
from simulator.scenario.places import library

LONGEST_QUOTE = 60
MOST_LISTED = 24


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file, counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{clean(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Diagnostic:
    """One thing that is wrong: its stable code, its place, what it is about."""

    code: str
    place: Place
    arguments: Mapping[str, str] = field(default_factory=dict)
    """Quoted as they stand, or the id of a message's own word (``word.number``)."""

    @property
    def note(self) -> bool:
        """Whether it is only worth knowing: the file can be played."""
        return self.code.startswith("P09")


def _order(one: Diagnostic) -> tuple[bool, Place, str]:
    """The scenario's own file first: what is wrong in the library often follows from it."""
    return one.place.file.startswith("library"), one.place, one.code


class ScenarioRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A file that cannot be used, with everything that is wrong with it."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics, key=_order))
        super().__init__(", ".join(f"{one.place} {one.code}" for one in self.diagnostics))


class Problems:
    """Collects everything that is wrong, so that it can be said at once."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def add(self, code: str, place: Place, **arguments: str) -> None:
        """Add something that is wrong."""
        self.found.append(Diagnostic(code, place, arguments))

    def raise_if_any(self) -> None:
        """Raise ``ScenarioRefused`` if anything but notes has been added."""
        if any(not one.note for one in self.found):
            raise ScenarioRefused(self.found)

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """What is worth knowing, by its place."""
        return tuple(sorted((one for one in self.found if one.note), key=lambda one: one.place))


@cache
def messages() -> Mapping[str, Text]:
    """Return the words of every diagnostic by its code."""
    found = yaml.safe_load((library() / "messages.yaml").read_text(encoding="utf-8"))
    return {code: Text(one["da"], one["en"]) for code, one in found.items()}


@cache
def danish_keys() -> Mapping[str, str]:
    """Return the keys of files by the Danish words people may write for them."""
    found = yaml.safe_load((library() / "danish-keys.yaml").read_text(encoding="utf-8"))
    return {str(danish): str(key) for danish, key in found.items()}


def tell(diagnostic: Diagnostic, language: Language) -> str:
    """Say a diagnostic: ``file:line:column P0101 sentence``."""
    words = messages()

    def filled(match: re.Match[str]) -> str:
        value = diagnostic.arguments.get(match[1], match[0])
        if value.startswith("word.") and value in words:
            return words[value].in_(language)
        return quoted(value)

    sentence = re.sub(r"\{([a-z]+)\}", filled, words[diagnostic.code].in_(language))
    return f"{diagnostic.place} {diagnostic.code} {sentence.strip()}"


def quoted(text: str) -> str:
    """Return a file's own text as it may stand in a message."""
    safe = clean(text)
    longest = LONGEST_QUOTE * (MOST_LISTED if ", " in safe else 1)
    return safe if len(safe) <= longest else safe[: longest - 1] + "…"


def nearest(word: str, allowed: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return the allowed words nearest to one, a Danish word of a key understood."""
    known = list(allowed)
    meant = danish_keys().get(word.lower(), "")
    close = get_close_matches(word, known, limit)
    return tuple(dict.fromkeys([meant, *close] if meant in known else close))[:limit]


def meant(word: str, allowed: Iterable[str]) -> str:
    """Return what was perhaps meant, as it stands in a message; empty if nothing is near."""
    close = nearest(word, allowed)
    return f"≈ {', '.join(close)}? " if close else ""


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a message, cut where it grows long."""
    found = list(words)
    more = ", …" if len(found) > MOST_LISTED else ""
    return ", ".join(found[:MOST_LISTED]) + more if found else "–"
