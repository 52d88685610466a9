"""The text of a new scenario file: a small day with comments, or a copy of a shipped day."""

import re
from pathlib import Path

from simulator.core.texts import Language
from simulator.scenario.places import days, scenarios

_ID = re.compile(r"^scenario:[ ]*(\S+)", re.MULTILINE)
_NAME = {"da": "NAVN", "en": "NAME"}
_SPELLED = {"æ": "ae", "ø": "oe", "å": "aa"}
LONGEST = 40
"""The number of letters of an id made of a file's name, at most."""


def new_day(id_: str, language: Language) -> str:
    """Return the text of a small day that can be played, with comments in a language."""
    text = (scenarios() / "templates" / f"{language}.yaml").read_text("utf-8")
    return text.replace(_NAME[language], id_)


def copied_day(id_: str, day: str) -> str:
    """Return the text of the shipped day ``day`` with its id replaced by ``id_``.

    Raises ``KeyError`` if there is no such day.
    """
    text = days()[day].read_text("utf-8")
    return _ID.sub(f"scenario: {id_}", text, count=1)


def id_of(path: Path) -> str:
    """Return an id made of a file's name; ``""`` if the name has no letter from a to z."""
    name = path.stem.lower()
    for letter, spelled in _SPELLED.items():
        name = name.replace(letter, spelled)
    words = re.sub(r"[^a-z0-9]+", "-", name).lstrip("-0123456789")
    return words[:LONGEST].rstrip("-")
