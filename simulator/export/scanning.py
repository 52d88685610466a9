"""Looking through a student's own words for what could lead to somebody, before they leave.

It only finds, and whoever takes the words out decides: nothing is ever cut in silence. Person
numbers of the towns have days from 61 to 91 and telephones of theirs begin with 0; both pass.
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
_HYPHENS = {ord(one): "-" for one in "\u2010\u2011\u2012\u2013\u2014\u2212"}


@dataclass(frozen=True)
class Found:
    """Something in the words that looks like it leads to somebody."""

    what: str
    """``person-number``, ``e-mail``, ``telephone`` or ``home-path``."""
    text: str

    @property
    def said(self) -> Phrase:
        """What it looks like, as it is said."""
        return Phrase(f"export.found.{self.what}", {"text": clean(self.text)})


def scan(texts: Iterable[str]) -> tuple[Found, ...]:
    """Return what was found in some texts, each once, in their order."""
    return tuple(dict.fromkeys(one for text in texts for one in _in(_bare(text))))


def _bare(text: str) -> str:
    """Return a text as it reads: full-width figures are figures, every dash a hyphen."""
    return unicodedata.normalize("NFKC", clean(text)).translate(_HYPHENS)


def _in(text: str) -> Iterator[Found]:
    """Find from what is surest on, and take out what is found: no figures are met twice."""
    for what, pattern in _PATTERNS.items():
        for found in pattern.finditer(text):
            yield Found(what, found[0])
        text = pattern.sub(" ; ", text)
