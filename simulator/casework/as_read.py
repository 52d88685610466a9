"""Letters as they are read: the whole as its citizen sees it.

The citizen is told everything; on the desk's screen what is protected stays covered.
"""

from collections.abc import Iterable

from simulator.casework.day import Case, Day
from simulator.casework.documents import Request
from simulator.casework.letter_text import LetterText, request_part
from simulator.casework.letters import written
from simulator.casework.views import LetterLine, LetterView
from simulator.core.texts import Phrase


def has_letter(case: Case) -> bool:
    """Return whether there is a letter to read: a composed one, or one that asked for something."""
    return bool(case.composed or case.hearing or _asked(case))


def begins_with(case: Case) -> Phrase | None:
    """Return what a letter says before its parts: that it replaces another, where it does."""
    return Phrase(f"letter.reopened.{case.reopened.ground}") if case.reopened else None


def as_read(day: Day, case: Case) -> LetterView | None:
    """Return the newest letter of a case as its citizen sees it, or None if there is none.

    A part in the student's own words holds the number of the words; their text is kept apart.
    """
    if case.composed and case.decision:
        return _letter(day, case, tuple(_lines(day, case)))
    request = _asked(case)
    if request and (case.hearing is None or request.written > case.hearing.seq):
        return _request(day, case, request)
    return _hearing(day, case) if case.hearing else None


def _asked(case: Case) -> Request | None:
    """Return the last document that was asked for in a letter of this day, if there is one."""
    written = (request for request in case.requests if request.written)
    return max(written, key=lambda request: request.written, default=None)


def _request(day: Day, case: Case, request: Request) -> LetterView:
    text = LetterText(day, case, (), request=request).request()
    return _letter(day, case, (LetterLine(request_part(request), text),))


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
    numbers, text = dict(case.own_words), LetterText(day, case, case.built_on)
    if begins := begins_with(case):
        yield LetterLine("reopened", begins)
    for part, manner in case.composed:
        if manner == "own" and part in numbers:
            yield LetterLine(part, words=numbers[part])
        elif manner == "template" and part in day.case_type(case).letter:
            yield LetterLine(part, text.part(part))


def _hearing(day: Day, case: Case) -> LetterView | None:
    hearing = case.hearing
    if hearing is None or "hearing" not in day.case_type(case).letter:
        return None
    text = LetterText(day, case, hearing.told, hearing=True).hearing()
    return _letter(day, case, (LetterLine("hearing", text),))
