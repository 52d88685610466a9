"""What a debrief of a day that is not over holds back: what was planted, and what was true.

Whoever could read it would know where to look. What the caseworker saw and did may be told.
"""

from dataclasses import fields, replace
from typing import Any

from simulator.casework.events import Event
from simulator.casework.sights import Seen
from simulator.debrief.meaning import meaning

_OF_THE_PROGRAM = "because"
"""The field of events with what only the program knew: why something happened."""


def as_seen(event: Event) -> Event | None:
    """Return an event with no more than was seen of it in play, or ``None`` if nothing was."""
    if event.unseen and not meaning(event).own:
        return None
    values = {field.name: getattr(event, field.name) for field in fields(event)}
    seen = {name: () if name == _OF_THE_PROGRAM else _seen(value) for name, value in values.items()}
    changes: dict[str, Any] = {n: value for n, value in seen.items() if value is not values[n]}
    return replace(event, **changes) if changes else event


def _seen(value: object) -> object:
    """Return a value without the dates of facts whose system did not show how old they are."""
    if isinstance(value, Seen):
        return value if value.dated or value.as_of is None else replace(value, as_of=None)
    if isinstance(value, tuple) and any(isinstance(part, Seen) for part in value):
        return tuple(_seen(part) for part in value)
    return value
