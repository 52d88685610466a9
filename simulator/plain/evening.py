"""The evening after a day, and the weeks and months that follow it."""

from collections.abc import Sequence

from simulator.casework.actions.afterwards import EveningTold, in_the_months
from simulator.casework.actions.day import intention
from simulator.casework.actions.writing import NoteAdded
from simulator.casework.events import Event
from simulator.casework.field_figures import field_figures
from simulator.casework.telling import tell
from simulator.core.clock import MINUTES_A_DAY
from simulator.plain.console import Console
from simulator.store.session import Session


def say_evening(console: Console, session: Session, events: Sequence[Event]) -> None:
    """Say what happened once the day was closed: that day, in the evening, in weeks and months."""
    scenes = [event for event in events if isinstance(event, EveningTold)]
    first = scenes[0].seq if scenes else events[-1].seq
    _told(console, session, [e for e in events if e.seq < first and e.minute < MINUTES_A_DAY])
    if scenes:
        console.line()
        console.say("plain.evening")
        for scene in scenes:
            _scene(console, session, scene)
        _silence(console, session, scenes[-1])
    if words := session.words(intention(session.events)):
        console.say("debrief.intention", words=words)
    console.line()
    console.say("plain.weeks-after")
    later = [e for e in events if e not in scenes and (e.seq > first or e.minute >= MINUTES_A_DAY)]
    if not _told(console, session, [event for event in later if not in_the_months(event)]):
        console.say("plain.weeks-quiet")
    if months := [event for event in later if in_the_months(event)]:
        console.line()
        console.say("plain.months-after")
        _told(console, session, months)
        for figure in field_figures(session.day, later):
            console.say(figure)


def _told(console: Console, session: Session, events: Sequence[Event]) -> bool:
    phrases = [phrase for event in events if (phrase := tell(session.day, event))]
    for phrase in phrases:
        console.say(phrase)
    return bool(phrases)


def _scene(console: Console, session: Session, scene: EveningTold) -> None:
    says = tell(session.day, scene)
    assert says is not None
    console.say("plain.scene", name=session.day.name(scene.citizen), says=says)


def _silence(console: Console, session: Session, scene: EveningTold) -> None:
    """Say the last note the student wrote on the case of a scene, or that there is none."""
    notes = [e for e in session.events if isinstance(e, NoteAdded) and e.case == scene.case]
    words = session.words(notes[-1].words) if notes else ""
    if words:
        console.say("plain.note-says", at=notes[-1].minute, words=words)
    else:
        console.say("plain.note-nothing")
