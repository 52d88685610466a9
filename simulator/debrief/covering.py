"""What is protected stays covered in a debrief and its files, however it was seen on the day.

A file leaves the house, and the truth beside a covered field would tell what the field covers. The
mark counts as it is true, not as a copy had it. Counts and comparisons go by the values.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from simulator.casework.actions.repairing import ErrorFixedLocally
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.phrasing import fact_of
from simulator.casework.sights import Seen
from simulator.core.facts import Fact
from simulator.core.texts import Phrase

COVERED = Phrase("state.protected")
"""What is said in place of a value."""


class Covering:
    """Whose facts, and which dwellings' addresses, are protected on a day."""

    def __init__(self, day: Day) -> None:
        self._day = day
        self._homes = frozenset(_homes(day))

    def covers(self, path: str, subject: str) -> bool:
        """Say whether what is shown, or true, of somebody or of a dwelling is protected."""
        fact = fact_of(self._day, path)
        if subject in self._homes and fact.type == "address":
            return True
        return _protected(self._day, fact, subject)

    def veiled(self, event: Event) -> Event:
        """Return an event with what is protected in it covered, for telling it."""
        found = {one.name: getattr(event, one.name) for one in fields(event)}
        veiled = {name: self._veil(value) for name, value in found.items()}
        changes: dict[str, Any] = {n: o for n, o in veiled.items() if o is not found[n]}
        return replace(event, **changes) if changes else event

    def said(self, event: Event, phrase: Phrase) -> Phrase:
        """Return what is told of an event without a protected value somebody typed."""
        if isinstance(event, ErrorFixedLocally) and self.covers(event.fact, event.subject):
            return Phrase(phrase.text, {**phrase.arguments, "value": COVERED})
        return phrase

    def _veil(self, value: object) -> object:
        if isinstance(value, Seen) and self.covers(value.path, value.subject):
            return Seen(value.path, value.subject, value.source, "protected", at=value.at)
        if isinstance(value, tuple) and any(isinstance(one, Seen) for one in value):
            return tuple(self._veil(one) for one in value)
        return value


def _protected(day: Day, fact: Fact, subject: str) -> bool:
    if fact.sensitivity != "protected":
        return False
    mark = fact.marked_by
    return not mark or day.world.town.truth(mark, subject, day.opening.date) is True


def _homes(day: Day) -> Iterator[str]:
    """Give the dwellings it is protected that are somebody's, once or still."""
    town = day.world.town
    for fact in day.opening.facts.values():
        if fact.type == "dwelling" and fact.sensitivity == "protected":
            for subject, line in town.lines(fact.id):
                if _protected(day, fact, subject):
                    yield from (str(spell.value) for spell in line if spell.value is not None)
