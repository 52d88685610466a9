"""The student's own words in a command: the text itself, or what may be known without it.

A command carries the text while it is carried out. On the log it is kept without it: only the
text's number, length and readability figure remain (``Written``), so that the words can be deleted,
or left at home, and everything can still be decided again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.casework.letters import lix


@dataclass(frozen=True)
class Written:
    """A text of the student's without its words."""

    number: int | None
    """Its number among the student's texts; ``None`` where it was not kept: it was refused."""
    length: int
    """Words."""
    characters: int
    """Characters, without white space around them."""
    lix: int
    """The readability figure (``letters.lix``)."""
    one_line: bool = True


OwnWords = str | Written


def without_text(words: OwnWords, number: int | None) -> Written:
    """Return what may be known of a text without its words."""
    if isinstance(words, Written):
        return words
    text = words.strip()
    return Written(number, length(words), len(text), lix(words), "\n" not in text)


def is_blank(words: OwnWords) -> bool:
    """Return whether nothing, or only white space, was written."""
    return not (words.strip() if isinstance(words, str) else words.characters)


def length(words: OwnWords) -> int:
    """Return how many words a text has, counted by the white space between them."""
    return len(words.split()) if isinstance(words, str) else words.length


def is_longer_than(words: OwnWords, characters: int) -> bool:
    """Return whether a text takes more than one line, or more than so many characters."""
    known = without_text(words, None)
    return not known.one_line or known.characters > characters


def spoken(command: object) -> tuple[str, ...]:
    """Return the student's texts in a command, in the order their numbers are given."""
    return tuple(text for _, text in _texts(command) if isinstance(text, str))


def kept_without_text(command: object, first: int | None) -> dict[str, Any]:
    """Return the fields of a command that hold own words, without their text.

    ``first`` is the number of the first of them; ``None`` where they were not kept.
    """
    texts = _texts(command)
    numbers = [None if first is None else first + n for n in range(len(texts))]
    changes: dict[str, Any] = {}
    for (name, text), number in zip(texts, numbers, strict=True):
        if name is None:
            changes["words"] = without_text(text, number)
        else:
            changes["own"] = {**changes.get("own", {}), name: without_text(text, number)}
    return changes


def _texts(command: object) -> list[tuple[str | None, OwnWords]]:
    """Return what is written in a command, by field of ``own``; ``None`` for its ``words``."""
    words: OwnWords = getattr(command, "words", "")
    own: Mapping[str, OwnWords] = getattr(command, "own", {})
    return [(name, text) for name, text in ((None, words), *sorted(own.items())) if text]
