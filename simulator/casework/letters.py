"""Letters, put together from parts: each absent, a template or the caseworker's own words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.casework.follows import FieldFigure
from simulator.core.texts import Text

Part = Literal[
    "rule", "considerations", "facts", "amount", "complaint", "correct", "decided-by", "contact"
]
PARTS: tuple[Part, ...] = (
    "amount",
    "considerations",
    "facts",
    "rule",
    "complaint",
    "correct",
    "decided-by",
    "contact",
)
"""In the order they are read: the answer, why, the law, what one can do, who decided, whom to ring.

``amount`` is the answer and ``considerations`` the why; the names are stored and stay.
"""
MANNERS = ("absent", "template", "own")
Channel = Literal["digital", "letter", "phone", "meeting"]
"""How the party of a case is answered, or asked."""


def written(channel: Channel) -> Channel:
    """Return the channel of the letter to somebody reached by a channel: by post unless digital."""
    return "digital" if channel == "digital" else "letter"


REASONS: tuple[Part, ...] = ("rule", "considerations", "facts")
"""The parts that together are the reasons of a decision (forvaltningsloven §§ 22-24)."""

PLACEHOLDERS = (
    "answer why considerations facts name title year municipality deadline today until posted "
    "within instance caseworker leader telephone opens closes stake system document third notice "
    "asked"
)
"""What a part of a letter may name, besides the amounts of the law."""
BLOCKS = frozenset(
    {"answer", "why", "considerations", "facts", "posted", "stake", "system", "notice"}
)
"""Those of them that are sentences themselves, and so cannot stand in one."""
STATED = "stated."
"""Before the path of a fact: the sentence that states it, with whose figure it is."""

OTHERWISE = "otherwise"
"""The condition of a sentence that is said where no other of its list is."""
LETTER_NAMES: Mapping[str, str] = {
    "decided.by_rule": "yes-no",
    "decided.by_scale": "yes-no",
    "decided.looked_up": "yes-no",
}
"""What the condition of a sentence may name besides the names of a rule, each with its type.

Whether the outcome is the one the rule gives on what was relied on; whether it is the one that
automation came to by the internal scale, decided or suggested and followed; and whether every fact
that was not relied on had been looked for before the decision, and was not there.
"""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a letter. It is not said where a fact, step or figure in it is not known."""

    says: Text
    when: str = ""
    """An expression that must hold, over the names of the rule and ``LETTER_NAMES``; ``""`` always
    holds, and ``OTHERWISE`` where no other sentence of its list is said."""


@dataclass(frozen=True)
class Complaint:
    """Where one complains of a decision, by way of the municipality that made it."""

    instance: Text
    days: int = 28
    """How long one has, from the day the letter came."""
    figures: tuple[FieldFigure, ...] = ()
    """What such complaints have ended in, as the field itself has published."""


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
