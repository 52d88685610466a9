"""The start screen as lines: choose a day to begin, or a session to go on with."""

from collections.abc import Sequence

from simulator.plain.console import Console, InputEnded
from simulator.plain.menus import choose
from simulator.scenario.shelf import DayItem
from simulator.store.session import SessionItem


def choose_start(
    console: Console, days: Sequence[DayItem], sessions: Sequence[SessionItem]
) -> tuple[str, str] | None:
    """Return ``("day", id)``, ``("session", id)``, or ``None`` if neither is chosen."""

    def show() -> None:
        console.say("plain.start.title")
        begin = (
            console.text("plain.start.begin", title=day.title, n=day.class_minutes) for day in days
        )
        console.number((*begin, *(_session(console, session) for session in sessions)))

    console.asides = {"l": lambda: _switched(console)}
    ways = [*(f"day {day.id}" for day in days), *(f"session {session.id}" for session in sessions)]
    try:
        chosen = choose(console, ways, show=show, prompt="plain.start.prompt")
    except InputEnded:
        return None
    kind, _, name = (chosen or "").partition(" ")
    return (kind, name) if chosen else None


def _session(console: Console, session: SessionItem) -> str:
    word = "plain.start.debrief" if session.ended else "plain.start.go-on"
    return console.text(word, id=session.id, title=session.title, at=session.minute)


def _switched(console: Console) -> None:
    console.switch_language()
