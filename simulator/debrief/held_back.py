"""What a debrief of a day that is not over holds back: what was planted, and what was true.

Whoever could read it would know where to look. What the caseworker saw and did may be told.
"""

from dataclasses import replace

from simulator.casework.events import Event, with_sights
from simulator.casework.sights import Seen
from simulator.debrief.meaning import meaning


def as_seen(event: Event) -> Event | None:
    """Return an event with no more than was seen of it in play, or ``None`` if nothing was."""
    if event.unseen and not meaning(event).own:
        return None
    seen = with_sights(event, _undated)
    # Why something happened, only the program knew.
    return replace(seen, because=()) if seen.because else seen


def _undated(seen: Seen) -> Seen:
    """Return a sight without the date of a fact whose system did not show how old it is."""
    return seen if seen.dated or seen.as_of is None else replace(seen, as_of=None)
