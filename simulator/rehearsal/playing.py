"""Playing a day without a person: one habit from morning to evening, or a list of commands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import fold, opened, unfold
from simulator.casework.habits import Habit
from simulator.casework.opening import Opening
from simulator.casework.seeing import see
from simulator.town.town import Town

LONGEST = 2_000
"""Commands a rehearsal may take before it is taken to go in circles."""


class RehearsalError(Exception):
    """A habit went in circles."""


@dataclass(frozen=True)
class Rehearsal:
    """A day as it was played."""

    day: Day
    events: tuple[Event, ...]
    commands: tuple[Command, ...]


def play(opening: Opening, town: Town, habit: Habit, longest: int = LONGEST) -> Rehearsal:
    """Let a habit play a whole day. Raises ``RehearsalError`` if it is not home in time."""
    day, events = _begun(opening, town)
    commands: list[Command] = []
    while not day.ended:
        if len(commands) == longest:
            raise RehearsalError(habit.__name__)
        commands.append(habit(see(day)))
        run = unfold(day, commands[-1])
        day = run.day
        events.extend(run.events)
    return Rehearsal(day, tuple(events), tuple(commands))


def play_script(opening: Opening, town: Town, script: Iterable[Command]) -> Rehearsal:
    """Carry out a list of commands, refused ones too."""
    day, events = _begun(opening, town)
    commands = tuple(script)
    for command in commands:
        run = unfold(day, command)
        day = run.day
        events.extend(run.events)
    return Rehearsal(day, tuple(events), commands)


def with_preset(opening: Opening, preset: str) -> Opening:
    """Return an opening whose levels start as one of its presets says; ``KeyError``: no such."""
    levels = {one.id: one.levels for one in opening.presets}[preset]
    chosen = {(case_type, function): level for case_type, function, level in levels}
    dials = (
        replace(one, start=chosen.get((one.case_type, one.function), one.start))
        for one in opening.dials
    )
    return replace(opening, dials=tuple(dials))


def at_level(opening: Opening, level: int) -> Opening:
    """Return an opening with every step at a level, or the highest below it that may be chosen."""
    dials = (
        replace(one, start=max((n for n in one.allowed if n <= level), default=one.start))
        for one in opening.dials
    )
    return replace(opening, dials=tuple(dials))


def _begun(opening: Opening, town: Town) -> tuple[Day, list[Event]]:
    events = list(opened(opening, town))
    return fold(events, town), events
