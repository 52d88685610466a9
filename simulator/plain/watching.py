"""Watching a session that another program plays: its events are told as they are stored."""

from collections.abc import Callable
from typing import Literal

from simulator.casework.actions.day import DayClosed
from simulator.plain.console import Console
from simulator.plain.desk import say_case, say_hour, say_inbox
from simulator.plain.evening import say_evening
from simulator.plain.telling import say_dated, say_journal
from simulator.store.problems import StoreProblem
from simulator.store.seats import is_free
from simulator.store.session import Session

Left = Literal["ended", "free"]
"""Why watching ends: the day is over, or no program plays the session any more."""


def watch(session: Session, console: Console, pause: Callable[[], None]) -> Left:
    """Say how far a session has come, then what happens in it, until there is no more to watch.

    ``pause`` is called between two looks into the store, which is not written to. Raises
    ``StoreProblem`` if the session cannot be read any more.
    """
    _so_far(session, console)
    while True:
        nobody = is_free(session.store, session.id)  # before the look: what was done last is said
        _news(session, console)
        if session.day.ended:
            console.say("plain.watching.ended", session=session.id)
            return "ended"
        if nobody:
            console.say("plain.watching.free", session=session.id)
            return "free"
        pause()


def _so_far(session: Session, console: Console) -> None:
    view = session.view()
    console.say("plain.watching.begin", session=session.id, title=view.title)
    if view.briefed and not view.ended:
        say_journal(console, session)
        say_hour(console, view)
        say_inbox(console, view)
        say_case(console, view)
    console.say("plain.watching.how")


def _news(session: Session, console: Console) -> None:
    try:
        events = session.follow(session.ahead())
    except StoreProblem as problem:
        if problem.code != "busy":
            raise
        return
    for event in events:
        say_dated(console, session, event)
    if any(isinstance(event, DayClosed) for event in events):
        say_evening(console, session, events)
    if events:
        console.flush()
