"""The start in plain lines: a day to begin, or a session to go on with."""

from collections.abc import Sequence

from simulator.plain.console import Console, InputEnded
from simulator.plain.menus import choose
from simulator.scenario.shelf import DayItem
from simulator.store.session import SessionItem


def choose_start(
    console: Console, days: Sequence[DayItem], sessions: Sequence[SessionItem]
) -> tuple[str, str] | None:
    """Return ``("day", id)`` or ``("session", id)``; nothing: not now."""

    def show() -> None:
        console.say("plain.start.title")
        begin = (
            console.text("plain.start.begin", title=one.title, n=one.class_minutes) for one in days
        )
        console.number((*begin, *(_session(console, one) for one in sessions)))

    console.asides = {"l": lambda: _switched(console)}
    ways = [*(f"day {one.id}" for one in days), *(f"session {one.id}" for one in sessions)]
    try:
        chosen = choose(console, ways, show=show, prompt="plain.start.prompt")
    except InputEnded:
        return None
    kind, _, name = (chosen or "").partition(" ")
    return (kind, name) if chosen else None


def _session(console: Console, one: SessionItem) -> str:
    word = "plain.start.debrief" if one.ended else "plain.start.go-on"
    return console.text(word, id=one.id, title=one.title, at=one.minute)


def _switched(console: Console) -> None:
    console.switch_language()
