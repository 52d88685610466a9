"""A new scenario file: a commented day that plays as it stands, or a shipped day to change."""

import re
from pathlib import Path

from simulator.core.texts import Language
from simulator.scenario.places import days, scenarios

_ID = re.compile(r"^scenario:[ ]*(\S+)", re.MULTILINE)
_NAME = {"da": "NAVN", "en": "NAME"}
_SPELLED = {"æ": "ae", "ø": "oe", "å": "aa"}
LONGEST = 40
"""Letters of an id that is made of a file's name."""


def new_day(id_: str, language: Language) -> str:
    """Return the text of a small day with comments in a language."""
    text = (scenarios() / "templates" / f"{language}.yaml").read_text("utf-8")
    return text.replace(_NAME[language], id_)


def copied_day(id_: str, day: str) -> str:
    """Return the text of a shipped day under an id of its own. Raises ``KeyError``."""
    text = days()[day].read_text("utf-8")
    return _ID.sub(f"scenario: {id_}", text, count=1)


def id_of(path: Path) -> str:
    """Return the id a file's name makes; empty if there is no letter in it to begin with."""
    name = path.stem.lower()
    for letter, spelled in _SPELLED.items():
        name = name.replace(letter, spelled)
    words = re.sub(r"[^a-z0-9]+", "-", name).lstrip("-0123456789")
    return words[:LONGEST].rstrip("-")
