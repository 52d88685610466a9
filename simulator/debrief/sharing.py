"""What of a student's part goes along in a file: by who it is for, and by their own choice."""

from collections.abc import Iterator, Mapping

from simulator.casework.actions.debriefing import DebriefEvent
from simulator.casework.events import Event, words_of
from simulator.debrief.imprint import Imprint
from simulator.debrief.part import Part
from simulator.debrief.whole import Debrief


def shows_contests(imprint: Imprint) -> bool:
    """Say whether verdicts on statements go along: to a group only if the student wants it."""
    return imprint.share == "private" or (imprint.share == "group" and imprint.contests)


def leaving(debrief: Debrief, imprint: Imprint) -> Mapping[int, str] | None:
    """Return the words that leave with a file, by number, or ``None`` if they do not go along.

    Words that were taken back or written over stay, as do those of a case that was set aside.
    """
    if imprint.words is None or imprint.share == "class":
        return None
    day = (n for event in of_the_day(debrief) for n in words_of(event))
    numbers = {*day, *_of_the_talk(debrief.evidence.part, contests=shows_contests(imprint))}
    return {n: text for n, text in imprint.words.items() if n in numbers}


def of_the_day(debrief: Debrief) -> Iterator[Event]:
    """Give the events of the day itself, without what was said to its debrief."""
    return (event for event in debrief.evidence.events if not isinstance(event, DebriefEvent))


def _of_the_talk(part: Part, *, contests: bool) -> Iterator[int]:
    said = (*part.placed.values(), *part.moved, *(part.contested.values() if contests else ()))
    yield from (one.words for one in said if one.words is not None)
    yield from part.answers.values()
    yield from (number for word in part.glossary for number in word.values())
