"""Protected values in a debrief and its files: they stay covered, even if they were seen in play.

Files are shared, and the truth beside a covered field would reveal it. What counts is whether
somebody is truly protected, not whether a copy had the mark. Counts and comparisons still use the
values.
"""

from collections.abc import Iterator

from simulator.casework.actions.repairing import ErrorFixedLocally
from simulator.casework.day import Day
from simulator.casework.events import Event, with_sights
from simulator.casework.phrasing import fact_of
from simulator.casework.sights import Seen
from simulator.core.facts import Fact
from simulator.core.texts import Phrase

COVERED = Phrase("state.protected")
"""The phrase in place of a protected value."""


class Protection:
    """Knows which facts and addresses are protected on a day, and masks them."""

    def __init__(self, day: Day) -> None:
        self._day = day
        self._homes = frozenset(_homes(day))

    def covers(self, path: str, subject: str) -> bool:
        """Return whether the fact at a path is protected for this subject."""
        fact = fact_of(self._day, path)
        if subject in self._homes and fact.type == "address":
            return True
        return _protected(self._day, fact, subject)

    def mask(self, event: Event) -> Event:
        """Return an event with its protected values covered, to word it from."""
        return with_sights(event, self._mask)

    def mask_typed(self, event: Event, phrase: Phrase) -> Phrase:
        """Return the phrase of an event with a protected value that was typed covered."""
        if isinstance(event, ErrorFixedLocally) and self.covers(event.fact, event.subject):
            return Phrase(phrase.text, {**phrase.arguments, "value": COVERED})
        return phrase

    def _mask(self, seen: Seen) -> Seen:
        covered = self.covers(seen.path, seen.subject)
        return seen.without_value("protected") if covered else seen


def _protected(day: Day, fact: Fact, subject: str) -> bool:
    if fact.sensitivity != "protected":
        return False
    mark = fact.marked_by
    return not mark or day.world.town.truth(mark, subject, day.opening.date) is True


def _homes(day: Day) -> Iterator[str]:
    """Yield the ids of dwellings that are, or were, somebody's protected home."""
    town, marked = day.world.town, dict[str, list[str]]()
    for fact in day.opening.facts.values():
        if fact.type == "dwelling" and fact.sensitivity == "protected":
            if fact.marked_by not in marked:  # few are, and it is asked of everybody
                who = [citizen for citizen in town.citizens if _protected(day, fact, citizen)]
                marked[fact.marked_by] = who
            for subject in marked[fact.marked_by]:
                line = town.timeline(fact.id, subject)
                yield from (str(spell.value) for spell in line if spell.value is not None)
