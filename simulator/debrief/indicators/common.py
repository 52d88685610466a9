"""What the indicators about letters and about a whole day share."""

from collections.abc import Iterable, Mapping

from simulator.casework.actions.writing import LetterSent
from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Silence, Statement


def has_part(letter: LetterSent, part: str) -> bool:
    """Return whether a letter has a part, from a template or in the caseworker's own words."""
    return dict(letter.parts).get(part, "absent") != "absent"


def adverse_letters(evidence: Evidence) -> list[LetterSent] | Silence:
    """Return the letters with an answer against the citizen, or why there is none."""
    letters = [letter for letter in evidence.all(LetterSent) if letter.answer is not None]
    if not letters:
        return Silence("no-occasion")
    adverse = [letter for letter in letters if evidence.adverse(letter, letter.answer)]
    return adverse or Silence("no-ground")


def of_the_day(
    evidence: Evidence,
    indicator: str,
    arguments: Mapping[str, Argument],
    of: int,
    cited: Iterable[int],
    well: bool,
    say: str = "",
) -> Statement:
    """Return a statement about the whole day, at the time of the last event behind it.

    ``say`` is the id of a sentence in place of the indicator's own.
    """
    events = tuple(sorted(set(cited)))
    return Statement(
        indicator=indicator,
        case="",
        minute=evidence.event(events[-1]).minute,
        arguments=arguments,
        about=Phrase("debrief.in-all", {"n": of}),
        of=of,
        events=events,
        key="day",
        well=well,
        say=say,
    )
