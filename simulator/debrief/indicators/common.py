"""What indicators that speak of a whole day share."""

from collections.abc import Iterable, Mapping

from simulator.casework.actions.writing import LetterSent
from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Silence, Statement


def has_part(letter: LetterSent, part: str) -> bool:
    """Say whether a part is there in a letter, by template or in own words."""
    return dict(letter.parts).get(part, "absent") != "absent"


def adverse_letters(evidence: Evidence) -> list[LetterSent] | Silence:
    """Return the letters with an answer that did not give what was asked for, or why none is."""
    letters = [one for one in evidence.all(LetterSent) if one.answer is not None]
    if not letters:
        return Silence("no-occasion")
    return [one for one in letters if evidence.adverse(one, one.answer)] or Silence("no-ground")


def of_the_day(
    evidence: Evidence,
    indicator: str,
    arguments: Mapping[str, Argument],
    of: int,
    cited: Iterable[int],
    well: bool,
) -> Statement:
    """Return a statement of the whole day; it stands at the last of the events it rests on."""
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
    )
