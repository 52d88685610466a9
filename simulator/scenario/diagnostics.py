"""What can be wrong with a file: numbered, with its place, in words from the library."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache

import yaml

from simulator.core.texts import Language, Text
from simulator.core.untrusted import clean
from simulator.scenario.places import library

LONGEST_QUOTE = 60


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


class ScenarioRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A file that cannot be used, with everything that is wrong with it."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics, key=lambda one: (one.place, one.code)))
        super().__init__(", ".join(f"{one.place} {one.code}" for one in self.diagnostics))


class Problems:
    """Collects everything that is wrong, so that it can be said at once."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def add(self, code: str, place: Place, **arguments: str) -> None:
        """Add something that is wrong."""
        self.found.append(Diagnostic(code, place, arguments))

    def raise_if_any(self) -> None:
        """Raise ``ScenarioRefused`` if anything has been added."""
        if self.found:
            raise ScenarioRefused(self.found)


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
    sentence = messages()[diagnostic.code].in_(language)
    for name, value in diagnostic.arguments.items():
        sentence = sentence.replace(f"{{{name}}}", quoted(value))
    return f"{diagnostic.place} {diagnostic.code} {sentence}"


def quoted(text: str) -> str:
    """Return a file's own text as it may stand in a message."""
    safe = clean(text)
    return safe if len(safe) <= LONGEST_QUOTE else safe[: LONGEST_QUOTE - 1] + "…"


def nearest(word: str, allowed: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return the allowed words nearest to one, a Danish word of a key understood."""
    known = list(allowed)
    meant = danish_keys().get(word.lower(), "")
    close = get_close_matches(word, known, limit)
    return tuple(dict.fromkeys([meant, *close] if meant in known else close))[:limit]
