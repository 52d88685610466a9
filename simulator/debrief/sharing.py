"""Which of the student's answers a file has, by whom it is for and by the student's own choice."""

from collections.abc import Iterator, Mapping

from simulator.casework.actions.debriefing import DebriefEvent
from simulator.casework.events import Event, words_of
from simulator.debrief.debrief import Debrief
from simulator.debrief.imprint import Imprint
from simulator.debrief.student_side import StudentSide


def shows_contests(imprint: Imprint) -> bool:
    """Return whether a file has the verdicts on statements; for a group only if wished."""
    return imprint.share == "private" or (imprint.share == "group" and imprint.contests)


def leaving(debrief: Debrief, imprint: Imprint) -> Mapping[int, str] | None:
    """Return the student's words in a file by number, or ``None`` if it has none.

    Words that were withdrawn or replaced are left out, as are those of a case set aside.
    """
    if imprint.words is None or imprint.share == "class":
        return None
    day = (n for event in of_the_day(debrief) for n in words_of(event))
    numbers = {*day, *_of_the_talk(debrief.evidence.student, contests=shows_contests(imprint))}
    return {n: text for n, text in imprint.words.items() if n in numbers}


def of_the_day(debrief: Debrief) -> Iterator[Event]:
    """Return an iterator of the events of the day itself, without those of its debrief."""
    return (event for event in debrief.evidence.events if not isinstance(event, DebriefEvent))


def _of_the_talk(student: StudentSide, *, contests: bool) -> Iterator[int]:
    opinions = (
        *student.placed.values(),
        *student.moved,
        *(student.contested.values() if contests else ()),
    )
    yield from (opinion.words for opinion in opinions if opinion.words is not None)
    yield from student.answers.values()
    yield from (number for word in student.glossary for number in word.values())
