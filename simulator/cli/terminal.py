"""The terminal a command runs in: its streams, and the language of whoever sits at it."""

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
"""How letters are spelled that the encoding of a terminal does not have."""


PAUSE = 0.3
"""Seconds between two looks at a session that another program plays."""


def _spell(wrong: UnicodeError) -> tuple[str, int]:
    assert isinstance(wrong, UnicodeEncodeError)
    missing = wrong.object[wrong.start : wrong.end]
    return "".join(_SPELLED.get(letter, "?") for letter in missing), wrong.end


_SPELLING = "praksishus.spelled"
codecs.register_error(_SPELLING, _spell)


@contextmanager
def to_somebody() -> Iterator[None]:
    """Write to a terminal whose window may have been closed meanwhile.

    Raises ``BrokenPipeError`` if it was, as if a pipe had broken.
    """
    try:
        yield
    except OSError as wrong:
        if wrong.errno == errno.EIO:
            raise BrokenPipeError from wrong
        raise


@dataclass
class Terminal:
    """The three streams of a process, and the language of the person who reads them.

    ``reading`` is what is typed, ``data`` what was asked for (standard output), and ``talk``
    everything else that is said to the person (standard error).
    """

    language: Language
    reading: TextIO
    data: TextIO
    talk: TextIO
    chosen: bool = False
    """Whether the language was asked for on the command line."""

    def __post_init__(self) -> None:
        """Make every stream take every letter, whatever its encoding."""
        streams = ((self.data, _SPELLING), (self.talk, _SPELLING), (self.reading, "replace"))
        for stream, errors in streams:
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors=errors)

    @property
    def teller(self) -> Teller:
        """What turns words and phrases into sentences of the person's language."""
        from simulator.scenario.words import teller

        return teller(self.language)

    @property
    def full_screen(self) -> bool:
        """Whether the full-screen face can run here."""
        dumb = os.environ.get("TERM") == "dumb"
        return self.reading.isatty() and self.data.isatty() and not dumb

    def text(self, what: Text | Phrase | str, /, **arguments: Argument) -> str:
        """Return a text, a phrase or the word with an id as plain text."""
        return clean(self.teller(what, **arguments), lines=True)

    def put(self, line: str) -> None:
        """Write a line of what was asked for to ``data``."""
        with to_somebody():
            self.data.write(f"{line}\n")

    def say(self, what: Text | Phrase | str, /, **arguments: Argument) -> None:
        """Tell the person a text, a phrase or the word with an id."""
        self.tell(self.text(what, **arguments))

    def tell(self, line: str) -> None:
        """Write a line to ``talk``, as it is."""
        with to_somebody():
            self.data.flush()
            self.talk.write(f"{line}\n")
            self.talk.flush()

    def pause(self) -> None:
        """Wait ``PAUSE`` seconds before the next look at another program's session."""
        with to_somebody():
            self.data.flush()
        time.sleep(PAUSE)

    def sure(self, what: str, /, **arguments: Argument) -> bool:
        """Ask a question and return whether the answer is yes, in Danish or English."""
        with to_somebody():
            self.talk.write(f"{self.text(what, **arguments)} ")
            self.talk.flush()
        return clean(self.reading.readline(100)).strip().lower() in ("j", "ja", "y", "yes")
