"""The start screen as lines: choose a day to begin, or a session to go on with."""

from collections.abc import Sequence

from simulator.core.texts import Phrase
from simulator.plain.console import Console, InputEnded
from simulator.plain.menus import choose, listing
from simulator.scenario.shelf import DayItem
from simulator.store.session import SessionItem


def choose_start(
    console: Console, days: Sequence[DayItem], sessions: Sequence[SessionItem]
) -> tuple[str, str] | None:
    """Return ``("day", id)``, ``("session", id)``, or ``None`` if neither is chosen."""
    begin = [
        Phrase("plain.start.begin", {"title": day.title, "n": day.class_minutes}) for day in days
    ]
    show = listing(console, "plain.start.title", [*begin, *map(_session, sessions)])
    console.asides = {"l": console.switch_language}
    ways = [*(f"day {day.id}" for day in days), *(f"session {session.id}" for session in sessions)]
    try:
        chosen = choose(console, ways, show=show, prompt="plain.start.prompt")
    except InputEnded:
        return None
    kind, _, name = (chosen or "").partition(" ")
    return (kind, name) if chosen else None


def _session(session: SessionItem) -> Phrase:
    word = "plain.start.debrief" if session.ended else "plain.start.go-on"
    return Phrase(word, {"id": session.id, "title": session.title, "at": session.minute})
