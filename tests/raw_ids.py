"""Word ids that there are no words for: never shown to anybody, so no test lets one be said."""

import re

import pytest

from simulator.core.texts import Argument, Teller, Text

_ID = re.compile(r"[a-z][a-z0-9_-]*(\.[A-Za-z0-9_-]+)+")
"""What a word id looks like, and no sentence or name does."""


def refuse_raw_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every teller raise where it would show a word's id in place of the word."""
    fill = Teller._fill

    def filled(self: Teller, text: Text | str, arguments: dict[str, Argument]) -> str:
        if isinstance(text, str) and _ID.fullmatch(text) and not self.knows(text):
            raise AssertionError(f"there is no word {text}")
        return fill(self, text, arguments)

    monkeypatch.setattr(Teller, "_fill", filled)
