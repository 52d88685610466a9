"""What the indicators about letters and about a whole day share."""

from collections.abc import Collection, Iterable, Mapping

from simulator.casework.actions.writing import LetterSent
from simulator.core.texts import Argument, Phrase, Text
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Silence, Statement


def manners(letter: LetterSent, *parts: str) -> set[str]:
    """Return how some parts of a letter are there: ``absent``, ``template``, ``own``."""
    written = dict(letter.parts)
    return {written.get(part, "absent") for part in parts}


def template(evidence: Evidence, letter: LetterSent, part: str) -> Text:
    """Return the template of a part: the outcome's own, or its case type's."""
    return templates(evidence, letter)[part]


def templates(evidence: Evidence, letter: LetterSent) -> Mapping[str, Text]:
    """Return the templates of a letter's parts: the outcome's own before its case type's."""
    case_type = evidence.kind(letter)
    assert letter.answer is not None, "a letter with an answer"
    return {**case_type.letter, **case_type.outcome(letter.answer.outcome).letter}


def own_words(letters: Collection[LetterSent]) -> Phrase:
    """Return the sentence on letters that say some of it in own words; none where there are none.

    What the words say is not read by the program, and they are not counted as saying it.
    """
    return Phrase("debrief.said.own", {"c": len(letters)}) if letters else Phrase("")


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
