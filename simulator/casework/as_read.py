"""Letters as they are read: the text of each part, and the whole as its citizen sees it.

The citizen is told everything; on the desk's screen what is protected stays covered.
"""

from collections.abc import Iterable, Mapping

from simulator.casework.case_types import CaseType
from simulator.casework.day import Case, Day
from simulator.casework.letters import written
from simulator.casework.phrasing import answer_phrase, fact_label, listed, rule_year, value_measure
from simulator.casework.protection import mask_unless_revealed
from simulator.casework.sights import Seen
from simulator.casework.views import LetterLine, LetterView
from simulator.core.texts import Argument, Phrase, Text

DAYS_TO_COMPLAIN = 28
_DECIDED_BY = {
    "suggestion": "decided-by-suggestion",
    "automation": "decided-by-automation",
}


def has_letter(case: Case) -> bool:
    """Return whether there is a letter to read: a composed one, or a hearing that was sent."""
    return bool(case.composed or case.hearing)


def as_read(day: Day, case: Case) -> LetterView | None:
    """Return the newest letter of a case as its citizen sees it, or None if there is none.

    A part in the student's own words holds the number of the words; their text is kept apart.
    """
    if case.composed and case.decision:
        return _letter(day, case, tuple(_lines(day, case)))
    return _hearing(day, case) if case.hearing else None


def _letter(day: Day, case: Case, lines: tuple[LetterLine, ...]) -> LetterView:
    return LetterView(
        title=day.case_type(case).title,
        sender=day.opening.municipality,
        name=day.name(case.party),
        channel=written(case.channel),
        sent=case.letter is not None if case.composed else True,
        lines=lines,
    )


def _lines(day: Day, case: Case) -> Iterable[LetterLine]:
    numbers = dict(case.own_words)
    for part, manner in case.composed:
        if manner == "own" and part in numbers:
            yield LetterLine(part, words=numbers[part])
        elif manner == "template" and part in day.case_type(case).letter:
            yield LetterLine(part, part_text(day, case, part))


def part_text(day: Day, case: Case, part: str) -> Phrase:
    """Return the template of a part, filled in; ``decided-by`` tells who really decided."""
    case_type = day.case_type(case)
    name = _DECIDED_BY.get(case.decided_by, part) if part == "decided-by" else part
    template = case_type.letter.get(name, case_type.letter[part])
    arguments = _arguments(day, case_type, case, case.basis, DAYS_TO_COMPLAIN)
    return Phrase(template, {**arguments, "answer": answer_phrase(case_type, case.decision)})


def _hearing(day: Day, case: Case) -> LetterView | None:
    case_type, hearing = day.case_type(case), case.hearing
    if hearing is None or "hearing" not in case_type.letter:
        return None
    arguments = _arguments(day, case_type, case, hearing.told, case_type.hearing_days)
    text = Phrase(case_type.letter["hearing"], arguments)
    return _letter(day, case, (LetterLine("hearing", text),))


def _arguments(
    day: Day, case_type: CaseType, case: Case, sights: Iterable[Seen], days: int
) -> Mapping[str, Argument]:
    """Return what a template can name; ``days`` is how long the citizen has to answer."""
    return {
        "name": day.name(case.party),
        "facts": _facts(day, (mask_unless_revealed(day, case, seen) for seen in sights)),
        "considerations": _considerations(case_type, case),
        "year": rule_year(day, case),
        "municipality": day.opening.municipality,
        "deadline": day.opening.date + days,
    }


def _considerations(case_type: CaseType, case: Case) -> Phrase:
    """Return a sentence with what the decision gave weight to."""
    labels = [_within(c.label) for c in case_type.considerations if c.id in case.considerations]
    if not labels:
        return Phrase("letter.no-considerations")
    listed = Phrase(labels[0])
    for label in labels[1:]:
        listed = Phrase("letter.and", {"one": listed, "other": label})
    return Phrase("letter.considerations", {"considerations": listed})


def _within(label: Text) -> Text:
    """Return a label as it stands inside a sentence: with a small first letter."""
    return Text(label.da[:1].lower() + label.da[1:], label.en[:1].lower() + label.en[1:])


def _facts(day: Day, sights: Iterable[Seen]) -> Phrase:
    """Return facts and their values one after another, without the full stop of the template."""
    told = [(fact_label(day, seen.path), value_measure(day, seen)) for seen in sights]
    facts = [Phrase("letter.fact", {"fact": fact, "value": value}) for fact, value in told]
    return listed(facts, "; ") if facts else Phrase("letter.no-facts")
