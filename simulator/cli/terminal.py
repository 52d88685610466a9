"""The terminal a command runs in: where data go, where talk goes, in which language."""

import codecs
import errno
import io
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

from simulator.core.texts import Argument, Language, Phrase, Teller, Text
from simulator.core.untrusted import clean

_SPELLED = {
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "é": "e", "É": "E", "ü": "u",
    "«": '"', "»": '"', "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...",
    "→": "->", "≈": "~", "·": "-", "§": "par.", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
"""How letters are spelled where a terminal has no room for them."""


PAUSE = 0.3
"""Seconds between two looks at what another program does."""


def _spell(wrong: UnicodeError) -> tuple[str, int]:
    assert isinstance(wrong, UnicodeEncodeError)
    missing = wrong.object[wrong.start : wrong.end]
    return "".join(_SPELLED.get(one, "?") for one in missing), wrong.end


_SPELLING = "praksishus.spelled"
codecs.register_error(_SPELLING, _spell)


@contextmanager
def to_somebody() -> Iterator[None]:
    """Write where somebody may have gone: a window that was closed is a pipe that broke.

    Raises ``BrokenPipeError``.
    """
    try:
        yield
    except OSError as wrong:
        if wrong.errno == errno.EIO:
            raise BrokenPipeError from wrong
        raise


@dataclass
class Terminal:
    """The three streams of a process, and the language its person reads."""

    language: Language
    reading: TextIO
    data: TextIO
    talk: TextIO
    chosen: bool = False
    """The language was asked for on the command line."""

    def __post_init__(self) -> None:
        """Let every stream take every letter, whatever its encoding."""
        for stream, errors in ((self.data, _SPELLING), (self.talk, _SPELLING)):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors=errors)
        if isinstance(self.reading, io.TextIOWrapper):
            self.reading.reconfigure(errors="replace")

    @property
    def teller(self) -> Teller:
        """Says words in the person's language."""
        from simulator.scenario.words import teller

        return teller(self.language)

    @property
    def full_screen(self) -> bool:
        """Whether the full-screen face can run here."""
        dumb = os.environ.get("TERM") == "dumb"
        return self.reading.isatty() and self.data.isatty() and not dumb

    def text(self, what: Text | Phrase | str, /, **arguments: Argument) -> str:
        """Return what is said, as plain text."""
        return clean(self.teller(what, **arguments), lines=True)

    def put(self, line: str) -> None:
        """Write a line of what was asked for."""
        with to_somebody():
            self.data.write(f"{line}\n")

    def say(self, what: Text | Phrase | str, /, **arguments: Argument) -> None:
        """Say something to the person."""
        self.tell(self.text(what, **arguments))

    def tell(self, line: str) -> None:
        """Write a line of talk that has been said already."""
        with to_somebody():
            self.data.flush()
            self.talk.write(f"{line}\n")
            self.talk.flush()

    def pause(self) -> None:
        """Let a moment pass before one looks again."""
        with to_somebody():
            self.data.flush()
        time.sleep(PAUSE)

    def sure(self, what: str, /, **arguments: Argument) -> bool:
        """Ask once; only a yes in one of the languages is one."""
        with to_somebody():
            self.talk.write(f"{self.text(what, **arguments)} ")
            self.talk.flush()
        return clean(self.reading.readline(100)).strip().lower() in ("j", "ja", "y", "yes")
