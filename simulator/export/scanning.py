"""Search in a student's own words for what could identify somebody, before they are exported.

Findings are only reported; whoever exports the words decides, and nothing is cut silently. Person
numbers of the invented towns have days from 61 to 91 and their telephone numbers begin with 0, so
neither is reported.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.core.texts import Phrase
from simulator.core.untrusted import clean

_NAME = r"[^\s/\\:;,\"'<>|]+"
_PATTERNS = {
    "person-number": re.compile(
        r"(?<![0-9])(?:0[1-9]|[12][0-9]|3[01])[ ./-]?[0-9]{2}[ ./-]?[0-9]{2}"
        r" ?[-./]? ?[0-9]{4}(?![0-9])"
    ),
    "e-mail": re.compile(r"(?<![\w.+-])[\w.+-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)+"),
    "telephone": re.compile(
        r"(?<![0-9.,/-])(?:"
        r"(?:\+|00)[1-9](?:[ .-]?[0-9]){7,13}"
        r"|[2-9][0-9]([ .-]?)[0-9]{2}\1[0-9]{2}\1[0-9]{2}"
        r"|[2-9][0-9]{3} [0-9]{4}"
        r"|[2-9][0-9]{2} [0-9]{2} [0-9]{3}"
        r")(?![0-9])"
    ),
    "home-path": re.compile(
        rf"(?:/home/|/Users/|[A-Za-z]:[\\/]Users[\\/]|~/){_NAME}(?:[\\/]{_NAME})*"
    ),
}
_HYPHENS = {ord(hyphen): "-" for hyphen in "\u2010\u2011\u2012\u2013\u2014\u2212"}


@dataclass(frozen=True)
class Found:
    """Something in the words that looks as if it could identify somebody."""

    what: str
    """``person-number``, ``e-mail``, ``telephone`` or ``home-path``."""
    text: str

    @property
    def said(self) -> Phrase:
        """The finding as it is told to the user: what it looks like, and its text."""
        return Phrase(f"export.found.{self.what}", {"text": clean(self.text)})


def scan(texts: Iterable[str]) -> tuple[Found, ...]:
    """Return the findings in some texts, each once, in the order of the texts."""
    return tuple(dict.fromkeys(finding for text in texts for finding in _in(_bare(text))))


def _bare(text: str) -> str:
    """Return a text with full-width digits as plain digits and every dash as a hyphen."""
    return unicodedata.normalize("NFKC", clean(text)).translate(_HYPHENS)


def _in(text: str) -> Iterator[Found]:
    """Find the surest pattern first, and remove its matches so that no digits match twice."""
    for what, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            yield Found(what, match[0])
        text = pattern.sub(" ; ", text)
