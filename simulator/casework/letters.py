"""Letters, put together from parts: each absent, a template or the caseworker's own words."""

import re
from typing import Literal

Part = Literal[
    "rule", "considerations", "facts", "amount", "complaint", "correct", "decided-by", "contact"
]
PARTS: tuple[Part, ...] = (
    "rule",
    "considerations",
    "facts",
    "amount",
    "complaint",
    "correct",
    "decided-by",
    "contact",
)
MANNERS = ("absent", "template", "own")
Channel = Literal["digital", "letter", "phone", "meeting"]
"""How the party of a case is answered, or asked."""


def written(channel: Channel) -> Channel:
    """Return the channel of the letter to somebody reached by a channel: by post unless digital."""
    return "digital" if channel == "digital" else "letter"


REASONS: tuple[Part, ...] = ("rule", "considerations", "facts")
"""The parts that together are the reasons of a decision (forvaltningsloven §§ 22-24)."""

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?:]+")


def lix(text: str) -> int:
    """Return the readability figure LIX (Björnsson): words a sentence plus percent of long words.

    Long words have more than six letters. It is a rough measure, and shown without a limit. A text
    without words has 0.
    """
    words = _WORD.findall(text)
    if not words:
        return 0
    sentences = max(1, len(_SENTENCE.findall(text)))
    long = sum(len(word) > 6 for word in words)
    return round(len(words) / sentences + 100 * long / len(words))
