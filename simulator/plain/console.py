"""The console: lines out, lines in, one question at a time, in one of two languages.

Everything written or read passes through here and is made plain text, so that what a scenario, a
session file or a keyboard holds can neither act nor look like something else.
"""

from collections.abc import Callable, Iterable, Mapping
from shutil import get_terminal_size
from textwrap import wrap
from typing import TextIO

from simulator.casework.phrasing import listed
from simulator.core.texts import Argument, Language, Phrase, Teller, Text
from simulator.core.untrusted import clean
from simulator.scenario.words import teller
from simulator.store.problems import StoreProblem

LONGEST_LINE = 20_000
ASIDES = ("l", "m", "q")
"""The letters that may do something wherever they are typed, in the order help tells them."""
NARROWEST = 20
"""The smallest width of a line in cells, however small the terminal says it is."""

_SPACES = {0x00A0: " ", 0x202F: " "}
"""Spaces at which documents do not break lines, and what is written for them."""

Act = Callable[[], object]


class InputEnded(Exception):  # noqa: N818 - what happened, not what kind of class it is
    """No more can be read: the input has ended, or the person stops for now."""


class Console:
    """Writes what is said as lines, and reads answers as lines."""

    def __init__(self, reading: TextIO, writing: TextIO, language: Language) -> None:
        self.language = language
        self.asides: dict[str, Act] = {}
        """What to do for some lines wherever they are typed, by the line in small letters.

        The question is put again afterwards.
        """
        self.interactive = reading.isatty()
        """Whether somebody types. If not, what is read is written too, so that it can be seen."""
        self._reading, self._writing = reading, writing

    @property
    def teller(self) -> Teller:
        """What turns words and phrases into sentences of the language now spoken."""
        return teller(self.language)

    def switch_language(self) -> Language:
        """Switch to the other language, say so, and return it."""
        self.language = "en" if self.language == "da" else "da"
        self.say("plain.language")
        return self.language

    def text(self, what: Text | Phrase | str, /, **arguments: Argument) -> str:
        """Return a text, a phrase or the word with an id as one line of plain text."""
        return clean(self.teller(what, **arguments))

    def say(self, what: Text | Phrase | str, /, **arguments: Argument) -> None:
        """Say a text, a phrase or the word with an id as one line."""
        self.line(self.text(what, **arguments))

    def say_all(self, what: Text | Phrase | str, /, **arguments: Argument) -> None:
        """Say a text of several lines, without its empty lines."""
        for line in clean(self.teller(what, **arguments), lines=True).splitlines():
            if line.strip():
                self.line(line.strip())

    def say_problem(self, problem: StoreProblem, refresh: Act) -> None:
        """Say what the store could not do, so that it can be tried again.

        ``refresh`` reads what another window has stored. Raises the problem if nobody types: a
        script must not go on after it.
        """
        if not self.interactive:
            raise problem
        self.say(problem.phrase)
        if problem.code == "elsewhere":
            refresh()

    def stop(self) -> None:
        """Stop for now: raises ``InputEnded``, as if there were no more to read."""
        raise InputEnded

    def line(self, text: str = "") -> None:
        """Write a line as it is, with ordinary spaces, so that it can be searched."""
        self._writing.write(f"{self._wrapped(clean(text).translate(_SPACES))}\n")

    def flush(self) -> None:
        """Show at once what has been written."""
        self._writing.flush()

    def _wrapped(self, text: str) -> str:
        """Return a line broken between words, if a terminal would break it within a word."""
        if not self._writing.isatty():
            return text
        width = max(NARROWEST, get_terminal_size().columns - 1)
        return "\n".join(wrap(text, width, break_on_hyphens=False)) if len(text) > width else text

    def number(self, lines: Iterable[str]) -> None:
        """Write lines numbered from 1."""
        for number, line in enumerate(lines, 1):
            self.line(f"{number}. {line}")

    def ask(
        self,
        show: Act,
        prompt: str,
        more: str,
        also: Mapping[str, Act] | None = None,
        heard: bool = False,
        **arguments: Argument,
    ) -> str:
        """Put a question until it is answered, and return the line that was typed.

        ``show`` says what can be chosen; with ``heard`` that was said a moment ago and is left out.
        ``prompt`` and ``more`` are the ids of the words for the prompt and its help, filled with
        ``arguments``. ``also`` holds asides of this question alone, after which ``show`` is not
        called again. Raises ``InputEnded`` if there is no more to read.
        """
        if not heard:
            show()
        while True:
            typed = self._read(self.text(prompt, **arguments))
            if typed == "?":
                self.say_all(more, **arguments)
                known = (letter for letter in ASIDES if letter in self.asides)
                what = listed(Phrase(f"plain.aside.{letter}") for letter in known)
                self.say_all("plain.help.asides", what=what)
            elif act := (also or {}).get(typed.lower()):
                act()
            elif act := self.asides.get(typed.lower()):
                act()
                show()
            else:
                return typed

    def _read(self, prompt: str) -> str:
        self._writing.write(f"{prompt} ")
        self._writing.flush()
        line = self._reading.readline(LONGEST_LINE)
        if not line:
            self._writing.write("\n")
            raise InputEnded
        rest = line
        while rest and not rest.endswith("\n"):
            rest = self._reading.readline(LONGEST_LINE)
        typed = clean(line.rstrip("\r\n")).strip()
        if not self.interactive:
            self._writing.write(f"{typed}\n")
        return typed
