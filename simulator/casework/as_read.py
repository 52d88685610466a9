"""Letters as they are read: the text of each part, and the whole as its citizen sees it.

The citizen is told everything; on the desk's screen what is protected stays covered.
"""

from collections.abc import Iterable, Mapping

from simulator.casework.case_types import CaseType
from simulator.casework.day import Case, Day
from simulator.casework.events.base import Seen
from simulator.casework.letters import written
from simulator.casework.phrasing import answer_phrase, fact_label, rule_year, value_measure
from simulator.casework.protection import mask_unless_revealed
from simulator.casework.views import LetterLine, LetterView
from simulator.core.texts import Argument, Phrase, Text

DAYS_TO_COMPLAIN = 28
_DECIDED_BY = {
    "suggestion": "decided-by-suggestion",
    "automation": "decided-by-automation",
}


def has_letter(case: Case) -> bool:
    """Say whether there is a letter to read: composed, or a hearing that was sent."""
    return bool(case.composed or case.hearing)


def as_read(day: Day, case: Case) -> LetterView | None:
    """Return the newest letter of a case as its citizen sees it; nothing if there is none.

    A part in the student's own words is there by the number of the words, which lie apart.
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
    """Return the template of a part, filled in. Who decided is said as it was."""
    kind = day.case_type(case)
    name = _DECIDED_BY.get(case.decided_by, part) if part == "decided-by" else part
    text = kind.letter.get(name, kind.letter[part])
    said = _arguments(day, kind, case, case.basis, DAYS_TO_COMPLAIN)
    return Phrase(text, {**said, "answer": answer_phrase(kind, case.decision)})


def _hearing(day: Day, case: Case) -> LetterView | None:
    kind, hearing = day.case_type(case), case.hearing
    if hearing is None or "hearing" not in kind.letter:
        return None
    said = _arguments(day, kind, case, hearing.told, kind.hearing_days)
    return _letter(day, case, (LetterLine("hearing", Phrase(kind.letter["hearing"], said)),))


def _arguments(
    day: Day, kind: CaseType, case: Case, told: Iterable[Seen], days: int
) -> Mapping[str, Argument]:
    return {
        "name": day.name(case.party),
        "facts": _facts(day, (mask_unless_revealed(day, case, one) for one in told)),
        "considerations": _considerations(kind, case),
        "year": rule_year(day, case),
        "municipality": day.opening.municipality,
        "deadline": day.opening.date + days,
    }


def _considerations(kind: CaseType, case: Case) -> Phrase:
    """Say in a sentence what the decision gave weight to."""
    labels = [_within(c.label) for c in kind.considerations if c.id in case.considerations]
    if not labels:
        return Phrase("letter.no-considerations")
    said = Phrase(labels[0])
    for label in labels[1:]:
        said = Phrase("letter.and", {"one": said, "other": label})
    return Phrase("letter.considerations", {"considerations": said})


def _within(label: Text) -> Text:
    """Return a label as it stands within a sentence."""
    return Text(label.da[:1].lower() + label.da[1:], label.en[:1].lower() + label.en[1:])


def _facts(day: Day, told: Iterable[Seen]) -> Phrase:
    """Say facts after one another in one sentence, which the template ends."""
    said = [
        Phrase("letter.fact", {"fact": fact_label(day, s.path), "value": value_measure(day, s)})
        for s in told
    ]
    if not said:
        return Phrase("letter.no-facts")
    places = "; ".join(f"{{f{n}}}" for n in range(len(said)))
    return Phrase(Text(places, places), {f"f{n}": one for n, one in enumerate(said)})
