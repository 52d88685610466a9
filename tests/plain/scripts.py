"""Choices on a day, and what one types to make them on the plain face."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from simulator.casework.commands import Offer
from simulator.casework.events import Event
from simulator.casework.form import Answers, Blank
from simulator.core.texts import Language
from simulator.plain import Console, play
from simulator.plain.letter import MANNERS, SEND
from simulator.store.codec import encode
from simulator.store.session import Session

Choice = tuple[str, Answers]

NOT_PLAIN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u259f\u200b-\u200f\u202a-\u202e]")
"""Escape sequences and all other controls but line breaks; boxes and blocks; bidi and no width."""

INCOME = "income.monthly"
LETTER = {
    "rule": "template",
    "considerations": "own",
    "own.considerations": "Du er gået ned i tid.",
    "facts": "template",
    "amount": "template",
    "complaint": "template",
}

MORNING: tuple[Choice, ...] = (
    ("accept_prebrief", {}),
    ("open_case", {}),
    ("read_freetext", {}),
    ("look_up.overblik", {}),
    ("look_up.eindkomst", {"basis": "friplads"}),
    ("trace", {"value": (INCOME, "overblik")}),
    ("note_conflict", {"path": INCOME, "sources": ("eindkomst", "overblik")}),
    ("call", {}),
    ("ask", {"path": INCOME}),
    ("promise", {"promise": "letter"}),
    ("hang_up", {}),
    ("settle_facts", {f"pick.{INCOME}": "citizen"}),
    ("hear", {"facts": (INCOME,)}),
    ("wait", {"minutes": 15}),
    ("skip_hearing", {}),
    ("open_basis", {}),
    ("reject", {"words": "Tallet er fra før jul."}),
    ("calculate", {"outcome": "reckon"}),
    ("decide", {"words": "Hun er gået ned i tid."}),
    ("send_letter", {"letter": LETTER}),
    ("release", {}),
    ("add_note", {"words": "Hun ringede selv."}),
    ("close_case", {}),
    ("mark_moment", {"words": ""}),
    ("look_at_landscape", {}),
    ("go_home", {}),
)
"""A morning with the first case of the warm-up; what is not offered is left out."""


def made(session: Session, choices: Iterable[Choice]) -> list[str]:
    """Make choices through the session itself; return the lines that make the same in plain."""
    lines: list[str] = []
    for name, answers in choices:
        offer = session.view().offer(name)
        if offer is None:
            continue
        filled = {blank.name: answered(blank, answers) for blank in offer.blanks}
        lines += typed(offer, filled)
        session.do(offer.make(filled))
    return lines


def answered(blank: Blank, answers: Answers) -> str | tuple[str, ...] | Mapping[str, str]:
    """What fills a blank: as wished, else as preset, else the first option, else nothing."""
    if blank.name in answers:
        return answers[blank.name]
    if blank.kind == "many":
        return blank.preset
    if blank.kind == "letter":
        return {}
    first = [one.value for one in blank.options[:1]]
    return (*blank.preset, *first, "")[0]


def typed(offer: Offer, answers: Answers) -> Iterator[str]:
    """The lines that take an offer and fill it in."""
    yield offer.id
    if offer.id == "go_home":
        yield "1"
    for blank in offer.blanks:
        values = [one.value for one in blank.options]
        answer = answers[blank.name]
        if blank.kind == "letter":
            assert isinstance(answer, Mapping)
            yield from _letter(answer)
        elif blank.kind == "many":
            yield " ".join(str(values.index(one) + 1) for one in answer) or "-"
        elif blank.kind == "words":
            yield str(answer) or "-"
        elif not (len(values) == 1 and blank.preset == (values[0],)):
            yield str(values.index(answer) + 1)


def _letter(parts: Mapping[str, str]) -> Iterator[str]:
    for part, manner in parts.items():
        if not part.startswith("own."):
            yield part
            yield str(MANNERS.index(manner) + 1)
            if manner == "own":
                yield parts[f"own.{part}"]
    yield SEND


def transcript(
    session: Session, lines: Iterable[str], folder: Path, language: Language | None = None
) -> str:
    """Play a session in plain from some lines; return everything that was written."""
    reading, writing = io.StringIO("".join(f"{line}\n" for line in lines)), io.StringIO()
    play(session, Console(reading, writing, language or session.language), folder)
    return writing.getvalue()


def log(events: Iterable[Event]) -> list[tuple[str, str]]:
    """A log as it is stored."""
    return [(event.kind, encode(event)) for event in events]
