"""Every day that comes with the program, rehearsed by every habit and held to its golden log.

A golden log shows in a diff what a change does to a day. ``UPDATE_GOLDEN=1`` writes them
anew; read what changed before keeping it.
"""

import os
from pathlib import Path

import pytest

from simulator.casework.events import DayOpened
from simulator.casework.families import begin, evolve
from simulator.casework.habits import HABITS
from simulator.casework.telling import tell
from simulator.core.clock import clock_text
from simulator.rehearsal.playing import Rehearsal
from simulator.scenario.places import days
from simulator.scenario.words import teller
from tests.rehearsal.ways import loaded, worked

GOLDEN = Path(__file__).parent / "golden"

every_rehearsal = pytest.mark.parametrize(
    ("day", "habit"), [(day, habit) for day in days() for habit in HABITS]
)


def lines(rehearsal: Rehearsal) -> str:
    """A day's log to read: number, time, kind, who, what is said of it, and why."""
    first, *rest = rehearsal.events
    assert isinstance(first, DayOpened)
    day, say = begin(first, rehearsal.day.world.town), teller("da")
    told = []
    for event in rest:
        day = evolve(day, event)
        phrase = tell(day, event)
        said = say(phrase) if phrase else "·"
        why = f"  <- {', '.join(map(str, event.because))}" if event.because else ""
        head = f"{event.seq:3} {event.minute // 1440:2}+{clock_text(event.minute)} {event.kind}"
        told.append(f"{head:38} {event.by:14} {said}{why}")
    return "\n".join(told) + "\n"


@every_rehearsal
def test_a_rehearsed_day_is_the_day_it_was(day: str, habit: str) -> None:
    file = GOLDEN / f"{day}.{habit}.txt"
    found = lines(worked(day, habit))
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")


@every_rehearsal
def test_a_habit_plays_from_morning_to_the_end(day: str, habit: str) -> None:
    events = worked(day, habit).events
    kinds = [event.kind for event in events]
    assert kinds[0] == "day.opened"
    assert kinds[-1] == "day.ended"
    assert "command.refused" not in kinds
    assert "evening.told" in kinds


@every_rehearsal
def test_every_cause_is_an_earlier_event_or_a_thing_of_the_opening(day: str, habit: str) -> None:
    known = loaded(day).opening.things
    events = worked(day, habit).events
    assert any(isinstance(cause, int) for event in events for cause in event.because)
    assert not all(isinstance(cause, int) for event in events for cause in event.because)
    for event in events:
        for cause in event.because:
            if isinstance(cause, int):
                assert cause < event.seq
            else:
                assert cause in known
