"""Playing a day without a person: one habit from morning to evening, or a list of commands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import fold, opened, unfold
from simulator.casework.habits import Habit
from simulator.casework.opening import Dial, Opening
from simulator.casework.seeing import see
from simulator.core.values import changed
from simulator.town.town import Town

LONGEST = 2_000
"""The number of commands after which a day that has not ended is taken to go in circles."""


class RehearsalError(Exception):
    """A habit went in circles: the day did not end. The argument is the name of the habit."""


@dataclass(frozen=True)
class Rehearsal:
    """A day that has been played, its events and the commands that were given."""

    day: Day
    events: tuple[Event, ...]
    commands: tuple[Command, ...]


def play(opening: Opening, town: Town, habit: Habit, longest: int = LONGEST) -> Rehearsal:
    """Let a habit play a whole day.

    Raises ``RehearsalError`` if the day has not ended after ``longest`` commands.
    """
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
    """Carry out a list of commands, one after the other; a refused one is played on from."""
    day, events = _begun(opening, town)
    commands = tuple(script)
    for command in commands:
        run = unfold(day, command)
        day = run.day
        events.extend(run.events)
    return Rehearsal(day, tuple(events), commands)


def with_preset(opening: Opening, preset: str) -> Opening:
    """Return the opening with its levels set to those of one of its presets.

    Raises ``KeyError`` if it has no preset with that id.
    """
    levels = {known.id: known.levels for known in opening.presets}[preset]
    chosen = {(case_type, function): level for case_type, function, level in levels}
    dials = (
        replace(dial, start=chosen.get((dial.case_type, dial.function), dial.start))
        for dial in opening.dials
    )
    return _with_dials(opening, dials)


def at_level(opening: Opening, level: int) -> Opening:
    """Return the opening with every step at ``level``, or the highest allowed level below it.

    A step that may not be set so low stays as it is.
    """
    dials = (
        replace(dial, start=max((n for n in dial.allowed if n <= level), default=dial.start))
        for dial in opening.dials
    )
    return _with_dials(opening, dials)


def _with_dials(opening: Opening, dials: Iterable[Dial]) -> Opening:
    """Return the opening with other levels. What it keeps compiled does not hang on them."""
    return changed(opening, dials=tuple(dials))


def _begun(opening: Opening, town: Town) -> tuple[Day, list[Event]]:
    events = list(opened(opening, town))
    return fold(events, town), events
